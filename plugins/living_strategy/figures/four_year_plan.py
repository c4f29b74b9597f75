"""Four-year plan: what measures and projects cost in each of four years, and all sums of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.action_plan import runs_in
from living_strategy.figures.areas import by_area
from living_strategy.figures.budget import (
    BudgetRow,
    CostLine,
    Work,
    budget_row,
    budget_rows,
    by_area_of,
    by_financing,
    by_payer,
    by_responsible_in,
    by_unit,
    cost_lines,
    unfinanced,
)
from living_strategy.figures.plan_years import PLAN_YEARS
from living_strategy.model import Area, Measure, Project


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A measure or project with its sums."""

    entry: Work
    row: BudgetRow


@dataclass(frozen=True, slots=True)
class AreaRows:
    """The rows of an area, and its own sums. `area` is None for what has none."""

    area: Area | None
    rows: tuple[WorkRow, ...]
    total: BudgetRow


@dataclass(frozen=True, slots=True)
class FourYearPlan:
    """The plan from a year on. Every line is in each of the groupings once, so that all of them
    have the same total. `without` runs in these years, and has no cost in them; `unknown` are the
    lines that have no sum at all.
    """

    years: tuple[int, ...]
    lines: tuple[CostLine, ...]
    areas: tuple[AreaRows, ...]
    total: BudgetRow
    by_area: tuple[BudgetRow, ...]
    by_payer: tuple[BudgetRow, ...]
    by_responsible: tuple[BudgetRow, ...]
    by_unit: tuple[BudgetRow, ...]
    by_financing: tuple[BudgetRow, ...]
    unfinanced: tuple[CostLine, ...]
    unknown: tuple[CostLine, ...]
    without: tuple[Work, ...]

    @property
    def work(self) -> tuple[Work, ...]:
        """All that has a cost in these years, or runs in them without one."""
        paid = (row.entry for area in self.areas for row in area.rows)
        return (*paid, *self.without)


def four_year_plan(graph: Graph, start: int, today: date) -> FourYearPlan:
    """Add up the costs of four years."""
    years = tuple(range(start, start + PLAN_YEARS))
    lines = tuple(line for line in cost_lines(graph) if line.cost.year in years)
    return FourYearPlan(
        years,
        lines,
        _areas(graph, lines),
        budget_row((), lines),
        budget_rows(lines, by_area_of(graph)),
        budget_rows(lines, by_payer),
        budget_rows(lines, by_responsible_in(graph)),
        budget_rows(lines, by_unit),
        budget_rows(lines, by_financing),
        unfinanced(lines),
        tuple(line for line in lines if line.cost.known is None),
        _without(graph, years, lines, today),
    )


def _areas(graph: Graph, lines: Iterable[CostLine]) -> tuple[AreaRows, ...]:
    by_id: dict[str, list[CostLine]] = {}
    for line in lines:
        by_id.setdefault(line.entry.id, []).append(line)
    entries = {line.entry.id: line.entry for members in by_id.values() for line in members}
    areas = []
    for under in by_area(graph, entries.values()):
        ordered = sorted(under.entries, key=lambda entry: (entry.kind, entry.title.casefold()))
        rows = tuple(WorkRow(entry, budget_row((entry.id,), by_id[entry.id])) for entry in ordered)
        total = budget_row((), (line for entry in ordered for line in by_id[entry.id]))
        areas.append(AreaRows(under.area, rows, total))
    return tuple(areas)


def _without(
    graph: Graph, years: tuple[int, ...], lines: Iterable[CostLine], today: date
) -> tuple[Work, ...]:
    paid = {line.entry.id for line in lines}
    work: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    return tuple(
        entry
        for entry in work
        if entry.id not in paid
        and not entry.status.is_closed
        and any(runs_in(entry, year, today) for year in years)
    )
