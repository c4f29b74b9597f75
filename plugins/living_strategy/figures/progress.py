"""Progress of measures and projects: counts by declared status, and how many are recent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.status_age import first_year, is_confirmed
from living_strategy.model import Area, Entry, Measure, Project
from living_strategy.model.goal import BELONGS_TO
from living_strategy.model.measure import SERVES
from living_strategy.model.project import IMPLEMENTS
from living_strategy.model.values import Status


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many have a status, and of these how many have it from the year that counts as confirmed
    or later, from before, and without a date. `is_split` says whether time may have changed some.
    """

    status: Status
    total: int
    confirmed: int
    older: int
    undated: int
    is_split: bool

    @property
    def doubtful(self) -> int:
        """How many may no longer have it."""
        return self.older + self.undated if self.is_split else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts over a set of measures or projects.

    `by_status` has every status, in order, also those with none. `confirmed` counts those among
    them whose status is from the year `since` or later, and `without_date` those whose status has
    no date: it is declared, but nobody can say when it was true. Retired entries are left out.
    """

    total: int
    by_status: Mapping[Status, int]
    confirmed: Mapping[Status, int]
    without_date: Mapping[Status, int]
    since: int

    @property
    def completed(self) -> int:
        """How many are completed."""
        return self.by_status[Status.COMPLETED]

    @property
    def recent(self) -> int:
        """How many have a status that is confirmed, whatever it is."""
        return sum(self.confirmed.values())

    @property
    def split(self) -> tuple[StatusCount, ...]:
        """Each status that any of them has, split by age."""
        return tuple(self._count(status) for status, count in self.by_status.items() if count)

    def _count(self, status: Status) -> StatusCount:
        total, confirmed = self.by_status[status], self.confirmed[status]
        undated = self.without_date[status]
        is_split = status.goes_stale and confirmed < total
        return StatusCount(status, total, confirmed, total - confirmed - undated, undated, is_split)


def progress(entries: Iterable[Entry], today: date) -> Progress:
    """Count measures and projects by status; other kinds are ignored."""
    counts, confirmed, undated = (dict.fromkeys(Status, 0) for _ in range(3))
    for entry in entries:
        if isinstance(entry, Measure | Project) and not entry.retired:
            counts[entry.status] += 1
            confirmed[entry.status] += is_confirmed(entry, today)
            undated[entry.status] += entry.status_date is None
    return Progress(sum(counts.values()), counts, confirmed, undated, first_year(today))


def measures_of_area(graph: Graph, area: Area) -> tuple[Entry, ...]:
    """Return the measures that serve any goal of the area, each once."""
    measures: dict[str, Entry] = {}
    for goal in graph.sources(area.id, BELONGS_TO.inverse):
        for measure in graph.sources(goal.id, SERVES.inverse):
            measures[measure.id] = measure
    return tuple(measures.values())


def projects_of(graph: Graph, measures: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the projects that carry out any of the measures, each once."""
    projects: dict[str, Entry] = {}
    for measure in measures:
        for project in graph.sources(measure.id, IMPLEMENTS.inverse):
            projects[project.id] = project
    return tuple(projects.values())
