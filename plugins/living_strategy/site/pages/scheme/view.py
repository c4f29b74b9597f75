"""A funding scheme: owner, rules, sums by year and what it paid for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.budget import add_up_lines, cost_lines
from living_strategy.figures.funding import Sum, funding_table
from living_strategy.figures.overdue import overdue
from living_strategy.model import Project, Scheme
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Scheme, "scheme.html", context, _extra)


def _extra(scheme: Scheme, graph: Graph, context: ViewContext) -> dict[str, Any]:
    projects = [
        project for project in graph.sources(scheme.id, "funds") if isinstance(project, Project)
    ]
    funded = funding_table(projects).by_scheme.get(scheme.id, Sum(0, 0, 0))
    paid = [
        line
        for line in cost_lines(graph)
        if line.cost.scheme and graph.find(line.cost.scheme) is scheme
    ]
    late = overdue((scheme,), context.today)
    return {"funded": funded, "costs": add_up_lines(paid), "late": late}


PAGE = PageType("scheme", render)
