"""A source that nobody can find again."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules.context import CheckContext

CODE = "source-without-origin"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report sources with neither a web address nor a publisher."""
    for entry in graph.entries.values():
        for index, source in enumerate(entry.sources):
            if not source.url and not source.publisher:
                yield Diagnostic(CODE, graph.locate(entry.id, ("sources", index)), {}, entry.id)
