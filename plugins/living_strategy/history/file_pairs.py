"""Each version of a file beside the readable one before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from living_strategy.content.versions import VersionReader, holding, single_entry
from living_strategy.history.delta import Delta, EntryKey, Fields, Version, between, deltas
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


class FileDelta(NamedTuple):
    """What a revision did to the entries of one file, and the version that they now stand in."""

    path: str
    version: FileVersion | None
    deltas: tuple[Delta, ...]


class FilePairs:
    """Compares the files of revisions, which must be asked for in their order.

    A version that cannot be read is passed over: the next one is compared with the last that could.
    `readable` has the last readable version by path before these revisions, and is kept up;
    `removed` is where each entry stood that is not there.
    """

    def __init__(
        self,
        log: Log,
        revisions: Iterable[Revision],
        reader: VersionReader,
        pairs: Pairs,
        readable: dict[str, FileVersion],
        removed: Mapping[EntryKey, FileVersion],
    ) -> None:
        self.unreadable: list[UnreadableVersion] = []
        self._pairs = pairs
        self._readable = readable
        self._removed = removed
        self._versions = Versions(log, reader, self._wanted(revisions))

    def _wanted(self, revisions: Iterable[Revision]) -> Iterator[FileVersion]:
        """Yield the versions that will be compared, as far as that can be foreseen: whatever is
        missing here has to be fetched by itself.
        """
        removed = dict(self._removed)
        for revision in revisions:
            # An entry may leave one file and come in another.
            for change in sorted(revision.files, key=lambda change: change.new is not None):
                pair = (self._version(change.old_path, change.old), self._new(change))
                if pair != (None, None) and pair not in self._pairs:
                    yield from (version for version in pair if version)
                    yield from self._wanted_again(change, pair, removed)

    def _wanted_again(
        self, change: FileChange, pair: Pair, removed: dict[EntryKey, FileVersion]
    ) -> Iterator[FileVersion]:
        """Yield what will also be compared under another name, or with what was there before."""
        old, new = pair
        key = single_entry(change.path)
        if old and new and change.path != change.old_path:
            yield from (old, new)
        elif old and key:
            if new is None:
                removed[key] = old
                yield old
        elif new and key in removed:
            was = removed.pop(key)
            if was is self._removed.get(key):
                yield was
            yield new

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
        # Mostly nothing is known, which is said sooner than what is.
        if pair in self._pairs:
            return self._pairs[pair]
        compared = self._pairs[pair] = self._compare(pair)
        return compared

    def _compare(self, pair: Pair) -> Compared:
        old, new = pair
        read = self._versions.get(new) if new else {}
        # The older one is then compared with what comes next.
        if isinstance(read, str):
            return read
        said = _said(self._versions.get(old)) if old else {}
        compared = deltas(said, read)
        # Entries that say the same still stand in the older one, and may go from there.
        if old and not compared:
            self._versions.keep(old, said)
        return compared

    def moved(
        self, old: EntryKey, before: FileVersion | None, new: EntryKey, after: FileVersion
    ) -> Delta | None:
        """Return what differs in an entry that stood elsewhere before, or under another id."""
        pair = (_part(before, old) if before else None, _part(after, new))
        known = self._pairs.get(pair)
        if known is None or isinstance(known, str):
            fields = self._fields(old, before) if before else None
            delta = between(new, fields, self._fields(new, after))
            known = self._pairs[pair] = (delta,) if delta else ()
        return known[0] if known else None

    def _fields(self, key: EntryKey, version: FileVersion) -> Fields | None:
        return _said(self._versions.get(version)).get(key)


def _part(version: FileVersion, key: EntryKey) -> FileVersion:
    """One entry of a version; no file of content has such a path."""
    return FileVersion(f"{version.path}/{'/'.join(key)}", version.content)


def _said(version: Version | str) -> Version:
    return {} if isinstance(version, str) else version
