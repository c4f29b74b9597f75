"""Privacy: what the site stores (nothing), and who sees what."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page."""
    text = context.language.text
    yield context.page(
        context.addresses.view("privacy"),
        "privacy.html",
        title=text("Privacy"),
        description=text("This site stores nothing about you, and sends nothing to others."),
        part=None,
    )


PAGE = PageType("privacy", render)
