"""An edition: the strategy as it stood at one revision, as files that never change again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

CATALOGUE, TEXT, SUMS = "catalogue.json", "strategy.md", "SHA256SUMS"
NAMES = (CATALOGUE, TEXT, SUMS)


@dataclass(frozen=True, slots=True)
class EditionFile:
    """A file of an edition. `name` is its name in the folder of the edition."""

    name: str
    text: str

    @property
    def content(self) -> bytes:
        """What is published."""
        return self.text.encode()

    @property
    def sha256(self) -> str:
        """The sum that shows whether a copy is the same."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Edition:
    """The files of the strategy at a commit. `unread` are the paths of the files of content that
    could not be read, or only in part; without `files` nothing could be.
    """

    commit: str
    files: tuple[EditionFile, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def summary(self) -> tuple[str, str, tuple[str, ...]]:
        """What pages say of it, in short."""
        return self.commit, self.sums, self.unread

    @property
    def sums(self) -> str:
        """The file of sums, as `sha256sum --check` reads it."""
        return "".join(f"{file.sha256}  {file.name}\n" for file in self.files)


NO_EDITIONS: Mapping[str, Edition] = MappingProxyType({})
