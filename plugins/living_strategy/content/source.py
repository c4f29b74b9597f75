"""Where content comes from: the contract of a source, and the one that reads a disk."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

# Why a file cannot be read: our words, and what the system commonly says.
READING_PROBLEMS = (
    "it is not an ordinary file",
    "it was not fetched to this machine",
    "Permission denied",
    "Not a directory",
    "Too many levels of symbolic links",
    "No such file or directory",
)
_PORTION = 1024 * 1024
NO_ORDINARY_FILE, NOT_FETCHED, _, NO_FOLDER, _, NO_FILE = READING_PROBLEMS


class Sort(Enum):
    """What a path stands for; `OTHER` is a pipe, a socket, a device or another repository."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file or folder that cannot be read, with the reason in one of `READING_PROBLEMS`, or as
    the system says it.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A file that was not read, because it has more bytes than the limit."""

    size: int
    limit: int


@dataclass(frozen=True, slots=True)
class Linked:
    """Nothing is read through a link: `part` is the path, or the folder above it, that is one."""

    part: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads. What lies outside the content root may be a folder if nobody can see."""

    is_outside: bool
    is_folder: bool


Names = list[tuple[str, Sort]]


class ContentSource(Protocol):
    """A folder of content, wherever it is kept; its name for people is `str(source)`.

    Paths are relative to the content root, with `/` between their parts and no `.` or `..` among
    them; the root itself is the empty text. Bytes of a name that are not UTF-8 stand in it as lone
    surrogates. No link is ever followed, and whatever is wrong is a value: nothing is raised. A
    source can be used in a copy of the process too.
    """

    def sort(self, path: str) -> Sort | None:
        """Return what stands at a path; None when nothing does. It is a link if a folder above it
        is.
        """

    def is_same(self, path: str, other: str) -> bool:
        """Whether two paths name one file, as they may where capital letters make no difference."""

    def listing(self, folder: str) -> Names | Linked | Unreadable:
        """Return the names in a folder, in their order; none in a folder that does not exist."""

    def read(self, path: str, limit: int | None) -> bytes | Linked | TooLarge | Unreadable:
        """Return the content of a file, unless it has more bytes than the limit."""

    def target(self, link: str) -> Target:
        """Where the link at a path leads in the end."""


class DiskSource:
    """The content below a folder on disk, as it is at the moment of asking."""

    def __init__(self, root: Path | str) -> None:
        self._root = str(root)

    def __str__(self) -> str:
        return self._root

    def sort(self, path: str) -> Sort | None:
        """See `ContentSource`; what the system refuses to show does not exist."""
        try:
            if self._linked_folder(path):
                return Sort.LINK
            return _sort(os.lstat(f"{self._root}/{path}").st_mode)
        except (OSError, ValueError):  # ValueError: a name that no file can have
            return None

    def is_same(self, path: str, other: str) -> bool:
        """See `ContentSource`."""
        try:
            states = [os.lstat(f"{self._root}/{name}") for name in (path, other)]
        except OSError:
            return False
        return os.path.samestat(*states)

    def listing(self, folder: str) -> Names | Linked | Unreadable:
        """See `ContentSource`."""
        try:
            if link := self._linked_part(folder):
                return Linked(link)
            with os.scandir(f"{self._root}/{folder}") as entries:
                return sorted(((entry.name, _sort_of(entry)) for entry in entries), key=_by_name)
        except FileNotFoundError:
            return []
        except OSError as error:
            return _unreadable(error)

    def read(self, path: str, limit: int | None) -> bytes | Linked | TooLarge | Unreadable:
        """See `ContentSource`; a pipe or a device is never opened."""
        full = f"{self._root}/{path}"
        try:
            if link := self._linked_folder(path):
                return Linked(link)
            state = os.lstat(full)
            if stat.S_ISLNK(state.st_mode):
                return Linked(path)
            if not stat.S_ISREG(state.st_mode):
                return Unreadable(NO_ORDINARY_FILE)
            if limit is not None and state.st_size > limit:
                return TooLarge(state.st_size, limit)
            # The file may have grown since, and what lies under its name may be another one.
            content = _read(full, None if limit is None else limit + 1)
        except OSError as error:
            return _unreadable(error)
        if limit is not None and len(content) > limit:
            return TooLarge(len(content), limit)
        return content

    def target(self, link: str) -> Target:
        """See `ContentSource`."""
        full = Path(self._root, link)
        try:
            outside = not full.resolve().is_relative_to(Path(self._root).resolve())
        except (OSError, RuntimeError):  # a link that leads to itself
            return Target(is_outside=False, is_folder=False)
        return Target(outside, full.is_dir())

    def _linked_folder(self, path: str) -> str:
        """Return the first folder above a path that is a link, or an empty text."""
        end = path.find("/")
        while end >= 0:
            if os.path.islink(f"{self._root}/{path[:end]}"):
                return path[:end]
            end = path.find("/", end + 1)
        return ""

    def _linked_part(self, path: str) -> str:
        """Return the first part of a path that is a link, or an empty text."""
        if linked := self._linked_folder(path):
            return linked
        return path if path and os.path.islink(f"{self._root}/{path}") else ""


def _read(path: str, most: int | None) -> bytes:
    """Return the bytes of a file, or the first of them. File objects cost more than most files."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = []
        wanted = sys.maxsize if most is None else most
        while wanted and (part := os.read(descriptor, min(wanted, _PORTION))):
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def _by_name(item: tuple[str, Sort]) -> str:
    return item[0]


def _sort_of(entry: os.DirEntry[str]) -> Sort:
    """Return what an entry is; the listing of the folder mostly says so unasked."""
    if entry.is_symlink():
        return Sort.LINK
    if entry.is_file(follow_symlinks=False):
        return Sort.FILE
    return Sort.FOLDER if entry.is_dir(follow_symlinks=False) else Sort.OTHER


def _sort(mode: int) -> Sort:
    if stat.S_ISLNK(mode):
        return Sort.LINK
    if stat.S_ISREG(mode):
        return Sort.FILE
    return Sort.FOLDER if stat.S_ISDIR(mode) else Sort.OTHER


def _unreadable(error: OSError) -> Unreadable:
    return Unreadable(error.strerror or type(error).__name__)
