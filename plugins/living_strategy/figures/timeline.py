"""When measures and projects run: entries with dates in order of time, and those without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.figures.areas import by_area
from living_strategy.graph import Graph
from living_strategy.model import Area, Measure, Project

Planned = Measure | Project


@dataclass(frozen=True, slots=True)
class AreaTimeline:
    """The measures and projects of an area. `area` is None for those that have no area."""

    area: Area | None
    dated: tuple[Planned, ...]
    undated: tuple[Planned, ...]


def first_day(entry: Planned) -> date | None:
    """The earliest day that the period or a milestone may mean; None when nothing is dated."""
    return min(_days(entry), default=None)


def last_day(entry: Planned) -> date | None:
    """The latest day that the period or a milestone may mean; None when nothing is dated."""
    return max(_days(entry), default=None)


def _days(entry: Planned) -> list[date]:
    dates = [milestone.date for milestone in entry.milestones]
    if entry.period:
        dates += [end for end in (entry.period.start, entry.period.end) if end]
    return [day for one in dates for day in (one.earliest(), one.latest())]


def timelines(graph: Graph) -> tuple[AreaTimeline, ...]:
    """Every measure and project in force under its first area, by start, then by id."""
    entries: list[Planned] = [
        entry for entry in (*graph.of_kind(Measure), *graph.of_kind(Project)) if not entry.retired
    ]
    found = []
    for under in by_area(graph, entries):
        dated: list[tuple[date, str, Planned]] = []
        undated: list[Planned] = []
        for entry in under.entries:
            if day := first_day(entry):
                dated.append((day, entry.id, entry))
            else:
                undated.append(entry)
        dated.sort(key=lambda one: one[:2])
        in_order = tuple(entry for _, _, entry in dated)
        found.append(AreaTimeline(under.area, in_order, tuple(undated)))
    return tuple(found)
