"""A hash of the program: everything that pages depend on and that is not content."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import living_strategy
from living_strategy.site.template_files import OVERRIDES

PACKAGE = Path(living_strategy.__file__).parent
# What makes words, dates and HTML of content; a new version of it may do so otherwise.
_LIBRARIES = ("babel", "jinja2", "markdown", "markupsafe", "nh3", "pydantic", "pyyaml")
_ENDINGS = (".py", ".html", ".mo", ".csv", ".txt")


def program_digest(root: Path, command: str) -> str:
    """Hash the code and data of the package, the libraries it uses, the templates of the strategy's
    own, and how messages name the program. Nobody has to remember to raise a version.
    """
    digest = hashlib.blake2b(_package().encode(), digest_size=16)
    digest.update(command.encode())
    _add(digest, root / OVERRIDES, ("",))
    return digest.hexdigest()


@cache
def _package(package: Path = PACKAGE) -> str:
    digest = hashlib.blake2b(digest_size=16)
    versions = [sys.version, *(f"{library} {version(library)}" for library in _LIBRARIES)]
    digest.update("\n".join(versions).encode())
    _add(digest, package, _ENDINGS)
    return digest.hexdigest()


def _add(digest: hashlib.blake2b, folder: Path, endings: tuple[str, ...]) -> None:
    for path in sorted(_files(str(folder), endings)):
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"{os.path.relpath(path, folder)} {len(content)}\n".encode())
        digest.update(content)


def _files(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    # A folder of templates may be a link.
    for current, _, names in os.walk(folder, followlinks=True):
        yield from (f"{current}/{name}" for name in names if name.endswith(endings))
