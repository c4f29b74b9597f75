"""Licence: on which terms texts, data and program may be used again."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page."""
    text = context.language.text
    owner = graph.find(context.settings.publisher) if context.settings.publisher else None
    yield context.page(
        context.addresses.view("licence"),
        "licence.html",
        title=text("Licence"),
        description=text("Texts, data and program may be used again: on which terms, and how."),
        part=None,
        owner=owner,
    )


PAGE = PageType("licence", render)
