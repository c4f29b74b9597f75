"""A replacement for a template that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location, Severity, nearest
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-template",
    Severity.WARNING,
    message="No page uses a template called “{name}”.",
    hint="Templates that can be replaced: {allowed}.",
    hint_near="Did you mean “{near}”?",
    meaning="A file in overrides/views replaces the template of the same name.",
    wrong="overrides/views/goals.html",
    right="overrides/views/goal.html",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report files in overrides/views that replace nothing."""
    allowed = ", ".join(context.templates)
    for name in context.overrides:
        if name not in context.templates:
            params = {"name": name, "allowed": allowed, "near": nearest(name, context.templates)}
            yield Diagnostic(CODE.name, Location(f"overrides/views/{name}"), params)


RULE = Rule(CODE, check)
