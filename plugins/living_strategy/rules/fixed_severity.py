"""A severity for a check that is always an error."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import SeverityChoice

CODE = Code(
    "fixed-severity",
    Severity.WARNING,
    message="“{name}” is always an error.",
    hint="Remove the line, and correct what the check finds.",
    meaning="A mistake that keeps an entry from being read cannot be made less serious: the site would silently lack what was written.",
    wrong="severity:\n  yaml-syntax: info",
    right="severity:\n  orphan: info",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report codes under `severity` in strategy.yml that cannot be made less serious."""
    for name, choice in graph.corpus.settings.severity.items():
        if (
            name in context.codes
            and context.codes[name].fixed
            and choice is not SeverityChoice.ERROR
        ):
            location = graph.corpus.settings_source.locate(("severity", name), key=True)
            yield Diagnostic(CODE.name, location, {"name": name})


RULE = Rule(CODE, check)
