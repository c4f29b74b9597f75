"""A period that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.context import CheckContext

CODE = "reversed-dates"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report periods whose last possible end lies before their first possible start."""
    periods = [("", graph.corpus.settings.period)]
    periods += [(entry.id, getattr(entry, "period", None)) for entry in graph.entries.values()]
    for source, period in periods:
        if period is None or period.start is None or period.end is None:
            continue
        if period.end.latest() < period.start.earliest():
            params = {"start": period.start, "end": period.end}
            yield Diagnostic(CODE, graph.locate(source, ("period", "end")), params, source)
