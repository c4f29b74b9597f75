"""Content that lies in no folder on disk: a tree of known paths, and one that is held in memory."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping

from living_strategy.content.source import (
    NO_FILE,
    NO_FOLDER,
    NO_ORDINARY_FILE,
    Linked,
    Names,
    Sort,
    Target,
    TooLarge,
    Unreadable,
)

# As many links as systems follow before they say that one leads to itself.
_MAX_LINKS = 40


class TreeSource(ABC):
    """A content source whose paths are all known; a subclass says what files and links hold."""

    def __init__(self, sorts: Mapping[str, Sort]) -> None:
        """`sorts` names files, links and the like; the folders above them come by themselves.

        Raises:
            ValueError: a path that is none, or that leads through a file.
        """
        self._sorts = {"": Sort.FOLDER}
        self._folders: dict[str, dict[str, Sort]] = {"": {}}
        for path, sort in sorts.items():
            self._add(path, sort)

    @abstractmethod
    def _content(self, path: str, limit: int | None) -> bytes | TooLarge | Unreadable:
        """Return what a file holds, unless it is too large."""

    @abstractmethod
    def _leads_to(self, link: str) -> str:
        """Return what is written in a link."""

    def sort(self, path: str) -> Sort | None:
        """See `ContentSource`."""
        return Sort.LINK if self._linked_part(path) else self._sorts.get(path)

    def is_same(self, path: str, other: str) -> bool:
        """See `ContentSource`; capital letters make a difference."""
        return path == other and path in self._sorts

    def listing(self, folder: str) -> Names | Linked | Unreadable:
        """See `ContentSource`."""
        if link := self._linked_part(folder):
            return Linked(link)
        if folder in self._folders:
            return sorted(self._folders[folder].items(), key=lambda item: item[0])
        return Unreadable(NO_FOLDER) if self._leads_through_a_file(f"{folder}/") else []

    def read(self, path: str, limit: int | None) -> bytes | Linked | TooLarge | Unreadable:
        """See `ContentSource`."""
        if link := self._linked_part(path):
            return Linked(link)
        sort = self._sorts.get(path)
        if sort is Sort.FILE:
            return self._content(path, limit)
        if sort:
            return Unreadable(NO_ORDINARY_FILE)
        return Unreadable(NO_FOLDER if self._leads_through_a_file(path) else NO_FILE)

    def target(self, link: str) -> Target:
        """See `ContentSource`; what lies outside the tree cannot be seen."""
        at: list[str] = []
        waiting = link.split("/")[::-1]
        links = 0
        while waiting:
            part = waiting.pop()
            if part == ".." and not at:
                return Target(is_outside=True, is_folder=True)
            if part == "..":
                at.pop()
            elif part not in ("", "."):
                at.append(part)
                path = "/".join(at)
                if self._sorts.get(path) is Sort.LINK:
                    links += 1
                    destination = self._leads_to(path)
                    if links > _MAX_LINKS:
                        return Target(is_outside=False, is_folder=False)
                    if destination.startswith("/"):
                        return Target(is_outside=True, is_folder=True)
                    at.pop()
                    waiting += destination.split("/")[::-1]
        return Target(is_outside=False, is_folder="/".join(at) in self._folders)

    def _add(self, path: str, sort: Sort) -> None:
        parts = path.split("/")
        if not {"", ".", ".."}.isdisjoint(parts):
            raise ValueError(f"not a path below the content root: {path!r}")
        for length in range(1, len(parts) + 1):
            part = "/".join(parts[:length])
            as_what = sort if length == len(parts) else Sort.FOLDER
            if self._sorts.setdefault(part, as_what) is not as_what:
                raise ValueError(f"both a file and a folder: {part!r}")
            self._folders["/".join(parts[: length - 1])][parts[length - 1]] = as_what
            if as_what is Sort.FOLDER:
                self._folders.setdefault(part, {})

    def _linked_part(self, path: str) -> str:
        """Return the first part of a path that is a link, or an empty text."""
        return next((part for part in _parts(path) if self._sorts.get(part) is Sort.LINK), "")

    def _leads_through_a_file(self, path: str) -> bool:
        parents = list(_parts(path))[:-1]
        return any(self._sorts.get(part) in (Sort.FILE, Sort.OTHER) for part in parents)


class MemorySource(TreeSource):
    """Content that was never written to a disk: files with their bytes, and links, empty folders
    and other things if need be.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        links: Mapping[str, str] | None = None,
        folders: Collection[str] = (),
        others: Collection[str] = (),
    ) -> None:
        """See `TreeSource`; `links` maps the path of a link to what is written in it."""
        self._files = dict(files)
        self._links = dict(links or {})
        super().__init__(
            dict.fromkeys(folders, Sort.FOLDER)
            | dict.fromkeys(others, Sort.OTHER)
            | dict.fromkeys(self._links, Sort.LINK)
            | dict.fromkeys(self._files, Sort.FILE)
        )

    def __str__(self) -> str:
        return "memory"

    def _content(self, path: str, limit: int | None) -> bytes | TooLarge | Unreadable:
        content = self._files[path]
        if limit is not None and len(content) > limit:
            return TooLarge(len(content), limit)
        return content

    def _leads_to(self, link: str) -> str:
        return self._links[link]


def _parts(path: str) -> Iterator[str]:
    """Yield a path from its first folder to its whole."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
    yield path
