"""What differs between two states of a strategy, whatever happened in between."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from living_strategy.content.versions import SETTINGS, Holding, VersionReader, holding
from living_strategy.history.delta import Delta, EntryKey, Fields, between
from living_strategy.history.log import Contents
from living_strategy.history.versions import FileVersion, Versions
from living_strategy.model import Area


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two revisions, entry by entry, in the order of kinds and ids; and the
    paths of the files that could not be read on one of the sides.
    """

    deltas: tuple[Delta, ...]
    unread: tuple[str, ...] = ()


class Sides(NamedTuple):
    """What the files that differ say in two revisions, entry by entry, and the paths of those that
    could not be read on one of the sides.
    """

    old: Mapping[EntryKey, Fields]
    new: Mapping[EntryKey, Fields]
    unread: tuple[str, ...] = ()


def difference(
    log: Contents,
    reader: VersionReader,
    old: str,
    new: str,
    successors: Mapping[EntryKey, EntryKey],
) -> Difference:
    """Compare two revisions directly: what went there and back is no difference. `successors` lead
    from kind and id to what an entry was called next.

    Raises:
        LookupError: there is no such revision.
    """
    return net_difference(sides(log, reader, old, new), successors)


def sides(log: Contents, reader: VersionReader, old: str, new: str) -> Sides:
    """Read what differs between two revisions.

    Raises:
        LookupError: there is no such revision.
    """
    before, after = dict(log.files(old)), dict(log.files(new))
    paths = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    files = [
        tuple(FileVersion(path, side[path]) for path in paths if path in side and holding(path))
        for side in (before, after)
    ]
    versions = Versions(log, reader, (*files[0], *files[1]))
    unread: list[str] = []
    before_fields, after_fields = (dict(_fields(side, versions, unread)) for side in files)
    return Sides(before_fields, after_fields, tuple(sorted({*unread})))


def net_difference(read: Sides, successors: Mapping[EntryKey, EntryKey]) -> Difference:
    """Compare two revisions that were read. Of what a file said that cannot be read on one side,
    nobody knows whether it came or went.
    """
    moved = {_latest(key, successors): fields for key, fields in read.old.items()}
    unread = {held for path in read.unread if (held := holding(path))}
    keys = (key for key in sorted({*moved, *read.new}) if not _is_unread(key, unread))
    deltas = (between(key, moved.get(key), read.new.get(key)) for key in keys)
    return Difference(tuple(delta for delta in deltas if delta), read.unread)


def _is_unread(key: EntryKey, unread: Collection[Holding]) -> bool:
    kind, entry = key
    whole = SETTINGS if kind == Area.kind else kind
    return Holding(kind, entry) in unread or Holding(whole) in unread


def _fields(
    side: tuple[FileVersion, ...], versions: Versions, unread: list[str]
) -> Iterator[tuple[EntryKey, Fields]]:
    for version in side:
        read = versions.get(version)
        if isinstance(read, str):
            unread.append(version.path)
        else:
            yield from read.items()


def _latest(key: EntryKey, successors: Mapping[EntryKey, EntryKey]) -> EntryKey:
    """Follow an entry to its last name. Names may have gone in a circle and back."""
    seen = {key}
    while (following := successors.get(key)) and following not in seen:
        seen.add(following)
        key = following
    return key
