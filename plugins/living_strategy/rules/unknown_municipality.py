"""A municipality or county that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.content.linking import Place
from living_strategy.diagnostics import Diagnostic, misspelt
from living_strategy.model import Network
from living_strategy.rules.context import CheckContext, meant_place

CODE = "unknown-municipality"
# There is no register of earlier divisions: a number that is not in today's may be of one.
_NUMBER = re.compile(r"[0-9]{2}(?:[0-9]{2})?")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report numbers and names that are not in the division of 1 January 2024."""
    for place in graph.places:
        if not place.found:
            params = {"value": place.written, **_particulars(graph, place)}
            yield Diagnostic(CODE, graph.locate(place.source, place.path), params, place.source)


def _particulars(graph: Graph, place: Place) -> Mapping[str, str]:
    """What may be meant, or how the field is filled in. Only participants may be networks."""
    field = str(place.path[0])
    if _NUMBER.fullmatch(place.written):
        return {"case": "former"}
    if field in ("counties", "number"):
        return {"case": field}
    meant = graph.nearest_place(place.written)
    if meant and not (field == "members" and meant.is_county):
        return meant_place(graph, meant)
    if field == "members":
        return {"case": field}
    networks = [network.id for network in graph.of_kind(Network)]
    return {"near": misspelt(place.written.casefold(), networks)}
