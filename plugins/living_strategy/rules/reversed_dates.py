"""A period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "reversed-dates",
    Severity.ERROR,
    message="The period ends ({end}) before it begins ({start}).",
    hint="Swap them, or correct the year.",
    meaning="The end of a period comes after its start.",
    wrong="period: {start: 2022, end: 2019}",
    right="period: {start: 2019, end: 2022}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report periods whose last possible end lies before their first possible start."""
    periods = [("", graph.corpus.settings.period)]
    periods += [(entry.id, getattr(entry, "period", None)) for entry in graph.entries.values()]
    for source, period in periods:
        if period is None or period.start is None or period.end is None:
            continue
        if period.end.is_before(period.start):
            params = {"start": period.start, "end": period.end}
            yield Diagnostic(CODE.name, graph.locate(source, ("period", "end")), params, source)


RULE = Rule(CODE, check)
