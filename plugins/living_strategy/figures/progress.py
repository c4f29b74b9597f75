"""How far the measures have come: counts by declared status, and how many have no dated status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from living_strategy.graph import Graph
from living_strategy.model import Area, Entry, Measure, Project
from living_strategy.model.values import Status


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over a set of measures or projects.

    `by_status` has every status, in order, also those with none. `undated` counts entries whose
    status has no date: it is declared, but nobody can say when it was true. Retired entries are
    left out.
    """

    total: int
    by_status: Mapping[Status, int]
    undated: int

    @property
    def completed(self) -> int:
        """How many are completed."""
        return self.by_status[Status.COMPLETED]


def progress(entries: Iterable[Entry]) -> Progress:
    """Count measures and projects by status; other kinds are passed over."""
    counts = dict.fromkeys(Status, 0)
    undated = 0
    for entry in entries:
        if isinstance(entry, Measure | Project) and not entry.retired:
            counts[entry.status] += 1
            undated += entry.status_date is None
    return Progress(sum(counts.values()), counts, undated)


def measures_of_area(graph: Graph, area: Area) -> tuple[Entry, ...]:
    """The measures that serve any goal of the area, each once."""
    found: dict[str, Entry] = {}
    for goal in graph.sources(area.id, "goals"):
        for measure in graph.sources(goal.id, "served_by"):
            found[measure.id] = measure
    return tuple(found.values())


def projects_of(graph: Graph, measures: Iterable[Entry]) -> tuple[Entry, ...]:
    """The projects that carry out any of the measures, each once."""
    found: dict[str, Entry] = {}
    for measure in measures:
        for project in graph.sources(measure.id, "implemented_by"):
            found[project.id] = project
    return tuple(found.values())
