"""A list that names the same entry or municipality twice."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph
from living_strategy.loading.yaml_reader import KeyPath

CODE = "duplicate-reference"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the second of two equal references in one list, also when one is an earlier id."""
    named = [(link.source, link.path, link.target, link.part) for link in graph.links()]
    named += [
        (place.source, place.path, place.found[0].number, "")
        for place in graph.places
        if len(place.found) == 1
    ]
    first: dict[tuple[str, KeyPath, str, str], KeyPath] = {}
    for source, path, target, part in named:
        # A reference outside a list stands alone in its field.
        if isinstance(path[-1], int):
            earlier = first.setdefault((source, path[:-1], target, part), path)
            if earlier != path:
                params = {"id": f"{target}/{part}" if part else target, "field": str(path[-2])}
                related = (graph.locate(source, earlier),)
                yield Diagnostic(CODE, graph.locate(source, path), params, source, related)
