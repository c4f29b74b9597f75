"""A joint project: status, lead, partners, participants, money and involvement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.funding import add_up_costs, funding_table
from living_strategy.figures.involvement import is_state_led
from living_strategy.figures.milestones import next_milestone
from living_strategy.figures.overdue import overdue
from living_strategy.model import Project
from living_strategy.model.measure import SERVES
from living_strategy.model.project import FURTHERS, IMPLEMENTS, PARTICIPANTS
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages
from living_strategy.site.parts.place_links import place_link
from living_strategy.site.parts.told_gains import told_gains


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Project, "project.html", context, _extra)


def _extra(project: Project, graph: Graph, context: ViewContext) -> dict[str, Any]:
    own = graph.targets(project.id, FURTHERS.name)
    goals = {
        goal.id: goal
        for measure in graph.targets(project.id, IMPLEMENTS.name)
        for goal in graph.targets(measure.id, SERVES.name)
        if goal not in own
    }
    municipalities = graph.municipalities_of.get(project.id, ())
    networks = graph.targets(project.id, PARTICIPANTS.name)
    return {
        "goals": tuple(goals.values()),
        "listed": tuple(goals.values()),
        "participant_count": len(municipalities) + len(networks),
        "places": context.place_maps.of(municipalities, networks),
        "cost": add_up_costs(project.costs),
        "gains_told": told_gains(project, context.language),
        "funded": funding_table((project,)).total,
        "coming": next_milestone(project, context.today),
        "municipalities": [
            place_link(municipality, project, context) for municipality in municipalities
        ],
        "late": overdue((project,), context.today),
        "signals": context.signals_of(project).told,
        "state_led": is_state_led(graph, project),
    }


PAGE = PageType("project", render)
