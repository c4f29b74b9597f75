"""Late: what was promised by a date that has passed, how long ago, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.lateness import ago_words, late_dates
from living_strategy.figures.timeline import timelines
from living_strategy.model import Scheme
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate

MAX_ROWS = 200


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield what is known to be late, then what nobody has told about; each with the oldest first.
    Without measures and projects there is no page.
    """
    work = timelines(graph)
    if not work:
        return
    dates = late_dates(graph, context.today)
    known = [late for late in dates if late.is_known]
    untold = [late for late in dates if not late.is_known]
    language = context.language
    title, path = language.text("Past its date"), context.addresses.view("late")
    for part in paginate([*known, *untold], path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "late.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text(
                "What was promised by a date that has passed, how long ago, and who answers for it."
            ),
            in_menu=part.number == 1 and bool(dates),
            part=part,
            dates=dates,
            holders=len({late.entry.id for late in dates}),
            has_schemes=any(isinstance(late.entry, Scheme) for late in dates),
            dated=sum(len(timeline.dated) for timeline in work),
            known=len(known),
            untold=len(untold),
            rows_known=[late for late in part.items if late.is_known],
            rows_untold=[late for late in part.items if not late.is_known],
            longest=max((late.months for late in dates), default=0),
            ago=partial(ago_words, language=language),
        )


PAGE = PageType("late", render, overview="late")
