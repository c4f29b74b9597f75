"""A replacement for a template that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location, nearest
from living_strategy.rules.context import CheckContext

CODE = "unknown-template"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report files in overrides/views that replace nothing."""
    allowed = ", ".join(context.templates)
    for name in context.overrides:
        if name not in context.templates:
            params = {"name": name, "allowed": allowed, "near": nearest(name, context.templates)}
            yield Diagnostic(CODE, Location(f"overrides/views/{name}"), params)
