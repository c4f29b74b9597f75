"""A goal: its standing, indicators, measures and the projects behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.progress import measures_of, progress, projects_of
from living_strategy.figures.results import results_of
from living_strategy.model import Goal
from living_strategy.model.project import FURTHERS
from living_strategy.site.context import ViewContext
from living_strategy.site.groups import MAX_LISTED
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import framework_goals, item_pages
from living_strategy.site.parts.results import shown_results


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Goal, "goal.html", context, _extra)


def _extra(goal: Goal, graph: Graph, context: ViewContext) -> dict[str, Any]:
    own = graph.sources(goal.id, FURTHERS.inverse)
    projects = tuple(project for project in projects_of(graph, goal) if project not in own)
    projects = projects[:MAX_LISTED]
    return {
        "supported": framework_goals(goal.frameworks, graph),
        "progress": progress(measures_of(graph, goal), context.today),
        "project_progress": progress(own, context.today),
        "shown_results": shown_results(results_of(goal), context.language),
        "signals": context.signals_of(goal).told,
        "projects": projects,
        "listed": projects,
    }


PAGE = PageType("goal", render)
