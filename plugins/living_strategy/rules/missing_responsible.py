"""A measure that nobody carries out."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-responsible",
    Severity.WARNING,
    message="Nobody is responsible for this measure.",
    hint="Add “responsible:” with the ids of those who carry it out.",
    meaning="A measure that nobody carries out does not happen, and readers cannot ask anyone about it.",
    wrong="(a measure without “responsible”)",
    right="responsible: [biblioteket, skolene]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report measures in force with nobody in `responsible`."""
    for measure in graph.active(Measure):
        record = graph.record(measure.id)
        if record.lacks("responsible"):
            yield Diagnostic(CODE.name, record.locate("responsible"), {}, measure.id)


RULE = Rule(CODE, check)
