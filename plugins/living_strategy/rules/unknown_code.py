"""A severity for a check that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity, nearest
from living_strategy.language.particulars import Commands, Particular
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-code",
    Severity.WARNING,
    message="There is no check called “{name}”.",
    hint="Run {commands} to see them all.",
    hint_near="Did you mean “{near}”?",
    meaning="Under “severity” in strategy.yml each line names a check and how serious it is.",
    wrong="severity:\n  orfan: info",
    right="severity:\n  orphan: info",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report names under `severity` in strategy.yml that are no code."""
    for name in graph.corpus.settings.severity:
        if name not in context.codes:
            location = graph.corpus.settings_source.locate(("severity", name), key=True)
            params: dict[str, Particular] = {
                "name": name,
                "near": nearest(name, context.codes),
                "commands": Commands(("explain",)),
            }
            yield Diagnostic(CODE.name, location, params)


RULE = Rule(CODE, check)
