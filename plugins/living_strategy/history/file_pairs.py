"""Each version of a file beside the readable one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import TypeAlias

from living_strategy.content.versions import VersionReader, holding
from living_strategy.history.delta import Delta, EntryKey, Fields, Version, deltas
from living_strategy.history.log import FileChange, Log, Revision
from living_strategy.history.versions import FileVersion, Versions

Pair: TypeAlias = tuple[FileVersion | None, FileVersion | None]
Compared: TypeAlias = tuple[Delta, ...] | str
"""What differs between two versions of a file, or the code of why the newer one cannot be read."""

Pairs: TypeAlias = MutableMapping[Pair, Compared]
"""What is known of pairs of versions: a pure function of two texts, so it may be kept for ever."""


@dataclass(frozen=True, slots=True)
class UnreadableVersion:
    """A version of a file that says nothing any more; `revision` counts from the oldest."""

    revision: int
    path: str
    code: str


@dataclass(frozen=True, slots=True)
class FileDelta:
    """What a revision did to the entries of one file, and the version that they now stand in."""

    path: str
    version: FileVersion | None
    deltas: tuple[Delta, ...]


class FilePairs:
    """Compares the files of revisions, which must be asked for in their order.

    A version that cannot be read is passed over: the next one is compared with the last that could.
    """

    def __init__(
        self, log: Log, revisions: Iterable[Revision], reader: VersionReader, pairs: Pairs
    ) -> None:
        self.unreadable: list[UnreadableVersion] = []
        self._pairs = pairs
        self._readable: dict[str, FileVersion] = {}
        self._versions = Versions(log, reader, self._wanted(revisions))

    def _wanted(self, revisions: Iterable[Revision]) -> Iterator[FileVersion]:
        """Yield the versions that will be compared, as far as that can be foreseen."""
        for revision in revisions:
            for change in revision.files:
                pair = (self._version(change.old_path, change.old), self._new(change))
                if pair != (None, None) and pair not in self._pairs:
                    yield from (version for version in pair if version)

    def _new(self, change: FileChange) -> FileVersion | None:
        return self._version(change.path, change.new)

    def _version(self, path: str, content: str | None) -> FileVersion | None:
        return FileVersion(path, content) if content and holding(path) else None

    def of(self, index: int, revision: Revision) -> Iterator[FileDelta]:
        """Yield what a revision did to each file of content."""
        for change in revision.files:
            old, new = self._readable.get(change.old_path), self._new(change)
            if old is None and new is None:
                continue
            compared = self._compared((old, new))
            if isinstance(compared, str):
                self.unreadable.append(UnreadableVersion(index, change.path, compared))
                if old and change.path != change.old_path:
                    self._readable[change.path] = self._readable.pop(change.old_path)
                continue
            if change.new is None or change.path != change.old_path:
                self._readable.pop(change.old_path, None)
            if new:
                self._readable[change.path] = new
            yield FileDelta(change.path, new, compared)

    def _compared(self, pair: Pair) -> Compared:
        compared = self._pairs.get(pair)
        if compared is None:
            compared = self._pairs[pair] = self._compare(pair)
        return compared

    def _compare(self, pair: Pair) -> Compared:
        old, new = (self._versions.get(version) if version else {} for version in pair)
        return new if isinstance(new, str) else deltas(_said(old), new)

    def fields(self, key: EntryKey, version: FileVersion) -> Fields | None:
        """Return what a version of a file said of one entry."""
        return _said(self._versions.get(version)).get(key)


def _said(version: Version | str) -> Version:
    return {} if isinstance(version, str) else version
