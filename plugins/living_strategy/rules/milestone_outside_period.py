"""A milestone before the start or after the end."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project, Scheme
from living_strategy.model.values import Period
from living_strategy.partial_date import PartialDate
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "milestone-outside-period",
    Severity.WARNING,
    message="The milestone “{title}” ({date}) lies outside the period {start}–{end}.",
    hint="Correct the date, or widen the period.",
    meaning="A milestone is a result on the way, so it lies within the period.",
    wrong="period: {start: 2019, end: 2020}\nmilestones:\n  - {title: Ferdig, date: 2023}",
    right="period: {start: 2019, end: 2023}\nmilestones:\n  - {title: Ferdig, date: 2023}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report milestones that lie outside the period however the dates are read."""
    entries: tuple[Measure | Project | Scheme, ...] = (
        *graph.of_kind(Measure),
        *graph.of_kind(Project),
        *graph.of_kind(Scheme),
    )
    for entry in entries:
        period = entry.period
        if period is None or _is_reversed(period):
            continue
        for index, milestone in enumerate(entry.milestones):
            if _is_outside(milestone.date, period):
                params = {
                    "title": milestone.title, "date": milestone.date,
                    "start": period.start or "", "end": period.end or "",
                }  # fmt: skip
                location = graph.locate(entry.id, ("milestones", index, "date"))
                yield Diagnostic(CODE.name, location, params, entry.id)


def _is_reversed(period: Period) -> bool:
    return bool(period.start and period.end and period.end.is_before(period.start))


def _is_outside(date: PartialDate, period: Period) -> bool:
    before = period.start is not None and date.is_before(period.start)
    return before or (period.end is not None and period.end.is_before(date))


RULE = Rule(CODE, check)
