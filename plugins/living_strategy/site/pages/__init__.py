"""One page type one folder: view, template and whatever else only it needs."""

from __future__ import annotations

from living_strategy.site.page_type import PageType
from living_strategy.site.pages.accessibility import view as accessibility
from living_strategy.site.pages.action_plan import view as action_plan
from living_strategy.site.pages.area import view as area
from living_strategy.site.pages.body import view as body
from living_strategy.site.pages.changes import view as changes
from living_strategy.site.pages.component import view as component
from living_strategy.site.pages.coverage import view as coverage
from living_strategy.site.pages.financing import view as financing
from living_strategy.site.pages.four_year_plan import view as four_year_plan
from living_strategy.site.pages.framework import view as framework
from living_strategy.site.pages.front import view as front
from living_strategy.site.pages.goal import view as goal
from living_strategy.site.pages.index import view as index
from living_strategy.site.pages.involvement import view as involvement
from living_strategy.site.pages.late import view as late
from living_strategy.site.pages.leads import view as leads
from living_strategy.site.pages.licence import view as licence
from living_strategy.site.pages.local_strategies import view as local_strategies
from living_strategy.site.pages.measure import view as measure
from living_strategy.site.pages.municipalities import view as municipalities
from living_strategy.site.pages.national_goals import view as national_goals
from living_strategy.site.pages.network import view as network
from living_strategy.site.pages.not_found import view as not_found
from living_strategy.site.pages.open_data import view as open_data
from living_strategy.site.pages.organisation import view as organisation
from living_strategy.site.pages.printout import view as printout
from living_strategy.site.pages.privacy import view as privacy
from living_strategy.site.pages.project import view as project
from living_strategy.site.pages.report import view as report
from living_strategy.site.pages.results import view as results
from living_strategy.site.pages.scheme import view as scheme
from living_strategy.site.pages.search import view as search
from living_strategy.site.pages.sources import view as sources
from living_strategy.site.pages.status import view as status
from living_strategy.site.pages.strategy_map import view as strategy_map
from living_strategy.site.pages.term import view as term
from living_strategy.site.pages.timeline import view as timeline
from living_strategy.site.pages.upstream_changes import view as upstream_changes

# A site has one of each of these; those that stand in the menu do so in this order.
OVERVIEWS: tuple[PageType, ...] = (
    front.PAGE,
    index.PAGE,
    results.PAGE,
    strategy_map.PAGE,
    timeline.PAGE,
    late.PAGE,
    status.PAGE,
    leads.PAGE,
    national_goals.PAGE,
    coverage.PAGE,
    financing.PAGE,
    action_plan.PAGE,
    four_year_plan.PAGE,
    involvement.PAGE,
    municipalities.PAGE,
    local_strategies.PAGE,
    changes.PAGE,
    upstream_changes.PAGE,
    report.PAGE,
    sources.PAGE,
    open_data.PAGE,
    search.PAGE,
    accessibility.PAGE,
    privacy.PAGE,
    licence.PAGE,
    printout.PAGE,
    not_found.PAGE,
)
# A page for each entry of a kind; none stands in the menu.
ENTRY_PAGES: tuple[PageType, ...] = (
    area.PAGE,
    goal.PAGE,
    measure.PAGE,
    project.PAGE,
    organisation.PAGE,
    network.PAGE,
    body.PAGE,
    component.PAGE,
    scheme.PAGE,
    framework.PAGE,
    term.PAGE,
)
PAGES: tuple[PageType, ...] = (*OVERVIEWS, *ENTRY_PAGES)
