"""Progress of measures and projects: counts by declared status, and how many are recent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.status_age import first_year, is_confirmed
from living_strategy.model import Entry, Measure, Project
from living_strategy.model.levels import DOWN
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


def measures_of(graph: Graph, holder: Entry) -> tuple[Measure, ...]:
    """Return the measures that serve an area or a goal in some way, each once; retired ones too."""
    return tuple(entry for entry in _below(graph, holder) if isinstance(entry, Measure))


def projects_of(graph: Graph, holder: Entry) -> tuple[Project, ...]:
    """Return the projects that serve an area or a goal in some way, each once; retired ones too."""
    return tuple(entry for entry in _below(graph, holder) if isinstance(entry, Project))


def projects_without_measure(graph: Graph, holder: Entry) -> tuple[Project, ...]:
    """Return those of the projects that come to an area or a goal without a measure between."""
    behind = {
        project.id for measure in measures_of(graph, holder) for project in _below(graph, measure)
    }
    return tuple(project for project in projects_of(graph, holder) if project.id not in behind)


def _below(graph: Graph, holder: Entry) -> Iterable[Entry]:
    """Return what is linked to an entry from further down, level by level, retired or not."""
    reached: dict[str, Entry] = {}
    level: tuple[Entry, ...] = (holder,)
    while level:
        found = {
            child.id: child
            for entry in level
            for relation in DOWN.get(entry.kind, ())
            for child in graph.sources(entry.id, relation.inverse)
        }
        level = tuple(child for key, child in found.items() if key not in reached)
        reached |= found
    return reached.values()
