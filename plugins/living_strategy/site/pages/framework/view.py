"""A strategy above this one: its goals and what supports them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.coverage import coverage
from living_strategy.model import Framework
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Framework, "framework.html", context, _extra)


def _extra(framework: Framework, graph: Graph, context: ViewContext) -> dict[str, Any]:
    return {"coverage": coverage(graph, framework)}


PAGE = PageType("framework", render)
