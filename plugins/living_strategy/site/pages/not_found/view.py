"""The page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.page_type import PageType

PATH = "404.html"


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the page. It is shown at any address, so its links carry `LOCAL`, which the host
    replaces with the path of the site's root.
    """
    with_absolute_links = replace(context, resolve=lambda source, target: LOCAL + target)
    yield with_absolute_links.page(
        PATH,
        "not_found.html",
        is_listed=False,
        absolute_links=True,
        title=context.language.text("The page does not exist"),
        description="",
    )


PAGE = PageType("not_found", render)
