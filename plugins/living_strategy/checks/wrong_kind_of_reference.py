"""A field that names an entry of a kind it cannot point to."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph

CODE = "wrong-kind-of-reference"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to the wrong kind, such as a project in the `goals` of a measure."""
    for loose in graph.loose_ends:
        if found := graph.find(loose.written):
            kinds = loose.relation.targets
            place = graph.locate(loose.source, loose.path)
            params = {
                "id": loose.written,
                "found_kind": found.kind,
                "field": [name for name in loose.path if isinstance(name, str)][-1],
                "target_kinds": ",".join(kinds),
                "near": graph.nearest(loose.written, kinds),
            }
            yield Diagnostic(CODE, place, params, loose.source, (graph.locate(found.id, ("id",)),))
