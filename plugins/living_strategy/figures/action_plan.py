"""Action plan of a year: what is done, by whom, at what cost, and what came of the year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import by_area
from living_strategy.figures.budget import CostLine, Division, Work, add_up_lines, cost_lines
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.figures.years import years_of
from living_strategy.model import Area, Entry, Measure, Project
from living_strategy.model.budget import Gain
from living_strategy.model.values import Milestone, Update
from living_strategy.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class LastYear:
    """What is told of the year before: milestones reached, and those of that year that nobody has
    told as reached, gains measured, reports, and what it cost.
    """

    reached: tuple[Milestone, ...]
    open: tuple[Milestone, ...]
    gains: tuple[Gain, ...]
    reports: tuple[Update, ...]
    cost: Division

    @property
    def is_told(self) -> bool:
        """Whether anybody has said what came of it."""
        return bool(self.reached or self.open or self.gains or self.reports)


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A measure or project in the plan of a year. `ends` is the end of its period where that is in
    the year.
    """

    entry: Work
    area: Area | None
    owners: tuple[Entry, ...]
    milestones: tuple[Milestone, ...]
    ends: PartialDate | None
    lines: tuple[CostLine, ...]
    cost: Division
    last: LastYear


@dataclass(frozen=True, slots=True)
class AreaPlan:
    """The work of an area in the plan. `area` is None for what has none."""

    area: Area | None
    work: tuple[PlannedWork, ...]
    cost: Division


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """The plan of a year. `undated` is the work under way or ahead that no plan has, because it has
    neither dates nor costs. `owing` is the work of the year before, of which nobody has told
    anything although that year is over: `last_is_over`.
    """

    year: int
    areas: tuple[AreaPlan, ...]
    undated: tuple[Work, ...]
    owing: tuple[Work, ...]
    last_is_over: bool
    cost: Division
    last_cost: Division

    @property
    def work(self) -> tuple[PlannedWork, ...]:
        """All of it, area by area."""
        return tuple(work for area in self.areas for work in area.work)

    @property
    def lines(self) -> tuple[CostLine, ...]:
        """All costs of the year."""
        return tuple(line for work in self.work for line in work.lines)


def action_plan(graph: Graph, year: int, today: date) -> ActionPlan:
    """Return the plan of a year: what has a cost or a milestone in it, or runs then."""
    all_lines = cost_lines(graph)
    lines = _by_entry(line for line in all_lines if line.cost.year == year)
    before = _by_entry(line for line in all_lines if line.cost.year == year - 1)
    everything: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    members = [entry for entry in everything if entry.id in lines or runs_in(entry, year, today)]
    areas = []
    for under in by_area(graph, members):
        work = tuple(
            _planned(entry, under.area, year, lines, before, graph)
            for entry in sorted(under.entries, key=_order)
        )
        areas.append(AreaPlan(under.area, work, add_up_lines(_lines(work))))
    undated = tuple(
        entry
        for entry in everything
        if not entry.costs and not entry.status.is_closed and not _has_dates(entry)
    )
    last_is_over = today.year >= year
    owing = (
        tuple(entry for entry in everything if _owes(entry, year - 1, before, today))
        if last_is_over
        else ()
    )
    total = add_up_lines(line for area in areas for line in _lines(area.work))
    last = add_up_lines(line for line in all_lines if line.cost.year == year - 1)
    return ActionPlan(year, tuple(areas), undated, owing, last_is_over, total, last)


def _owes(entry: Work, year: int, lines: dict[str, tuple[CostLine, ...]], today: date) -> bool:
    """Whether it was under way in a year, and nobody has told what came of it. What is closed has
    been told as completed or stopped, and what was only planned has nothing to tell.
    """
    if entry.status.is_closed or entry.status.is_ahead:
        return False
    own = lines.get(entry.id, ())
    return bool(own or runs_in(entry, year, today)) and not _last_year(entry, year, own).is_told


def _by_entry(lines: Iterable[CostLine]) -> dict[str, tuple[CostLine, ...]]:
    groups: dict[str, tuple[CostLine, ...]] = {}
    for line in lines:
        groups[line.entry.id] = (*groups.get(line.entry.id, ()), line)
    return groups


def _lines(work: Iterable[PlannedWork]) -> Iterator[CostLine]:
    return (line for planned in work for line in planned.lines)


def _order(entry: Work) -> tuple[int, bool, str, str]:
    """Order by the priority that somebody has given, then by number, then by title."""
    priority = 1000 if entry.priority is None else entry.priority
    return priority, not entry.number, entry.number or "", entry.title.casefold()


def runs_in(entry: Work, year: int, today: date) -> bool:
    """Return whether it has dates in the year. What has begun and has no end goes on while it is
    open.
    """
    if year in years_of(entry, today):
        return True
    period = entry.period
    goes_on = bool(period and period.start and not period.end) and not entry.status.is_closed
    return goes_on and bool(period and period.start and period.start.year <= year)


def _has_dates(entry: Work) -> bool:
    period = entry.period
    return bool(entry.milestones or (period and (period.start or period.end)))


def _planned(
    entry: Work,
    area: Area | None,
    year: int,
    lines: dict[str, tuple[CostLine, ...]],
    before: dict[str, tuple[CostLine, ...]],
    graph: Graph,
) -> PlannedWork:
    end = entry.period.end if entry.period else None
    own = lines.get(entry.id, ())
    return PlannedWork(
        entry,
        area,
        graph.active_targets(entry.id, RESPONSIBLE[entry.kind]),
        tuple(milestone for milestone in entry.milestones if milestone.date.year == year),
        end if end and end.year == year else None,
        own,
        add_up_lines(own),
        _last_year(entry, year - 1, before.get(entry.id, ())),
    )


def _last_year(entry: Work, year: int, lines: tuple[CostLine, ...]) -> LastYear:
    return LastYear(
        tuple(step for step in entry.milestones if step.done and step.done.year == year),
        tuple(step for step in entry.milestones if not step.done and step.date.year == year),
        tuple(
            gain
            for gain in entry.gains
            if gain.reached is not None and gain.reached_date and gain.reached_date.year == year
        ),
        tuple(update for update in entry.updates if update.date.year == year),
        add_up_lines(lines),
    )
