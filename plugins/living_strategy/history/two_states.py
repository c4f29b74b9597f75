"""Two states of a strategy, wherever each is kept: on disk, at a revision or in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence

from living_strategy.content.intake import STRATEGY
from living_strategy.content.reading import MAX_BYTES
from living_strategy.content.source import (
    NO_FILE,
    ContentSource,
    Linked,
    Sort,
    TooLarge,
    Unreadable,
)
from living_strategy.content.versions import ADOPTION, holding
from living_strategy.model import ITEM_FOLDERS

OLD, NEW = "old", "new"
_FOLDERS = (STRATEGY, f"{STRATEGY}/registers", *ITEM_FOLDERS)
_Content = bytes | TooLarge | Unreadable


class TwoStates:
    """The contents of two sources, as the revisions `OLD` and `NEW`; see `Contents`. A state that
    is None had no content. Every file is read once; with `paths`, only those files are.
    """

    def __init__(
        self,
        old: ContentSource | None,
        new: ContentSource | None,
        paths: Collection[str] | None = None,
    ) -> None:
        self._paths = paths
        self._contents: dict[str, _Content] = {}
        self._files = {OLD: self._read(old), NEW: self._read(new)}

    def files(self, revision: str) -> Sequence[tuple[str, str]]:
        """See `Contents`.

        Raises:
            LookupError: it is neither of the two.
        """
        return tuple(self._files[revision].items())

    def contents(self, names: Sequence[str], limit: int) -> Iterator[tuple[str, _Content]]:
        """See `Contents`; what has more bytes than a content file may have was not read."""
        for name in names:
            raw = self._contents[name]
            is_over = isinstance(raw, bytes) and len(raw) > limit
            yield name, TooLarge(len(raw), limit) if is_over else raw  # type: ignore[arg-type]

    def _read(self, source: ContentSource | None) -> Mapping[str, str]:
        if source is None:
            return {}
        files = {}
        for path in self._chosen(source):
            raw = source.read(path, MAX_BYTES)
            # A link is no file: nothing is read through it.
            content = Unreadable(NO_FILE) if isinstance(raw, Linked) else raw
            files[path] = name = _name(content)
            self._contents[name] = content
        return files

    def _chosen(self, source: ContentSource) -> list[str]:
        paths = (path for path in _paths(source) if holding(path))
        return sorted(path for path in paths if self._paths is None or path in self._paths)


def _paths(source: ContentSource) -> Iterator[str]:
    for folder in (*_FOLDERS, *_folders(source, ADOPTION)):
        names = source.listing(folder)
        if isinstance(names, list):
            yield from (f"{folder}/{name}" for name, sort in names if sort is Sort.FILE)


def _folders(source: ContentSource, folder: str) -> Iterator[str]:
    names = source.listing(folder)
    if isinstance(names, list):
        yield from (f"{folder}/{name}" for name, sort in names if sort is Sort.FOLDER)


def _name(content: _Content) -> str:
    """Name a content: equal contents have one name."""
    raw = content if isinstance(content, bytes) else repr(content).encode()
    return hashlib.blake2b(raw, digest_size=16).hexdigest()
