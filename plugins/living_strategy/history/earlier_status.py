"""How many were under way on a day, read back from today through the changes since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.history.event import Event, History, Nature
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate

_BORN = (Nature.NEW, Nature.FOUNDED, Nature.RETURNED)
_KINDS = (Measure.kind, Project.kind)
_GONE = (Nature.REMOVED, Nature.MERGED)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """What was under way: the dates of the statuses that say so, None for one without. Of
    `unknown` more nobody can say whether they were.
    """

    dates: tuple[PartialDate | None, ...]
    unknown: int

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.dates)

    def unconfirmed(self, year: int) -> int:
        """How many have a status from before a year, or from nobody knows when."""
        return sum(written is None or written.year < year for written in self.dates)


def under_way(
    graph: Graph, history: History, kind: type[Measure | Project], day: date, today: date
) -> UnderWay | None:
    """Find those that were under way at the end of a day; None where nothing is known of then."""
    if day < today and (history.begins is None or day < history.begins):
        return None
    dates: list[PartialDate | None] = []
    unknown = sum(1 for _ in _gone(graph, history, kind, day))
    for entry in graph.of_kind(kind):
        events = history.by_entry.get((entry.kind, entry.id), ())
        since = [event for event in events if event.day > day]
        if any(event.nature in _BORN for event in since) or _was_retired(entry, since):
            continue
        if earlier := _kind_before(since):
            unknown += earlier in _KINDS
            continue
        status = _status(_before(since, "status", entry.status))
        if status is None:
            unknown += 1
        elif status.is_under_way:
            dates.append(_date(_before(since, "status_date", entry.status_date)))
    return UnderWay(tuple(dates), unknown)


def _was_retired(entry: Measure | Project, since: Sequence[Event]) -> bool:
    return _before(since, "retired", entry.retired) is not None


def _kind_before(since: Sequence[Event]) -> str:
    """Return the other kind that an entry was of then; empty for one of the same."""
    converted = (event.other for event in since if event.nature is Nature.CONVERTED)
    return next(converted, "")


def _gone(
    graph: Graph, history: History, kind: type[Measure | Project], day: date
) -> Iterator[str]:
    """Yield the id of each entry that was there then and is gone today: what it said, no change
    of a field tells.
    """
    for (of_kind, entry), events in history.by_entry.items():
        if of_kind != kind.kind or entry in graph.entries:
            continue
        until = [event for event in events if event.day <= day]
        if until and until[-1].nature not in _GONE:
            yield entry


def _before(events: Sequence[Event], field: str, today: object) -> object:
    """Return what a field said before the first of the events that changed it."""
    for event in events:
        for change in event.changes:
            if change.path == (field,):
                return change.old
    return today


def _status(value: object) -> Status | None:
    return next((status for status in Status if status.value == value), None)


def _date(value: object) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None
