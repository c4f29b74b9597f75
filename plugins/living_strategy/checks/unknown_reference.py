"""A field that names an id which no entry has."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic
from living_strategy.graph import Graph

CODE = "unknown-reference"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report references to nothing, such as `goals: [inebygd-personvern]`."""
    for loose in graph.loose_ends:
        if graph.find(loose.written) is None:
            kinds = loose.relation.targets
            params = {
                "id": loose.written,
                "target_kinds": ",".join(kinds),
                "near": graph.nearest(loose.written, kinds),
            }
            yield Diagnostic(CODE, graph.locate(loose.source, loose.path), params, loose.source)
