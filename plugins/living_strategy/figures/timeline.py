"""Timelines of measures and projects: entries with dates in order, and those without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import UnderArea, by_area
from living_strategy.model import Area, Measure, Project

Planned = Measure | Project


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry with the first and the last day that its period and milestones may mean."""

    entry: Planned
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AreaTimeline:
    """The measures and projects of an area. `area` is None for those that have no area."""

    area: Area | None
    dated: tuple[Dated, ...]
    undated: tuple[Planned, ...]

    @property
    def entries(self) -> tuple[Planned, ...]:
        """All of them, those with dates first."""
        return (*(dated_entry.entry for dated_entry in self.dated), *self.undated)


def dated(entry: Planned) -> Dated | None:
    """Return the entry with its first and last day, or None when it has no dates."""
    dates = [milestone.date for milestone in entry.milestones]
    if entry.period:
        dates += [end for end in (entry.period.start, entry.period.end) if end]
    if not dates:
        return None
    return Dated(entry, min(day.earliest() for day in dates), max(day.latest() for day in dates))


def timelines(graph: Graph) -> tuple[AreaTimeline, ...]:
    """Return all measures and projects in force under their first areas, by start, then by id."""
    entries: tuple[Planned, ...] = (*graph.active(Measure), *graph.active(Project))
    return tuple(_timeline(under) for under in by_area(graph, entries))


def _timeline(under: UnderArea[Planned]) -> AreaTimeline:
    with_dates: list[Dated] = []
    undated: list[Planned] = []
    for entry in under.entries:
        if dated_entry := dated(entry):
            with_dates.append(dated_entry)
        else:
            undated.append(entry)
    with_dates.sort(key=lambda dated_entry: (dated_entry.first, dated_entry.entry.id))
    return AreaTimeline(under.area, tuple(with_dates), tuple(undated))
