"""An area or item whose facts have no date."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model.levels import LEVELS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-as-of",
    Severity.WARNING,
    message="No as-of date is given.",
    hint="Add “as_of:” with the date the facts speak of.",
    meaning="Facts age. The as-of date tells readers how fresh they are.",
    wrong="(an item without “as_of”)",
    right="as_of: 2022-09-02",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report areas, goals, measures and projects in force with no as-of date."""
    for kind in LEVELS:
        for entry in graph.active(kind):
            record = graph.record(entry.id)
            if record.lacks("as_of"):
                yield Diagnostic(CODE.name, record.locate("as_of"), {}, entry.id)


RULE = Rule(CODE, check)
