"""A source that nobody can find again."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph

CODE = "source-without-origin"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report sources with neither a web address nor a publisher."""
    for entry in graph.entries.values():
        for index, source in enumerate(entry.sources):
            if not source.url and not source.publisher:
                yield Diagnostic(CODE, graph.locate(entry.id, ("sources", index)), {}, entry.id)
