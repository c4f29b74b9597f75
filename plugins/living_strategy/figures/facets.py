"""Facets that a list can be filtered by: the values of each entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import areas_of
from living_strategy.figures.status_age import is_confirmed
from living_strategy.figures.years import years_of
from living_strategy.model import Component, Entry, Goal, Measure, Network, Project
from living_strategy.model.project import IMPLEMENTS

# The relations that say who answers for an entry, by kind.
RESPONSIBLE = {
    "measure": "responsibility_of",
    "project": "led_by",
    "component": "owned_by",
    "scheme": "owned_by",
    "framework": "owned_by",
}
_NETWORKS = ("participants", "partners", "led_by", "responsibility_of")

# Behind a status: it is confirmed.
CONFIRMED = "-confirmed"

Values = Callable[[Graph, Entry, date], tuple[str, ...]]


def _areas(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return tuple(area.id for area in areas_of(graph, entry))


def _status(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return status_values(entry, today)


def status_values(entry: Entry, today: date) -> tuple[str, ...]:
    """Return the status and, where it may have gone stale, also whether it is confirmed."""
    if not isinstance(entry, Measure | Project):
        return ()
    status = entry.status.value
    is_recent = entry.status.goes_stale and is_confirmed(entry, today)
    return (status, f"{status}{CONFIRMED}") if is_recent else (status,)


def _standing(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return (entry.standing.value,) if isinstance(entry, Goal) else ()


def _maturity(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    maturity = isinstance(entry, Component) and entry.maturity
    return (maturity.value,) if maturity else ()


def _responsible(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return graph.target_ids(entry.id, RESPONSIBLE.get(entry.kind, ""))


def _audience(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return (
        tuple(audience.value for audience in entry.audience) if isinstance(entry, Measure) else ()
    )


def _networks(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    """Return the networks that answer for it or take part, for a measure also in its projects."""
    projects = graph.sources(entry.id, IMPLEMENTS.inverse) if isinstance(entry, Measure) else ()
    networks = {
        network.id: None
        for holder in (entry, *projects)
        for relation in _NETWORKS
        for network in graph.targets(holder.id, relation)
        if isinstance(network, Network)
    }
    return tuple(networks)


def _years(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    if not isinstance(entry, Measure | Project):
        return ()
    return tuple(map(str, years_of(entry, today)))


def _national(graph: Graph, entry: Entry, today: date) -> tuple[str, ...]:
    return graph.upstream_ids(entry.id)


_READERS: Mapping[str, Values] = {
    "area": _areas,
    "status": _status,
    "standing": _standing,
    "maturity": _maturity,
    "responsible": _responsible,
    "audience": _audience,
    "network": _networks,
    "year": _years,
    "national": _national,
}
# Which facets the list of a kind has, in order.
FACETS: Mapping[str, tuple[str, ...]] = {
    "goal": ("area", "standing"),
    "measure": ("area", "status", "responsible", "audience", "network", "year", "national"),
    "project": ("area", "status", "responsible", "network", "year", "national"),
    "component": ("responsible", "maturity"),
}


def facet_values(graph: Graph, entry: Entry, today: date) -> dict[str, tuple[str, ...]]:
    """Return the values of an entry for each facet of its kind."""
    return {name: _READERS[name](graph, entry, today) for name in FACETS.get(entry.kind, ())}
