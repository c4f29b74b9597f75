"""A shared component: owner, maturity, price and how many use it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.model import Component, Project
from living_strategy.model.measure import USES
from living_strategy.model.project import PARTICIPANTS
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages
from living_strategy.site.parts.place_links import place_link

# The most networks, and the most municipalities, of the list beside the map.
_MAX_LISTED = 40


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Component, "component.html", context, _extra)


def _extra(component: Component, graph: Graph, context: ViewContext) -> dict[str, Any]:
    """Return who takes part, as far as is known, in the joint projects that use a component."""
    projects = [
        project
        for project in graph.active_sources(component.id, USES.inverse)
        if isinstance(project, Project)
    ]
    networks = {
        network.id: network
        for project in projects
        for network in graph.active_targets(project.id, PARTICIPANTS.name)
    }
    places = {
        place.number: place
        for project in projects
        for place in graph.municipalities_of.get(project.id, ())
    }
    sort_key = context.language.sort_key
    in_order = sorted(places.values(), key=lambda place: sort_key(place.norwegian_name))
    return {
        "places": context.place_maps.of(in_order, networks.values()),
        "networks": tuple(networks.values()),
        "listed": tuple(networks.values()),
        "municipalities": [place_link(place, component, context) for place in in_order],
        "most": _MAX_LISTED,
    }


PAGE = PageType("component", render)
