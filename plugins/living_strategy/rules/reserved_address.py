"""A page or file of the strategy where the site has its own."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location
from living_strategy.rules.context import CheckContext

CODE = "reserved-address"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report written pages and files beside them that lie in a folder of the site's own.

    A page at the very address of another one is `page-path-collision`.
    """
    places = {page.address: page.source.path for page in graph.corpus.prose}
    places |= {path: f"strategy/{path}" for path in graph.corpus.attachments}
    for address, path in places.items():
        taken = address in context.addresses or context.entry_at(graph, address)
        if context.is_reserved(address) and not taken:
            yield Diagnostic(CODE, Location(path), {"address": f"/{address}"})
