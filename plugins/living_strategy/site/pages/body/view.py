"""A governance body: level, mandate, members and decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.model import Body
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages, kind_words


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Body, "body.html", context, _extra)


def _extra(body: Body, graph: Graph, context: ViewContext) -> dict[str, Any]:
    return {"kind_words": kind_words(context)}


PAGE = PageType("body", render)
