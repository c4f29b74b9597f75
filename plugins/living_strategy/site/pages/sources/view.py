"""About the figures and sources: how to read them, and every source with what it is used for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.sources.cited_sources import (
    CitedSource,
    cited_sources,
    publisher_key,
)
from living_strategy.site.parts.pagination import paginate

MAX_ROWS = 200


@dataclass(frozen=True, slots=True)
class Shares:
    """How many entries there are, and how many of them have a source and an as-of date."""

    entries: int
    with_source: int
    with_as_of: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sources there are, how many lack a date or an address, and who published them."""

    total: int
    undated: int
    without_address: int
    publishers: int


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the list of sources on as many pages as it needs, the first with the reading guide."""
    language = context.language
    sources = in_order(cited_sources(graph), context)
    title = language.text("About the figures and sources")
    path = context.addresses.view("sources")
    in_force = graph.all_active
    shares = Shares(
        len(in_force),
        sum(bool(entry.sources) for entry in in_force),
        sum(bool(entry.as_of) for entry in in_force),
    )
    counts = Counts(
        len(sources),
        sum(not source.dates for source in sources),
        sum(not source.url for source in sources),
        len({publisher_key(site) for source in sources if (site := source.site)}),
    )
    for part in paginate(sources, path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "sources.html",
            title=part.title(title),
            heading=title,
            description=language.text(
                "How to read the figures on this site, and every source with what it is used for."
            ),
            in_menu=part.number == 1,
            part=part,
            top=path,
            shares=shares,
            counts=counts,
        )


def in_order(sources: list[CitedSource], context: ViewContext) -> list[CitedSource]:
    """Sort by publisher, then by title, in the site's alphabet; those without either come last."""
    key = context.language.sort_key

    def sort_key(source: CitedSource) -> tuple[bool, str, str, str]:
        site = source.site
        return not site, key(site), key(source.name), source.url

    return sorted(sources, key=sort_key)


PAGE = PageType("sources", render)
