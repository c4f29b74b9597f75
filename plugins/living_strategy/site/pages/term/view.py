"""A term: what it means, how else it is written, and where the strategy uses it."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.model import Term
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.item import item_pages


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Return one page for each entry of the kind."""
    return item_pages(Term, "term.html", context)


PAGE = PageType("term", render)
