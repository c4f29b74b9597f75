"""A regional digitalisation network: counties, members, grants and projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.model import Network
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages
from living_strategy.site.parts.place_links import place_link


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Network, "network.html", context, _extra)


def _extra(network: Network, graph: Graph, context: ViewContext) -> dict[str, Any]:
    register = graph.corpus.municipalities
    counties = [
        place_link(register.by_number[number], network, context)
        for number in graph.counties_of(network)
    ]
    members = graph.members_of(network)
    return {
        "counties": counties,
        "members": [place_link(member, network, context) for member in members],
        "places": context.place_maps.of(members, [network]),
    }


PAGE = PageType("network", render)
