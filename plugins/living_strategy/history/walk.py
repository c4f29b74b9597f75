"""From published revisions to what happened to each entry, under whatever id it had then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from living_strategy.content.versions import VersionReader, single_entry
from living_strategy.history.bookmark import NOTHING_READ, Bookmark
from living_strategy.history.delta import STRATEGY_KEY, Delta, EntryKey
from living_strategy.history.event import Nature
from living_strategy.history.file_pairs import FileDelta, FilePairs, Pairs, UnreadableVersion
from living_strategy.history.identity import renamed_keys, successions
from living_strategy.history.log import Log, Revision
from living_strategy.history.overrule import overrule
from living_strategy.history.versions import FileVersion
from living_strategy.model.trait import Change

# Entries that come with at least so many others were not decided that day, but written down.
MIN_FOUNDED = 20


class Step(NamedTuple):
    """What one revision did to one entry; `lineage` numbers the entries, whose ids may change.
    `revision` counts from the oldest. `other` is as in `Event`.
    """

    lineage: int
    revision: int
    nature: Nature
    delta: Delta
    other: str = ""


@dataclass
class Walk:
    """What happened, in the order of the revisions. `successors` lead to what an entry was called
    next; the rest is as in `Bookmark`.
    """

    keys: list[EntryKey]
    successors: dict[EntryKey, EntryKey]
    living: dict[EntryKey, int]
    removed: set[EntryKey]
    homes: dict[EntryKey, FileVersion]
    readable: Mapping[str, FileVersion]
    unreadable: Sequence[UnreadableVersion]
    steps: list[Step] = field(default_factory=list)


def walk(
    log: Log,
    revisions: list[Revision],
    reader: VersionReader,
    pairs: Pairs,
    aliases: Mapping[EntryKey, EntryKey],
    successors: Iterable[tuple[EntryKey, EntryKey]] = (),
    bookmark: Bookmark = NOTHING_READ.bookmark,
) -> Walk:
    """Follow every entry through revisions, oldest first, from where a bookmark is. What they did
    to files is let go once it has been followed: those of a long history would fill the memory.

    `pairs` has the comparisons that are known and takes those that are made. `aliases` lead from
    the earlier ids of today's entries to the present ones, `successors` are those before these
    revisions.
    """
    homes = {key: FileVersion(*content) for key, content in bookmark.homes}
    readable = {path: FileVersion(*content) for path, content in bookmark.readable}
    removed = {key: homes[key] for key in bookmark.removed if key in homes}
    files = FilePairs(log, revisions, reader, pairs, readable, removed)
    walked = Walk(
        keys=list(bookmark.keys),
        successors=dict(successors),
        living=dict(bookmark.living),
        removed=set(bookmark.removed),
        homes=homes,
        readable=readable,
        unreadable=files.unreadable,
    )
    walker = _Walker(walked, files, aliases)
    start = len(bookmark.revisions)
    for number, revision in enumerate(revisions):
        if revision.files:
            walked.steps.extend(walker.take(start + number, revision))
            revisions[number] = revision._replace(files=())
    return walked


@dataclass
class _Differences:
    """What one revision did, by entry, and where the entries stand that it touched."""

    came: dict[EntryKey, Delta] = field(default_factory=dict)
    went: dict[EntryKey, Delta] = field(default_factory=dict)
    changed: dict[EntryKey, Delta] = field(default_factory=dict)
    homes: dict[EntryKey, FileVersion] = field(default_factory=dict)

    def add(self, file: FileDelta, trailer: Change | None) -> None:
        for delta in file.deltas:
            if not delta.has_new:
                self.went[delta.key] = delta
                continue
            if file.version:
                self.homes[delta.key] = file.version
            side = self.changed if delta.has_old else self.came
            side[delta.key] = _overruled(delta, trailer)


class _Walker:
    def __init__(
        self, walked: Walk, files: FilePairs, aliases: Mapping[EntryKey, EntryKey]
    ) -> None:
        self._walked = walked
        self._files = files
        self._aliases = aliases
        self._homes, self._lineages, self._removed = walked.homes, walked.living, walked.removed

    def take(self, index: int, revision: Revision) -> Iterator[Step]:
        """Yield what a revision did: what went on under another name, came, went and changed."""
        trailers = {path: Change(name) for path, name in revision.trailers}
        differences = _Differences()
        for file in self._files.of(index, revision):
            differences.add(file, trailers.get(file.path))
        self._join(differences)
        yield from self._succeeded(index, revision, differences, trailers)
        yield from self._went(index, differences)
        yield from self._came(index, differences)
        for key, delta in differences.changed.items():
            yield Step(self._lineage(key), index, _nature(delta), delta)
        self._homes |= differences.homes

    def _lineage(self, key: EntryKey) -> int:
        """Return the number of an entry. Where two files claim one id, one of them may go and the
        other stay.
        """
        if key not in self._lineages:
            self._lineages[key] = len(self._walked.keys)
            self._walked.keys.append(key)
        return self._lineages[key]

    def _join(self, differences: _Differences) -> None:
        """Make one change of an entry that left one file and came in another."""
        came, went = differences.came, differences.went
        for key in [key for key in went if key in came]:
            del went[key], came[key]
            if delta := self._moved(key, key, differences):
                differences.changed[key] = delta

    def _moved(self, old: EntryKey, new: EntryKey, differences: _Differences) -> Delta | None:
        return self._files.moved(old, self._homes.get(old), new, differences.homes[new])

    def _succeeded(
        self,
        index: int,
        revision: Revision,
        differences: _Differences,
        trailers: Mapping[str, Change],
    ) -> Iterator[Step]:
        if not differences.went or not differences.came:
            return
        renamed = renamed_keys(revision.files, single_entry)
        pairs = successions(differences.went, differences.came, self._aliases, renamed)
        for succession in tuple(pairs):
            old, new = succession.old, succession.new
            lineage = self._lineages[new] = self._lineage(old)
            del self._lineages[old]
            self._walked.keys[lineage] = self._walked.successors[old] = new
            delta = self._moved(old, new, differences)
            del differences.went[old], differences.came[new]
            self._homes.pop(old, None)
            if delta is None:
                continue
            delta = _overruled(delta, trailers.get(differences.homes[new].path))
            if old[0] != new[0]:
                yield Step(lineage, index, Nature.CONVERTED, delta, old[0])
            else:
                yield Step(lineage, index, _nature(delta), delta)

    def _went(self, index: int, differences: _Differences) -> Iterator[Step]:
        for key, delta in differences.went.items():
            self._removed.add(key)
            taken_over = self._aliases.get(key) or _adopter(key, differences.changed)
            if taken_over and taken_over in self._lineages:
                yield Step(self._lineage(key), index, Nature.MERGED, delta, taken_over[1])
            else:
                yield Step(self._lineage(key), index, Nature.REMOVED, delta)

    def _came(self, index: int, differences: _Differences) -> Iterator[Step]:
        came = differences.came
        is_founded = STRATEGY_KEY in came or len(came) > MIN_FOUNDED
        for key, delta in came.items():
            if key in self._removed:
                self._removed.remove(key)
                returned = self._moved(key, key, differences) or delta
                yield Step(self._lineage(key), index, Nature.RETURNED, returned)
                continue
            nature = Nature.FOUNDED if is_founded else Nature.NEW
            yield Step(self._lineage(key), index, nature, delta)


def _adopter(key: EntryKey, changed: Mapping[EntryKey, Delta]) -> EntryKey | None:
    """Return the entry that took an id as one of its earlier ones in the same revision."""
    kind, entry_id = key
    adopters = (
        other for other, delta in changed.items() if other[0] == kind and entry_id in delta.aliases
    )
    return next(adopters, None)


def _nature(delta: Delta) -> Nature:
    return Nature.RETIRED if delta.retires else Nature.CHANGED


def _overruled(delta: Delta, trailer: Change | None) -> Delta:
    if trailer is None:
        return delta
    changes = tuple(overrule(change, trailer) for change in delta.changes)
    return delta._replace(changes=changes)
