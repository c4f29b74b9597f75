"""Status: what is late, what nobody has looked at and what nobody owns, by kind and by owner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.knowledge_age import YearOfKnowledge, knowledge_by_year
from living_strategy.figures.presence import overviews_with_content
from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signal_words import meaning_words
from living_strategy.figures.signals import ItemSignals, Signal, SignalKind, State
from living_strategy.figures.status_summary import StatusSummary, status_summary
from living_strategy.figures.summary_words import amounts, basis_words, look_words
from living_strategy.language import Language
from living_strategy.model import Measure, Project
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.pictures.bars import Bar, BarChart, Segment, bar_chart
from living_strategy.upstream.national_words import summary_words, told_gaps

# More lines than this are split: further pages by kind, and a page for each area and owner.
MAX_ROWS = 600

Row = tuple[SignalKind, ItemSignals]


@dataclass(frozen=True, slots=True)
class KindList:
    """The items with a signal of a kind, or those of them that a page holds. `total` counts all."""

    kind: SignalKind
    total: int
    meaning: str
    rows: tuple[ItemSignals, ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield one page for a strategy of modest size; else further pages by kind, area and owner."""
    summary = status_summary(graph, context.today, context.last_changed)
    language = context.language
    title, path = language.page_title("status"), context.addresses.view("status")
    rows = _rows(summary.items)
    owner_rows = sum(len(owner.signalled) for owner in summary.owners)
    goals = [goal for area in summary.areas for goal in area.goals]
    split = len(rows) + owner_rows + len(goals) > MAX_ROWS
    years = knowledge_by_year((*graph.of_kind(Measure), *graph.of_kind(Project)))
    for part in paginate(rows, path, MAX_ROWS if split else max(1, len(rows)), language):
        yield context.page(
            part.path,
            "status.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=_description(context),
            in_menu=part.number == 1 and "status" in overviews_with_content(graph),
            part=part,
            summary=summary,
            national=[
                (goals.pinned.title, summary_words(goals, language), told_gaps(goals, language))
                for goals in (context.national if part.number == 1 else ())
            ],
            states=tuple(State),
            kinds=_kind_lists(part.items, summary, context),
            areas=[area.area for area in summary.areas],
            goals=goals,
            subject=None,
            rows=(),
            split=split,
            years=years,
            age_chart=age_chart(years, language),
            basis=tuple(basis_words(summary, language)),
            say=partial(look_words, language=language),
            amounts=partial(amounts, language=language),
        )
    if split:
        for area in summary.areas:
            yield from _holder_pages(area.area, area.goals, (), context, title)
        for owner in summary.owners:
            if owner.signalled:
                yield from _holder_pages(owner, (), owner.signalled, context, title)


def _holder_pages(
    roll_up: RollUp,
    goals: Sequence[RollUp],
    rows: Sequence[ItemSignals],
    context: ViewContext,
    heading: str,
) -> Iterator[Page]:
    """Yield the pages of an area, with its goals, or of an owner, with what may need a look."""
    language, path = context.language, context.addresses.view("status")
    holder = roll_up.holder
    name = holder.title if holder else language.text("Nobody responsible")
    title = language.text("Status: {title}").format(title=name)
    items: Sequence[Any] = goals or rows
    for part in paginate(items, f"{path}{holder.id if holder else '-'}/", MAX_ROWS, language):
        yield context.page(
            part.path,
            "status.html",
            title=part.title(title),
            heading=heading,
            top=path,
            description=_description(context),
            part=part,
            subject=roll_up,
            goals=part.items if goals else (),
            rows=() if goals else part.items,
            states=tuple(State),
            say=partial(look_words, language=language),
            amounts=partial(amounts, language=language),
        )


def age_chart(years: Sequence[YearOfKnowledge], language: Language) -> BarChart:
    """Draw a bar for each year: what may have changed since, then what time does not change."""
    return bar_chart(
        [
            Bar(
                str(year.year) if year.year else language.text("Not known"),
                (Segment(year.changing, "changing"), Segment(year.settled, "over")),
                language.number(year.total),
            )
            for year in years
        ]
    )


def _description(context: ViewContext) -> str:
    return context.language.text(
        "What is late, what nobody has looked at, and what nobody is responsible for."
    )


def _rows(items: Sequence[ItemSignals]) -> list[Row]:
    """Return every item under each kind of its signals, with these alone, kind by kind."""
    by_kind: dict[SignalKind, list[Row]] = {kind: [] for kind in SignalKind}
    for item in items:
        by_item: dict[SignalKind, tuple[Signal, ...]] = {}
        for signal in item.signals:
            by_item[signal.kind] = (*by_item.get(signal.kind, ()), signal)
        for kind, signals in by_item.items():
            by_kind[kind].append((kind, replace(item, signals=signals)))
    return [row for rows in by_kind.values() for row in rows]


def _kind_lists(
    rows: Sequence[Row], summary: StatusSummary, context: ViewContext
) -> list[KindList]:
    """Return the lists of a page, in the order of the kinds."""
    limits = context.settings.review_months
    return [
        KindList(
            kind,
            summary.all.by_kind.get(kind, 0),
            meaning_words(kind, limits, context.language),
            tuple(item for row_kind, item in rows if row_kind is kind),
        )
        for kind in SignalKind
    ]


PAGE = PageType("status", render, overview="status")
