"""A severity for a check that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, nearest
from living_strategy.rules.codes import CODES
from living_strategy.rules.context import CheckContext

CODE = "unknown-code"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report names under `severity` in strategy.yml that are no code."""
    for name in graph.corpus.settings.severity:
        if name not in CODES:
            place = graph.corpus.settings_source.locate(("severity", name), key=True)
            params = {"name": name, "near": nearest(name, CODES), "commands": "explain"}
            yield Diagnostic(CODE, place, params)
