"""Sums of the costs of measures and projects per year; what is unknown is counted, never added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import area_of
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.model import Measure, Project
from living_strategy.model.budget import Cost, Financing

Work = Measure | Project
Key = tuple[str, ...]
KeyOf = Callable[["CostLine"], Key]
SORTS = ("operating", "investment", "undivided")


@dataclass(frozen=True, slots=True)
class CostLine:
    """A cost of one year, with the measure or project that has it."""

    entry: Work
    cost: Cost


@dataclass(frozen=True, slots=True)
class Division:
    """Known kroner by what they are for, None where no line says; of how many lines, and how many
    of these have no sum at all.
    """

    operating: int | None = None
    investment: int | None = None
    undivided: int | None = None
    lines: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All that is known."""
        return sum(getattr(self, sort) or 0 for sort in SORTS)

    @property
    def is_unknown(self) -> bool:
        """Whether nothing at all is known of what is there."""
        return self.unknown == self.lines

    @property
    def sorts(self) -> tuple[str, ...]:
        """What there is: operating costs, investments, sums that are not divided."""
        return tuple(sort for sort in SORTS if getattr(self, sort) is not None)


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """The sums of a group by year; years without a line are left out. `key` names the group, and is
    empty where nobody has said which one it is.
    """

    key: Key
    by_year: Mapping[int, Division]
    total: Division


def cost_lines(graph: Graph) -> tuple[CostLine, ...]:
    """Return every cost of what is in force, in the order of years and ids."""
    work: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    lines = [CostLine(entry, cost) for entry in work for cost in entry.costs]
    return tuple(sorted(lines, key=lambda line: (line.cost.year, line.entry.kind, line.entry.id)))


def add_up_lines(lines: Iterable[CostLine]) -> Division:
    """Add what is known, krone by krone."""
    costs = [line.cost for line in lines]
    unknown = sum(cost.known is None for cost in costs)
    operating, investment, undivided = (_known(costs, sort) for sort in SORTS)
    return Division(operating, investment, undivided, len(costs), unknown)


def _known(costs: Iterable[Cost], sort: str) -> int | None:
    amounts = [amount for cost in costs if (amount := getattr(cost, sort)) is not None]
    return sum(amounts) if amounts else None


def budget_row(key: Key, lines: Iterable[CostLine]) -> BudgetRow:
    """Return the sums of some lines by year and in all."""
    members = sorted(lines, key=lambda line: line.cost.year)
    years = groupby(members, key=lambda line: line.cost.year)
    return BudgetRow(
        key, {year: add_up_lines(of_year) for year, of_year in years}, add_up_lines(members)
    )


def budget_rows(lines: Iterable[CostLine], key_of: KeyOf) -> tuple[BudgetRow, ...]:
    """Group the lines, each in one group, the largest known sum first and what has no name last."""
    groups: dict[Key, list[CostLine]] = {}
    for line in lines:
        groups.setdefault(key_of(line), []).append(line)
    rows = [budget_row(key, members) for key, members in groups.items()]
    return tuple(sorted(rows, key=lambda row: (not any(row.key), -row.total.total, row.key)))


def by_area_of(graph: Graph) -> KeyOf:
    """Group by the first area, so that nothing is counted twice."""

    def key(line: CostLine) -> Key:
        area = area_of(graph, line.entry)
        return (area.id,) if area else ("",)

    return key


def by_payer(line: CostLine) -> Key:
    """Group by the scheme and the payer together, as the line names them."""
    cost = line.cost
    return tuple(name for name in (cost.payer, cost.scheme) if name) or ("",)


def by_responsible_in(graph: Graph) -> KeyOf:
    """Group by those who answer for it together, as the strategy names them."""

    def key(line: CostLine) -> Key:
        relation = RESPONSIBLE[line.entry.kind]
        ids = tuple(holder.id for holder in graph.active_targets(line.entry.id, relation))
        return ids or ("",)

    return key


def by_unit(line: CostLine) -> Key:
    """Group by the unit inside the organisation."""
    return (line.entry.responsible_unit or "",)


def by_financing(line: CostLine) -> Key:
    """Group by whether the money is there."""
    return (line.cost.financing.value if line.cost.financing else "",)


def unfinanced(lines: Iterable[CostLine]) -> tuple[CostLine, ...]:
    """Return the lines that nobody pays for yet."""
    missing = (Financing.UNFINANCED, Financing.APPLIED_FOR)
    return tuple(line for line in lines if line.cost.financing in missing)
