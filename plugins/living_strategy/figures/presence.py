"""Presence of overviews: a small strategy needs no menu of empty pages."""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.figures.budget import cost_lines
from living_strategy.figures.involvement import state_projects
from living_strategy.model import (
    Component,
    Framework,
    Goal,
    Measure,
    Network,
    Project,
    Scheme,
)


def overviews_with_content(graph: Graph) -> frozenset[str]:
    """Return the address words of overviews with content, such as `financing`."""
    projects = graph.of_kind(Project)
    has_costs = bool(cost_lines(graph))
    has_content_by_word = {
        "results": any(goal.indicators for goal in graph.active(Goal)),
        "timeline": bool(graph.active(Measure) or graph.active(Project)),
        "status": bool(graph.active(Goal) or graph.active(Measure) or graph.active(Project)),
        "coverage": bool(graph.of_kind(Framework)),
        "financing": bool(graph.of_kind(Scheme) or any(project.funding for project in projects)),
        "action-plan": has_costs,
        "four-year-plan": has_costs,
        "involvement": bool(state_projects(graph)),
        "municipalities": bool(
            graph.of_kind(Network)
            or graph.municipalities_of
            or any(scheme.prices for scheme in graph.of_kind(Scheme))
            or any(component.prices for component in graph.of_kind(Component))
        ),
    }
    return frozenset(word for word, has_content in has_content_by_word.items() if has_content)
