"""What differs between two states of a strategy, whatever happened in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from living_strategy.content.versions import VersionReader, holding, single_entry
from living_strategy.history.delta import Delta, EntryKey, Fields, between
from living_strategy.history.log import Log
from living_strategy.history.versions import FileVersion, Versions


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two revisions, entry by entry, in the order of kinds and ids; and the
    paths of the files that could not be read on one of the sides.
    """

    deltas: tuple[Delta, ...]
    unread: tuple[str, ...] = ()


def difference(
    log: Log,
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
    before, after = dict(log.files(old)), dict(log.files(new))
    paths = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    sides = [
        tuple(FileVersion(path, side[path]) for path in paths if path in side and holding(path))
        for side in (before, after)
    ]
    versions = Versions(log, reader, (*sides[0], *sides[1]))
    unread: list[str] = []
    old_fields, new_fields = (dict(_fields(side, versions, unread)) for side in sides)
    moved = {_latest(key, successors): fields for key, fields in old_fields.items()}
    unread_keys = {key for path in unread if (key := single_entry(path))}
    keys = sorted({*moved, *new_fields} - unread_keys)
    deltas = (between(key, moved.get(key), new_fields.get(key)) for key in keys)
    return Difference(tuple(delta for delta in deltas if delta), tuple(sorted({*unread})))


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
