"""The search page: Pagefind's own interface over the written pages."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.rendering.context import ViewContext


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """One page; the index it needs is made by the host after all pages are written."""
    title = context.language.text("Search")
    yield context.page(
        context.addresses.view("search"),
        "search.html",
        title=title,
        in_menu=True,
        description=context.language.text(
            "Search in goals, measures, joint projects and registers."
        ),
    )
