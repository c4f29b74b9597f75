"""Timeline: when measures and projects run, area by area, and which have no dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.course import last_confirmed
from living_strategy.figures.newest import latest_as_of
from living_strategy.figures.overdue import overdue
from living_strategy.figures.presence import overviews_with_content
from living_strategy.figures.status_age import MAX_AGE
from living_strategy.figures.timeline import AreaTimeline, Planned, timelines
from living_strategy.model import Scheme
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.timeline.picture import Timeline, timeline_picture
from living_strategy.site.parts.following import NOTHING, following
from living_strategy.site.parts.pagination import paginate

# More entries with dates than this are split: a page for each area, and numbered pages in each.
# A row of the picture and the table may have 2.5 kB.
MAX_ROWS = 90
# Those without dates are a line each.
MAX_ENTRIES = 300


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield one page for a strategy of modest size; else an overview and pages for each area."""
    areas = timelines(graph)
    entries = [entry for timeline in areas for entry in timeline.entries]
    dated = sum(len(timeline.dated) for timeline in areas)
    split = dated > MAX_ROWS or len(entries) > MAX_ENTRIES
    language = context.language
    late_ids = {deadline.entry.id for deadline in overdue(entries, context.today)}
    title = language.text("Timeline")
    path = context.addresses.view("timeline")
    yield context.page(
        path,
        "timeline.html",
        title=title,
        in_menu="timeline" in overviews_with_content(graph),
        heading=title,
        area=None,
        part=None,
        description=language.text("When measures and joint projects run, area by area."),
        total=len(entries),
        dated=dated,
        late=len(late_ids),
        newest=latest_as_of(entries),
        **_known(entries, context),
        top=path,
        split=areas if split else (),
        area_paths=[area_path(path, timeline) for timeline in areas],
        groups=() if split else areas,
        chart=_chart(() if split else areas, context),
        following=following(context),
        schemes=[scheme for scheme in graph.active(Scheme) if scheme.milestones],
    )
    if split:
        for timeline in areas:
            yield from _area_pages(timeline, context, path, title)


def area_path(path: str, timeline: AreaTimeline) -> str:
    """Return the path of the timeline of an area; entries without area have a page too."""
    return f"{path}{timeline.area.id if timeline.area else '-'}/"


def _area_pages(
    timeline: AreaTimeline, context: ViewContext, path: str, heading: str
) -> Iterator[Page]:
    language = context.language
    name = _heading(timeline, context)
    title = language.text("Timeline: {title}").format(title=name)
    entries = timeline.entries
    late_ids = {deadline.entry.id for deadline in overdue(entries, context.today)}
    of_area = {"newest": latest_as_of(entries), **_known(entries, context)}
    followed = following(context, timeline.area) if timeline.area else NOTHING
    for part in paginate(entries, area_path(path, timeline), MAX_ROWS, language):
        start = (part.number - 1) * MAX_ROWS
        undated = slice(
            max(0, start - len(timeline.dated)), max(0, start + MAX_ROWS - len(timeline.dated))
        )
        group = AreaTimeline(
            timeline.area, timeline.dated[start : start + MAX_ROWS], timeline.undated[undated]
        )
        yield context.page(
            part.path,
            "timeline.html",
            title=part.title(title),
            heading=heading,
            top=path,
            description=language.text("When measures and joint projects run, area by area."),
            area=timeline.area,
            part=part,
            total=len(entries),
            dated=len(timeline.dated),
            late=len(late_ids),
            **of_area,
            split=(),
            area_paths=(),
            groups=(group,),
            chart=_chart((group,), context),
            following=followed,
            schemes=(),
        )


def _known(entries: Iterable[Planned], context: ViewContext) -> dict[str, Any]:
    """Return how old our facts are, what the present is called, and what the table calls."""
    year = context.today.year - MAX_AGE - 1
    return {
        "unconfirmed": sum(is_old(entry, year) for entry in entries),
        "old_year": year,
        "confirmed": last_confirmed,
        "overdue": lambda entry: overdue([entry], context.today),
        "now": _now(context),
    }


def _now(context: ViewContext) -> str:
    """Return what the line of the present is called: the last day, when the strategy is over."""
    closed = context.settings.closed
    if closed and closed.date.latest() == context.today:
        return context.language.date(closed.date)
    return context.language.text("today")


def is_old(entry: Planned, year: int) -> bool:
    """Return whether something unfinished was last confirmed in this year or earlier."""
    confirmed = last_confirmed(entry)
    return (
        entry.status.is_under_way
        and entry.period is not None
        and (confirmed is None or confirmed.year <= year)
    )


def _chart(areas: Sequence[AreaTimeline], context: ViewContext) -> Timeline:
    return timeline_picture([timeline.dated for timeline in areas], context.today)


def _heading(timeline: AreaTimeline, context: ViewContext) -> str:
    return (
        timeline.area.title if timeline.area else context.language.text("Without a priority area")
    )


PAGE = PageType("timeline", render, overview="timeline")
