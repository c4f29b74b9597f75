"""Who leads what: a line for everybody who answers for, leads or owns something."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.collaboration import collaboration
from living_strategy.figures.facets import FACETS
from living_strategy.figures.leads import who_leads
from living_strategy.figures.status_age import first_year
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate

MAX_ROWS = 150
# The most measures and projects that are named of each who takes part.
_MOST_WORK = 8


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the lines, those with most first. Without anything that is led there is no page."""
    rows = who_leads(graph, context.today)
    if not rows:
        return
    holders = [leads for leads in rows if leads.holder]
    language = context.language
    with_us = collaboration(graph, language.sort_key)
    title, path = language.text("Who leads what"), context.addresses.view("leads")
    for part in paginate(rows, path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "leads.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text("What each of them answers for, leads or owns."),
            in_menu=part.number == 1 and bool(holders or with_us.is_known),
            part=part,
            holders=holders,
            filtered={kind for kind, facets in FACETS.items() if "responsible" in facets},
            most=max(len(leads.entries) for leads in rows),
            since=first_year(context.today),
            with_us=with_us,
            most_work=_MOST_WORK,
        )


PAGE = PageType("leads", render, overview="leads")
