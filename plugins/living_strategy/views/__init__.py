"""One page type one file and one template; every view yields artifacts."""

from __future__ import annotations

from types import ModuleType

from living_strategy.views import (
    accessibility,
    area,
    body,
    component,
    coverage,
    financing,
    framework,
    front,
    goal,
    index,
    involvement,
    licence,
    measure,
    municipalities,
    network,
    not_found,
    open_data,
    organisation,
    printout,
    privacy,
    project,
    scheme,
    search,
    sources,
    strategy_map,
    timeline,
)

# Each has `render(graph, context) -> Iterable[Artifact]`. Overviews are there once and stand in
# the menu, in this order; entry views yield a page for each entry and never stand in it.
OVERVIEWS: tuple[ModuleType, ...] = (
    front,
    index,
    strategy_map,
    timeline,
    coverage,
    financing,
    involvement,
    municipalities,
    sources,
    open_data,
    search,
    accessibility,
    privacy,
    licence,
    printout,
    not_found,
)
ENTRY_VIEWS: tuple[ModuleType, ...] = (
    area,
    goal,
    measure,
    project,
    organisation,
    network,
    body,
    component,
    scheme,
    framework,
)
VIEWS: tuple[ModuleType, ...] = (*OVERVIEWS, *ENTRY_VIEWS)
