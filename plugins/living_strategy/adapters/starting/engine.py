"""The program as a wheel, made from its own installed files: what a strategy is pinned to."""

from __future__ import annotations

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import living_strategy
from living_strategy.language import PROGRAM

FOLDER = "engine"
PINS = "constraints-site.txt"
_PACKAGE = Path(living_strategy.__file__).parent
_NAME = _PACKAGE.name
# What describes a package in its wheel; installers add files of their own.
_DESCRIPTION = ("METADATA", "WHEEL", "entry_points.txt", "licenses")
_COMPILED = (".pyc", ".pyo")
# The oldest date that a zip archive can hold: the same files give the same wheel.
_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100644 << 16


class NoEngine(Exception):  # noqa: N818 - it says what is missing
    """The program was not installed as a package, so no wheel can be made of it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The wheel of this program, by its path below a strategy, and the pins of what it needs."""

    path: str
    content: bytes
    pins: str

    @property
    def digest(self) -> str:
        """SHA-256 of the wheel, as files of requirements write it."""
        return hashlib.sha256(self.content).hexdigest()


@cache
def this_engine() -> Engine:
    """Return the program that is running, made once: its files stay while it runs.

    Raises:
        NoEngine: it is not installed, or without the list of what it needs.
        OSError: a file of it cannot be read.
    """
    try:
        installed = distribution(PROGRAM)
    except PackageNotFoundError:
        raise NoEngine from None
    name = f"{_NAME}-{installed.version}"
    files = {**_package_files(), **_description(installed, f"{name}.dist-info")}
    path = f"{FOLDER}/{name}-py3-none-any.whl"
    return Engine(path, _wheel(files, f"{name}.dist-info/RECORD"), _pins().decode())


def _package_files() -> dict[str, bytes]:
    files = {
        f"{_NAME}/{path.relative_to(_PACKAGE).as_posix()}": path.read_bytes()
        for path in _PACKAGE.rglob("*")
        if path.is_file() and path.suffix not in _COMPILED
    }
    return files | {f"{_NAME}/{PINS}": _pins()}


def _pins() -> bytes:
    """Return the pins: in a wheel they lie in the package, in a clone two folders above it."""
    for folder in (_PACKAGE, _PACKAGE.parents[1]):
        if (folder / PINS).is_file():
            return (folder / PINS).read_bytes()
    raise NoEngine


def _description(installed: Distribution, folder: str) -> dict[str, bytes]:
    """Return the files that describe the package, as the wheel had them."""
    files = {}
    for path in installed.files or ():
        if path.parts[0].endswith(".dist-info") and path.parts[1] in _DESCRIPTION:
            inner = "/".join(path.parts[1:])
            files[f"{folder}/{inner}"] = Path(str(path.locate())).read_bytes()
    if f"{folder}/METADATA" not in files:
        raise NoEngine
    return files


def _wheel(files: dict[str, bytes], record: str) -> bytes:
    """Return the archive; the record of its files comes last, as installers expect."""
    lines = [*_record(files), f"{record},,"]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in (*sorted(files.items()), (record, "\n".join([*lines, ""]).encode())):
            entry = zipfile.ZipInfo(path, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _MODE
            archive.writestr(entry, content)
    return buffer.getvalue()


def _record(files: dict[str, bytes]) -> Iterator[str]:
    for path, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        yield f"{path},sha256={digest},{len(content)}"
