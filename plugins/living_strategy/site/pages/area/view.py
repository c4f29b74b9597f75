"""A priority area: where it points, its progress, its goals, measures and projects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.progress import (
    Progress,
    measures_of,
    progress,
    projects_of,
    projects_without_measure,
)
from living_strategy.figures.results import Result, results_of
from living_strategy.model import Area, Entry, Goal
from living_strategy.model.goal import BELONGS_TO
from living_strategy.model.measure import MEASURE_OF
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import framework_goals, item_pages
from living_strategy.site.parts.results import shown_results

# Tiles on the page of an area; all results have a page of their own.
_MAX_RESULTS = 12


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal of the area with its measures, and the projects that it has without a measure."""

    goal: Entry
    measures: Progress
    projects: Progress


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Area, "area.html", context, _extra)


def _extra(area: Area, graph: Graph, context: ViewContext) -> dict[str, Any]:
    measures, projects = measures_of(graph, area), projects_of(graph, area)
    goals = [
        GoalCard(
            goal,
            progress(measures_of(graph, goal), context.today),
            progress(projects_without_measure(graph, goal), context.today),
        )
        for goal in graph.sources(area.id, BELONGS_TO.inverse)
    ]
    return {
        "supported": framework_goals(area.frameworks, graph),
        "progress": progress(measures, context.today),
        "project_progress": progress(projects, context.today),
        "goals": goals,
        "shown_results": shown_results(_measured(area, graph), context.language),
        "listed": (*measures, *projects),
        "measures": measures,
        "projects": projects,
        "has_own_measures": bool(graph.sources(area.id, MEASURE_OF.inverse)),
        "has_unmeasured": bool(projects_without_measure(graph, area)),
    }


def _measured(area: Area, graph: Graph) -> tuple[Result, ...]:
    """Return what was measured under the area, what moved first."""
    measured = [
        result
        for goal in graph.below(area)
        if isinstance(goal, Goal)
        for result in results_of(goal)
        if result.measured
    ]
    return tuple(sorted(measured, key=lambda result: not result.is_series)[:_MAX_RESULTS])


PAGE = PageType("area", render)
