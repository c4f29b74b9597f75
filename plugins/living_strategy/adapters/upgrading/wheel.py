"""A version of the program as a wheel, wherever it comes from: a file, a folder or an index."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from living_strategy.adapters.starting.engine import FOLDER, PINS, Engine
from living_strategy.adapters.upgrading.refusal import Refusal
from living_strategy.language import PROGRAM
from living_strategy.upgrades.version import Version, parse_version

_PACKAGE = "living_strategy"
_PATTERN = f"{_PACKAGE}-*-py3-none-any.whl"


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel of this program: its version, its bytes, the packages that it needs as its metadata
    say, and the pins of these.
    """

    name: str
    version: Version
    content: bytes
    needs: tuple[str, ...]
    pins: str

    @property
    def path(self) -> str:
        """Where it lies below a strategy."""
        return f"{FOLDER}/{_PACKAGE}-{self.name}-py3-none-any.whl"

    @property
    def digest(self) -> str:
        """SHA-256 of the file, as files of requirements write it."""
        return hashlib.sha256(self.content).hexdigest()

    def unpack(self, folder: Path) -> None:
        """Write what is in it below a folder: Python finds the package there without installing."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
            archive.extractall(folder)


def read_wheel(path: Path) -> Wheel:
    """Return the wheel in a file.

    Raises:
        Refusal: it is none of this program's, or was made without the pins of what it needs.
        OSError: it cannot be read.
    """
    return _wheel(path.read_bytes(), path.name)


def wheel_of(engine: Engine) -> Wheel:
    """Return the program that is running as a wheel."""
    return _wheel(engine.content, engine.path)


def find_wheel(wanted: str, work: Path) -> Wheel:
    """Return the wheel that is meant by a file, a folder (the newest one in it), or a version,
    which pip fetches from the index that it is set up for into the folder `work`.

    Raises:
        Refusal: there is none.
        OSError: a file cannot be read.
    """
    path = Path(wanted)
    if path.is_dir():
        return _newest(path)
    if path.is_file():
        return read_wheel(path)
    if not parse_version(wanted):
        raise Refusal(
            _("“{wanted}” is no file, no folder and no version such as 0.2.0."), wanted=wanted
        )
    return _fetched(wanted, work)


def _newest(folder: Path) -> Wheel:
    wheels = [read_wheel(path) for path in folder.glob(_PATTERN)]
    if not wheels:
        raise Refusal(_("There is no “{pattern}” in {folder}."), pattern=_PATTERN, folder=folder)
    return max(wheels, key=lambda wheel: wheel.version)


def _fetched(version: str, work: Path) -> Wheel:
    """Let pip fetch a version: it compares the file with the sum that the index gives, and builds
    and runs nothing.
    """
    done = subprocess.run(  # noqa: S603 - the Python that runs this; the version has been read
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--only-binary", ":all:", "--dest", str(work)),
            f"{PROGRAM}=={version}",
        ],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise Refusal(
            _("Version {version} could not be fetched; pip says: {reason}"),
            version=version,
            reason=lines[-1] if lines else done.returncode,
        )
    return _newest(work)


def _wheel(content: bytes, file: str) -> Wheel:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            described = next(name for name in names if name.endswith(".dist-info/METADATA"))
            fields = HeaderParser().parsestr(archive.read(described).decode("utf-8"))
            pins = archive.read(f"{_PACKAGE}/{PINS}").decode("utf-8")
    except (zipfile.BadZipFile, StopIteration, KeyError, UnicodeDecodeError):
        raise Refusal(_("{file} is no wheel of this program."), file=file) from None
    name = str(fields["Version"])
    version = parse_version(name)
    if fields["Name"] != PROGRAM or version is None:
        raise Refusal(_("{file} is no wheel of this program."), file=file)
    return Wheel(name, version, content, tuple(fields.get_all("Requires-Dist", ())), pins)


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message
