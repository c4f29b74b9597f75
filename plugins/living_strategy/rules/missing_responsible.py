"""A measure that nobody carries out."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Measure
from living_strategy.rules.context import CheckContext

CODE = "missing-responsible"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report measures in force with nobody in `responsible`."""
    for measure in graph.of_kind(Measure):
        record = graph.record(measure.id)
        if not measure.retired and record.lacks("responsible"):
            yield Diagnostic(CODE, record.locate("responsible"), {}, measure.id)
