"""Content as it would be: a source with some of its files exchanged for others."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.content.source import (
    NO_FILE,
    ContentSource,
    Linked,
    Names,
    Sort,
    Target,
    TooLarge,
    Unreadable,
)


class OverlaidSource:
    """The files of another source, with these in place of those there; None is a file less.

    The paths must not lie behind a link.
    """

    def __init__(self, below: ContentSource, files: Mapping[str, bytes | None]) -> None:
        self._below = below
        self._files = dict(files)

    def __str__(self) -> str:
        return str(self._below)

    def sort(self, path: str) -> Sort | None:
        """See `ContentSource`."""
        if path in self._files:
            return None if self._files[path] is None else Sort.FILE
        there = self._below.sort(path)
        return there or (Sort.FOLDER if self._names(path) else None)

    def is_same(self, path: str, other: str) -> bool:
        """See `ContentSource`."""
        is_new = path in self._files or other in self._files
        return path == other if is_new else self._below.is_same(path, other)

    def listing(self, folder: str) -> Names | Linked | Unreadable:
        """See `ContentSource`."""
        below = self._below.listing(folder)
        if not isinstance(below, list):
            return below
        full = f"{folder}/" if folder else ""
        kept = {name: sort for name, sort in below if self._files.get(full + name, b"") is not None}
        return sorted((kept | self._names(folder)).items())

    def read(self, path: str, limit: int | None) -> bytes | Linked | TooLarge | Unreadable:
        """See `ContentSource`."""
        if path not in self._files:
            return self._below.read(path, limit)
        content = self._files[path]
        if content is None:
            return Unreadable(NO_FILE)
        too_large = limit is not None and len(content) > limit
        return TooLarge(len(content), limit or 0) if too_large else content

    def target(self, link: str) -> Target:
        """See `ContentSource`."""
        return self._below.target(link)

    def _names(self, folder: str) -> dict[str, Sort]:
        """Return the names in a folder that come by the files."""
        full = f"{folder}/" if folder else ""
        names: dict[str, Sort] = {}
        for path, content in self._files.items():
            if content is not None and path.startswith(full):
                name, slash, _ = path.removeprefix(full).partition("/")
                names[name] = Sort.FOLDER if slash else Sort.FILE
        return names
