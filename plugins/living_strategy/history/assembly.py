"""The history of a strategy, put together from its log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from living_strategy.content.versions import VersionReader
from living_strategy.history.bookmark import NOTHING_READ, Bookmark, Reading
from living_strategy.history.change import FieldChange
from living_strategy.history.days import last_moments, published_days, states
from living_strategy.history.delta import EntryKey, forget_versions
from living_strategy.history.event import Event, History, MisspeltClass, Unread
from living_strategy.history.file_pairs import Pairs
from living_strategy.history.kept_changes import is_open
from living_strategy.history.log import Log, Revision
from living_strategy.history.renamed import joined_links
from living_strategy.history.slips import settle
from living_strategy.history.walk import Walk, walk


def assemble(
    log: Log, reader: VersionReader, pairs: Pairs, aliases: Mapping[EntryKey, EntryKey]
) -> History:
    """Read the whole log. The result depends on nothing but its revisions and `aliases`, so it may
    be kept by both; `settled` makes it fit for readers.
    """
    return go_on(NOTHING_READ, log, log.revisions(), reader, pairs, aliases).history


def go_on(
    so_far: Reading,
    log: Log,
    further: Iterable[Revision],
    reader: VersionReader,
    pairs: Pairs,
    aliases: Mapping[EntryKey, EntryKey],
) -> Reading:
    """Read the revisions behind those that were read with the same `aliases`. The result is the
    same as if all were read at once.
    """
    before, bookmark = so_far
    revisions = list(further)
    numbers = range(len(bookmark.revisions), len(bookmark.revisions) + len(revisions))
    files = last_moments(revisions, numbers, bookmark.files)
    walked = walk(log, revisions, reader, pairs, aliases, before.successors, bookmark)
    # All versions have been compared, and what comes now needs room.
    reader.forget()
    forget_versions()
    bookmark = _moved(bookmark, walked, revisions, files)
    days = published_days(bookmark.seconds)
    earlier = _earlier(so_far, bookmark, days)
    history = History(
        tip=bookmark.revisions[-1] if bookmark.revisions else "",
        begins=days[0] if days else None,
        events=(*earlier, *_events(walked, bookmark, days, before.events, revisions)),
        states=tuple(states(bookmark.revisions, days)),
        successors=tuple(walked.successors.items()),
        unread=(*_unread(before, bookmark, days), *_unreadable(walked, bookmark, days)),
        files=tuple((path, days[index]) for path, index in bookmark.files),
        misspelt=(
            *_earlier_misspelt(before, bookmark, days),
            *_misspelt(revisions, bookmark, days),
        ),
    )
    return Reading(history, bookmark)


def _moved(
    bookmark: Bookmark, walked: Walk, revisions: Sequence[Revision], files: Mapping[str, int]
) -> Bookmark:
    """Return the bookmark behind these revisions. `files` says which one last changed each file."""
    return Bookmark(
        revisions=(*bookmark.revisions, *(revision.name for revision in revisions)),
        seconds=(*bookmark.seconds, *(revision.committed for revision in revisions)),
        lineages=(*bookmark.lineages, *(step.lineage for step in walked.steps)),
        keys=tuple(walked.keys),
        living=tuple(walked.living.items()),
        removed=tuple(sorted(walked.removed)),
        homes=tuple(walked.homes.items()),
        readable=tuple(walked.readable.items()),
        files=tuple(files.items()),
    )


def _days_by_name(bookmark: Bookmark, days: Sequence[date]) -> Mapping[str, date]:
    return dict(zip(bookmark.revisions, days, strict=True))


def _earlier(so_far: Reading, bookmark: Bookmark, days: Sequence[date]) -> Sequence[Event]:
    """Return the events before these revisions, with the ids that their entries have now, and the
    days that are believed now.
    """
    events, was = so_far.history.events, so_far.bookmark
    same_keys = tuple(bookmark.keys[: len(was.keys)]) == was.keys
    if same_keys and days[: len(was.seconds)] == published_days(was.seconds):
        return events
    by_name = _days_by_name(bookmark, days)
    keys = (bookmark.keys[lineage] for lineage in was.lineages)
    return tuple(
        event._replace(kind=kind, entry=entry, day=by_name[event.revision])
        for event, (kind, entry) in zip(events, keys, strict=True)
    )


def _unread(before: History, bookmark: Bookmark, days: Sequence[date]) -> Iterator[Unread]:
    if before.unread:
        by_name = _days_by_name(bookmark, days)
        for version in before.unread:
            yield replace(version, day=by_name[version.revision])


def _earlier_misspelt(
    before: History, bookmark: Bookmark, days: Sequence[date]
) -> Iterator[MisspeltClass]:
    if before.misspelt:
        by_name = _days_by_name(bookmark, days)
        for line in before.misspelt:
            yield replace(line, day=by_name[line.revision])


def _misspelt(
    revisions: Sequence[Revision], bookmark: Bookmark, days: Sequence[date]
) -> Iterator[MisspeltClass]:
    start = len(bookmark.revisions) - len(revisions)
    for index, revision in enumerate(revisions, start):
        for line in revision.misspelt:
            yield MisspeltClass(days[index], revision.name, *line)


def _unreadable(walked: Walk, bookmark: Bookmark, days: Sequence[date]) -> Iterator[Unread]:
    for version in walked.unreadable:
        index = version.revision
        yield Unread(days[index], bookmark.revisions[index], version.path, version.code)


def _events(
    walked: Walk,
    bookmark: Bookmark,
    days: Sequence[date],
    before: Sequence[Event],
    revisions: Sequence[Revision],
) -> Iterator[Event]:
    # The same two contents may follow each other again, and no two events may share a key.
    told = Counter(event.key.partition("-")[0] for event in before)
    start = len(bookmark.revisions) - len(revisions)
    # What was told of is let go: there are as many steps as events.
    steps = walked.steps
    steps.reverse()
    while steps:
        step = steps.pop()
        kind, entry = walked.keys[step.lineage]
        digest, revision = step.delta.digest, revisions[step.revision - start]
        told[digest] += 1
        yield Event(
            key=f"{digest}-{told[digest]}",
            kind=kind,
            entry=entry,
            title=step.delta.title,
            nature=step.nature,
            day=days[step.revision],
            revision=revision.name,
            subject=revision.subject,
            changes=step.delta.changes,
            other=step.other,
        )


def settled(
    history: History,
    vocabulary: Collection[str],
    today: date,
    aliases: Mapping[str, str] | None = None,
) -> History:
    """Decide with today's words and ids what was a slip of the pen or a link to a new id, and let
    nothing happen after today.
    """
    events = tuple(
        event._replace(
            day=min(event.day, today),
            changes=settled_changes(event.changes, vocabulary, aliases),
        )
        if is_open(event.changes)
        else event._replace(day=today)
        if event.day > today
        else event
        for event in history.events
    )
    states = tuple((min(day, today), name) for day, name in history.states)
    files = tuple((path, min(day, today)) for path, day in history.files)
    decided = _decided(zip(history.events, events, strict=True))
    return replace(history, events=events, states=states, files=files, decided=decided)


def _decided(events: Iterable[tuple[Event, Event]]) -> str:
    """Return what was decided of those events that were open before."""
    return " ".join(
        f"{after.key}:{','.join(change.change.value for change in after.changes)}"
        for before, after in events
        if is_open(before.changes)
    )


def settled_changes(
    changes: Sequence[FieldChange],
    vocabulary: Collection[str],
    aliases: Mapping[str, str] | None = None,
) -> tuple[FieldChange, ...]:
    """Decide with today's words and ids what was a slip of the pen or a link to a new id."""
    return tuple(settle(change, vocabulary) for change in joined_links(changes, aliases or {}))
