"""A municipality or county that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.checks.context import CheckContext
from living_strategy.diagnostics import Diagnostic, nearest
from living_strategy.graph import Graph
from living_strategy.model import Network

CODE = "unknown-municipality"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report numbers and names that are not in the division of 1 January 2024."""
    for place in graph.places:
        if not place.found:
            params = {"value": place.written, "near": _near(graph, place.written)}
            yield Diagnostic(CODE, graph.locate(place.source, place.path), params, place.source)


def _near(graph: Graph, written: str) -> str:
    """A name, an id of a network, or the number of a county that was named."""
    register = graph.corpus.municipalities
    names = {network.id: network.id for network in graph.of_kind(Network)}
    for entry in register.by_number.values():
        for name in entry.names:
            names[name.casefold()] = entry.number if entry.is_county else name
    return names[near] if (near := nearest(written.casefold(), names)) else ""
