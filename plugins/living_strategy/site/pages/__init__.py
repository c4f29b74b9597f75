"""One page type one file and one template; every view yields artifacts."""

from __future__ import annotations

from types import ModuleType

from living_strategy.site.pages.accessibility import view as accessibility
from living_strategy.site.pages.area import view as area
from living_strategy.site.pages.body import view as body
from living_strategy.site.pages.component import view as component
from living_strategy.site.pages.coverage import view as coverage
from living_strategy.site.pages.financing import view as financing
from living_strategy.site.pages.framework import view as framework
from living_strategy.site.pages.front import view as front
from living_strategy.site.pages.goal import view as goal
from living_strategy.site.pages.index import view as index
from living_strategy.site.pages.involvement import view as involvement
from living_strategy.site.pages.licence import view as licence
from living_strategy.site.pages.measure import view as measure
from living_strategy.site.pages.municipalities import view as municipalities
from living_strategy.site.pages.network import view as network
from living_strategy.site.pages.not_found import view as not_found
from living_strategy.site.pages.open_data import view as open_data
from living_strategy.site.pages.organisation import view as organisation
from living_strategy.site.pages.printout import view as printout
from living_strategy.site.pages.privacy import view as privacy
from living_strategy.site.pages.project import view as project
from living_strategy.site.pages.scheme import view as scheme
from living_strategy.site.pages.search import view as search
from living_strategy.site.pages.sources import view as sources
from living_strategy.site.pages.strategy_map import view as strategy_map
from living_strategy.site.pages.timeline import view as timeline

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
