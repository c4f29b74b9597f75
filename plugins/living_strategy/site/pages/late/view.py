"""Late: what was promised by a date that has passed, how long ago, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.lateness import ago_words, late_dates, months_ago_words
from living_strategy.figures.months import months_since
from living_strategy.figures.timeline import timelines
from living_strategy.model import Scheme
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate
from living_strategy.upstream.national_words import date_words, state_key, state_words

MAX_ROWS = 200


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield what is known to be late, then what nobody has told about; each with the oldest first.
    What was promised about national goals stands on the first page. Without any of these there is
    no page.
    """
    work = timelines(graph)
    national = [passed for goals in context.national for passed in goals.overdue(context.today)]
    if not work and not national:
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
            in_menu=part.number == 1 and bool(dates or national),
            part=part,
            dates=dates,
            has_work=bool(work),
            national=national if part.number == 1 else (),
            national_ago=lambda passed: months_ago_words(
                passed.due, months_since(passed.due.latest(), context.today), language
            ),
            national_what=partial(date_words, language=language),
            state_of=partial(state_words, language=language),
            key_of=state_key,
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
