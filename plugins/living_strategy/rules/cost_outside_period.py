"""A cost in a year before the start or after the end."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project
from living_strategy.model.values import Period
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "cost-outside-period",
    Severity.WARNING,
    message="The cost for {year} lies outside the period {start}–{end}.",
    hint="Correct the year, or widen the period.",
    meaning="What is paid for belongs to the years in which it runs, so the costs lie within the period.",
    wrong="period: {start: 2026, end: 2027}\ncosts:\n  - {year: 2029, operating: 250000}",
    right="period: {start: 2026, end: 2029}\ncosts:\n  - {year: 2029, operating: 250000}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report costs of years that the period does not touch."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        period = entry.period
        if period is None or _is_reversed(period):
            continue
        for index, cost in enumerate(entry.costs):
            if _is_outside(cost.year, period):
                params = {
                    "year": str(cost.year),
                    "start": period.start or "", "end": period.end or "",
                }  # fmt: skip
                location = graph.locate(entry.id, ("costs", index, "year"))
                yield Diagnostic(CODE.name, location, params, entry.id)


def _is_reversed(period: Period) -> bool:
    return bool(period.start and period.end and period.end.is_before(period.start))


def _is_outside(year: int, period: Period) -> bool:
    before = period.start is not None and year < period.start.year
    return before or (period.end is not None and period.end.year < year)


RULE = Rule(CODE, check)
