"""An area or item that says nothing about where its facts come from."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model.levels import LEVELS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-source",
    Severity.WARNING,
    message="No source is given.",
    hint="Add “sources:” with a title and a web address.",
    meaning="Readers should be able to check every fact.",
    wrong="(an item without “sources”)",
    right="sources:\n  - title: Årsrapport 2025\n    url: https://www.lillevik.example/rapport",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report areas, goals, measures and projects in force with no source."""
    for kind in LEVELS:
        for entry in graph.active(kind):
            record = graph.record(entry.id)
            if record.lacks("sources"):
                yield Diagnostic(CODE.name, record.locate("sources"), {}, entry.id)


RULE = Rule(CODE, check)
