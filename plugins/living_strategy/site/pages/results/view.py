"""Results: every indicator of the strategy with its picture and its values, area by area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.presence import overviews_with_content
from living_strategy.figures.results import Course, Result, result_counts, results_by_area
from living_strategy.model import Area
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.parts.results import ShownResult, shown_result

# Each has a picture and a table: more of them make a page too heavy for a phone.
MAX_RESULTS = 40

Row = tuple[Area | None, Result]


@dataclass(frozen=True, slots=True)
class AreaOnPage:
    """What a page shows of an area: first what has a picture, then what has none."""

    area: Area | None
    series: list[ShownResult]
    others: list[ShownResult]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield one page, or several for a strategy with very many indicators."""
    language, path = context.language, context.addresses.view("results")
    title = language.page_title("results")
    rows = [
        (of_area.area, result) for of_area in results_by_area(graph) for result in of_area.results
    ]
    counts = result_counts(result for _, result in rows)
    for part in paginate(rows, path, MAX_RESULTS, language):
        yield context.page(
            part.path,
            "results.html",
            title=part.title(title),
            heading=title,
            top=path,
            description=language.text("What is measured, how it has gone, and where that is from."),
            in_menu=part.number == 1 and "results" in overviews_with_content(graph),
            part=part,
            areas=_areas(part.items, context),
            counts=counts,
            better=counts.by_course[Course.BETTER],
            worse=counts.by_course[Course.WORSE],
            same=counts.by_course[Course.SAME],
            once=counts.by_course[Course.ONCE],
            never=counts.by_course[Course.NEVER],
        )


def _areas(rows: Sequence[Row], context: ViewContext) -> list[AreaOnPage]:
    """Return the results of a page by area."""
    areas: list[AreaOnPage] = []
    for area, result in rows:
        if not areas or areas[-1].area != area:
            areas.append(AreaOnPage(area, [], []))
        shown = shown_result(result, context.language)
        (areas[-1].series if result.is_series else areas[-1].others).append(shown)
    return areas


PAGE = PageType("results", render, overview="results")
