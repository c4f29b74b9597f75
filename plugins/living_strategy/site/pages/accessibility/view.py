"""Accessibility: the body's own statement, how the site is tested, and whom to tell."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.settings import Publication
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page. Only the body itself can make the statement that it links to."""
    text = context.language.text
    yield context.page(
        context.addresses.view("accessibility"),
        "accessibility.html",
        title=text("Accessibility"),
        description=text("How this site is made so that everybody can use it, and whom to tell."),
        part=None,
        profile=context.settings.legal_profile,
        official=context.settings.publication is Publication.OFFICIAL,
    )


PAGE = PageType("accessibility", render)
