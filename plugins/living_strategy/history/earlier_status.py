"""How many were under way on a day, read back from today through the changes since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.history.event import Event, History, Nature
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status

_BORN = (Nature.NEW, Nature.FOUNDED, Nature.RETURNED)
_GONE = (Nature.REMOVED, Nature.MERGED)


@dataclass(frozen=True, slots=True)
class UnderWay:
    """How many of a kind were under way, and of how many nobody can say."""

    count: int
    unknown: int


def under_way(
    graph: Graph, history: History, kind: type[Measure | Project], day: date, today: date
) -> UnderWay | None:
    """Count those that were under way at the end of a day; None where nothing is known of then."""
    if day < today and (history.begins is None or day < history.begins):
        return None
    statuses = [*_there(graph, history, kind, day), *_gone(graph, history, kind, day)]
    known = [status for status in statuses if status is not None]
    return UnderWay(sum(status.is_under_way for status in known), len(statuses) - len(known))


def _there(
    graph: Graph, history: History, kind: type[Measure | Project], day: date
) -> Iterator[Status | None]:
    """Yield the status then of each entry that still is there and was there then."""
    for entry in graph.of_kind(kind):
        events = history.by_entry.get((entry.kind, entry.id), ())
        since = [event for event in events if event.day > day]
        if any(event.nature in _BORN for event in since):
            continue
        was_retired = _before(since, "retired")
        retired = bool(entry.retired) if was_retired is _SAME else was_retired is not None
        if retired:
            continue
        was = _before(since, "status")
        yield entry.status if was is _SAME else _status(was)


def _gone(
    graph: Graph, history: History, kind: type[Measure | Project], day: date
) -> Iterator[None]:
    """Yield nothing known for each entry that was there then and is gone today."""
    for (of_kind, entry), events in history.by_entry.items():
        if of_kind != kind.kind or entry in graph.entries:
            continue
        until = [event for event in events if event.day <= day]
        if until and until[-1].nature not in _GONE:
            yield None


_SAME = object()


def _before(events: Sequence[Event], field: str) -> object:
    """Return what a field said before the first of the events that changed it."""
    for event in events:
        for change in event.changes:
            if change.path == (field,):
                return change.old
    return _SAME


def _status(value: object) -> Status | None:
    return next((status for status in Status if status.value == value), None)
