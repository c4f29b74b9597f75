"""A cost that is told both divided and undivided."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Measure, Project
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "undivided-and-divided",
    Severity.WARNING,
    message="The cost for {year} has an undivided sum beside {parts}, and all of it is added up.",
    hint="Remove undivided if it is the sum of the others, or give it a line of its own.",
    meaning="undivided is for what the source does not divide. It is added to operating and investment, never the sum of them.",
    wrong="costs:\n  - {year: 2027, operating: 250000, undivided: 250000}",
    right="costs:\n  - {year: 2027, operating: 250000}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report lines that have an undivided sum and another one."""
    entries: tuple[Measure | Project, ...] = (*graph.of_kind(Measure), *graph.of_kind(Project))
    for entry in entries:
        for index, cost in enumerate(entry.costs):
            names = ("operating", "investment")
            parts = [name for name in names if getattr(cost, name) is not None]
            if cost.undivided is not None and parts:
                params = {"year": str(cost.year), "parts": ", ".join(parts)}
                location = graph.locate(entry.id, ("costs", index, "undivided"))
                yield Diagnostic(CODE.name, location, params, entry.id)


RULE = Rule(CODE, check)
