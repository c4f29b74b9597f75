"""The history of a strategy, put together from its log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from living_strategy.content.versions import VersionReader
from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.days import last_days, published_days
from living_strategy.history.delta import EntryKey
from living_strategy.history.event import Event, History, Unread
from living_strategy.history.file_pairs import Pairs
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
    revisions = tuple(log.revisions())
    days = published_days([revision.committed for revision in revisions])
    walked = walk(log, revisions, reader, pairs, aliases)
    return History(
        tip=revisions[-1].name if revisions else "",
        begins=days[0] if days else None,
        events=tuple(_events(walked, revisions, days)),
        states=tuple(_states(revisions, days)),
        successors=tuple(walked.successors.items()),
        unread=tuple(
            Unread(
                days[version.revision], revisions[version.revision].name, version.path, version.code
            )
            for version in walked.unreadable
        ),
        files=tuple(last_days(revisions, days).items()),
    )


def _states(revisions: Sequence[Revision], days: Sequence[date]) -> Iterator[tuple[date, str]]:
    for index, revision in enumerate(revisions):
        if index + 1 == len(days) or days[index + 1] != days[index]:
            yield days[index], revision.name


def _events(walked: Walk, revisions: Sequence[Revision], days: Sequence[date]) -> Iterator[Event]:
    # The same two contents may follow each other again, and no two events may share a key.
    told: Counter[str] = Counter()
    for step in walked.steps:
        kind, entry = walked.keys[step.lineage]
        digest, revision = step.delta.digest, revisions[step.revision]
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
    events = (
        replace(
            event,
            day=min(event.day, today),
            changes=settled_changes(event.changes, vocabulary, aliases),
        )
        if event.day > today or _is_open(event.changes)
        else event
        for event in history.events
    )
    states = tuple((min(day, today), name) for day, name in history.states)
    files = tuple((path, min(day, today)) for path, day in history.files)
    return replace(history, events=tuple(events), states=states, files=files)


def _is_open(changes: Sequence[FieldChange]) -> bool:
    """Whether something is to be decided with what is known today."""
    return any(change.slips or change.operation is Operation.UNLINKED for change in changes)


def settled_changes(
    changes: Sequence[FieldChange],
    vocabulary: Collection[str],
    aliases: Mapping[str, str] | None = None,
) -> tuple[FieldChange, ...]:
    """Decide with today's words and ids what was a slip of the pen or a link to a new id."""
    return tuple(settle(change, vocabulary) for change in joined_links(changes, aliases or {}))
