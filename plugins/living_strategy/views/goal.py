"""A goal: its standing, indicators, measures and the projects behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.figures.progress import progress, projects_of
from living_strategy.graph import Graph
from living_strategy.model import Goal
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.item import MOST_LISTED, framework_goals, item_pages


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """One page for each entry of the kind."""
    return item_pages(Goal, "goal.html", context, _extra)


def _extra(goal: Goal, graph: Graph, context: ViewContext) -> dict[str, Any]:
    measures = graph.sources(goal.id, "served_by")
    return {
        "supported": framework_goals(goal.frameworks, graph),
        "progress": progress(measures),
        "projects": projects_of(graph, measures)[:MOST_LISTED],
    }
