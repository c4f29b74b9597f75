"""A reading of a history as it is kept: a head that has all but the changes, and a page an entry.

The head says what happened to whom and when in columns of numbers, so that a history of thousands
of events is there at once. Pages do not change with the ids that entries have or the days that are
believed, and most are the same after another commit.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from living_strategy.history.bookmark import Bookmark, Reading
from living_strategy.history.change import FieldChange
from living_strategy.history.days import published_days, states
from living_strategy.history.delta import Delta, EntryKey
from living_strategy.history.event import Event, History, MisspeltClass, Nature, Unread
from living_strategy.history.kept_changes import (
    KeptChanges,
    Made,
    Page,
    about_row,
    mask_of,
    packed_page,
    page_name,
)

Aliases: TypeAlias = Mapping[EntryKey, EntryKey]
_NATURES = tuple(Nature)
_CODES = {nature._value_: code for code, nature in enumerate(_NATURES)}
# How many lines of a head have a value for each event.
_COLUMNS = 7
_UNKNOWN: tuple[Any, ...] = ()


class KeptReading(NamedTuple):
    """A reading, and the aliases that it was made with."""

    reading: Reading
    aliases: Aliases

    def holds_with(self, aliases: Aliases) -> bool:
        """Return whether it would be the same with other aliases: those that differ are of no
        entry that ever went.
        """
        history = self.reading.history
        keys = {*self.aliases, *aliases}
        others = {key for key in keys if self.aliases.get(key) != aliases.get(key)}
        return not others or others.isdisjoint(_went(history))


def _went(history: History) -> Iterator[EntryKey]:
    yield from (old for old, _ in history.successors)
    for event in history.events:
        if event.nature in (Nature.REMOVED, Nature.MERGED):
            yield event.kind, event.entry


def packed_pages(reading: Reading, made: Mapping[str, Made]) -> Iterator[tuple[str, bytes | None]]:
    """Yield the name of the page of each entry, with its content if it is not kept already. `made`
    tells by the digest of an event where it comes from.
    """
    events: list[list[Event]] = [[] for _ in reading.bookmark.keys]
    for lineage, event in zip(reading.bookmark.lineages, reading.history.events, strict=True):
        events[lineage].append(event)
    for of_entry in events:
        if page := _page_of(of_entry):
            yield page.name, None if page.is_kept else page.content
            continue
        content = packed_page(_about(of_entry, made), [event.changes for event in of_entry])
        yield page_name(content), content


def packed_deltas(deltas: Sequence[Delta], made: Mapping[str, Made]) -> bytes:
    """Return the page of an entry to which nothing else happened."""
    about = (_made_row(delta.digest, delta.changes, made) for delta in deltas)
    return packed_page(about, [delta.changes for delta in deltas])


def _page_of(events: Sequence[Event]) -> Page | None:
    """Return the page that has these events and no others."""
    first = events[0].changes if events else None
    if not isinstance(first, KeptChanges):
        return None
    page = first.page
    for number, event in enumerate(events):
        changes = event.changes
        if not isinstance(changes, KeptChanges) or changes.page is not page:
            return None
        if changes.number != number:
            return None
    return page if page.has_only(len(events)) else None


def _about(events: Sequence[Event], made: Mapping[str, Made]) -> Iterator[Sequence[Any]]:
    for event in events:
        changes = event.changes
        if isinstance(changes, KeptChanges):
            yield changes.page.about[changes.number]
        else:
            yield _made_row(event.key.partition("-")[0], changes, made)


def _made_row(
    digest: str, changes: Sequence[FieldChange], made: Mapping[str, Made]
) -> Sequence[Any]:
    source = made.get(digest)
    # A class that an editor gave is not part of what differs between two texts.
    is_same = source is not None and source.delta.changes is changes
    return about_row(source) if source and is_same else _UNKNOWN


def packed_head(reading: Reading, aliases: Aliases, names: Sequence[str]) -> Iterator[str]:
    """Pack all of a reading but its pages, which have these names: a line after the other, because
    all at once would fill the memory.
    """
    for values in _head(reading, aliases):
        yield json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    yield json.dumps(names)


def _head(reading: Reading, aliases: Aliases) -> Iterator[Any]:
    history, bookmark = reading
    numbers = {name: number for number, name in enumerate(bookmark.revisions)}
    subjects = {numbers[event.revision]: event.subject for event in history.events}
    titles = dict.fromkeys(event.title for event in history.events)
    title_numbers = {title: number for number, title in enumerate(titles)}
    yield tuple(aliases.items())
    yield bookmark.revisions, bookmark.seconds, tuple(subjects.items())
    yield tuple(titles)
    yield bookmark.lineages
    yield [numbers[event.revision] for event in history.events]
    yield [_CODES[event.nature._value_] for event in history.events]
    yield [event.key for event in history.events]
    yield [title_numbers[event.title] for event in history.events]
    yield [mask_of(event.changes) for event in history.events]
    yield [(number, event.other) for number, event in enumerate(history.events) if event.other]
    yield from (
        bookmark.keys, bookmark.living, bookmark.removed, bookmark.homes, bookmark.readable,
        bookmark.files, history.successors,
        [(numbers[version.revision], version.path, version.code) for version in history.unread],
        [
            (numbers[line.revision], line.commit, line.subject, line.line, line.near)
            for line in history.misspelt
        ],
    )  # fmt: skip


def page_names(head: str) -> Sequence[str]:
    """Return the names of the pages that a head needs."""
    names: Sequence[str] = json.loads(head.rpartition("\n")[2])
    return names


def unpack(head: str, contents: Mapping[str, bytes]) -> KeptReading:
    """Return the reading of a head, with the contents of its pages.

    Raises:
        LookupError: a page is missing.
        ValueError: the head is none.
    """
    aliases, clocks, titles, *others, names = map(json.loads, head.split("\n"))
    columns, rest = others[:_COLUMNS], others[_COLUMNS:]
    revisions, seconds, subjects = clocks
    keys, living, removed, homes, readable, files, successors, unread, misspelt = rest
    days = published_days(seconds)
    keys = _pairs(keys)
    bookmark = Bookmark(
        tuple(revisions), tuple(seconds), tuple(columns[0]), keys, _keyed(living), _pairs(removed),
        tuple((tuple(key), tuple(content)) for key, content in homes),
        tuple((path, tuple(content)) for path, content in readable),
        _pairs(files),
    )  # fmt: skip
    pages = [Page(name, contents[name]) for name in names]
    history = History(
        tip=revisions[-1] if revisions else "",
        begins=days[0] if days else None,
        events=tuple(_events(bookmark, days, dict(subjects), titles, columns, pages)),
        states=tuple(states(revisions, days)),
        successors=tuple((tuple(old), tuple(new)) for old, new in successors),
        unread=tuple(
            Unread(days[number], revisions[number], path, code) for number, path, code in unread
        ),
        files=tuple((path, days[number]) for path, number in files),
        misspelt=tuple(
            MisspeltClass(days[number], revisions[number], *line) for number, *line in misspelt
        ),
    )
    known = {tuple(old): tuple(new) for old, new in aliases}
    return KeptReading(Reading(history, bookmark), known)


def _events(
    bookmark: Bookmark,
    days: Sequence[date],
    subjects: Mapping[int, str],
    titles: Sequence[str],
    columns: Sequence[Any],
    pages: Sequence[Page],
) -> Iterator[Event]:
    lineages, numbers, natures, event_keys, title_numbers, masks, others = columns
    of_entry = [0] * len(pages)
    changes = []
    for lineage, mask in zip(lineages, masks, strict=True):
        changes.append(KeptChanges(pages[lineage], of_entry[lineage], mask))
        of_entry[lineage] += 1
    other = [""] * len(lineages)
    for number, text in others:
        other[number] = text
    keys, revisions = bookmark.keys, bookmark.revisions
    return map(
        Event,
        event_keys,
        [keys[lineage][0] for lineage in lineages],
        [keys[lineage][1] for lineage in lineages],
        [titles[number] for number in title_numbers],
        [_NATURES[code] for code in natures],
        [days[number] for number in numbers],
        [revisions[number] for number in numbers],
        [subjects[number] for number in numbers],
        changes,
        other,
    )


def _pairs(rows: Collection[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(map(tuple, rows))


def _keyed(rows: Collection[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple((tuple(key), value) for key, value in rows)
