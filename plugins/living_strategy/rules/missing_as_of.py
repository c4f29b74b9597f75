"""An area or item whose facts have no date."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.model import Area, Goal, Measure, Project
from living_strategy.rules.context import CheckContext

CODE = "missing-as-of"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report areas, goals, measures and projects in force with no as-of date."""
    for kind in (Area, Goal, Measure, Project):
        for entry in graph.of_kind(kind):
            record = graph.record(entry.id)
            if not entry.retired and record.lacks("as_of"):
                yield Diagnostic(CODE, record.locate("as_of"), {}, entry.id)
