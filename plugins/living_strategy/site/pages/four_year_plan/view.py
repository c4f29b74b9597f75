"""Four-year plan: what measures and projects cost, year by year, and who pays."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from living_strategy.artifact import Artifact, Page, Redirect
from living_strategy.content.graph import Graph
from living_strategy.figures.budget import cost_lines
from living_strategy.figures.budget_words import amount_of_lines, gap_sentences
from living_strategy.figures.four_year_plan import AreaRows, FourYearPlan, WorkRow, four_year_plan
from living_strategy.figures.gain_words import gain_sentences
from living_strategy.figures.gains import GainSums, gain_sums
from living_strategy.figures.plan_groupings import groupings, key_words
from living_strategy.figures.plan_years import budget_years, current, plan_starts
from living_strategy.papers.four_year_workbook import four_year_workbook
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import Part, paginate
from living_strategy.site.parts.plan_files import (
    four_year_file,
    four_year_title,
    plan_words,
    span,
    written,
)
from living_strategy.site.parts.plan_links import PlanLink
from living_strategy.site.parts.told_gains import told_sums

MAX_ROWS = 150
# Of work without a cost stated, which the lists of measures and projects have all of.
MAX_WITHOUT = 200


def render(graph: Graph, context: ViewContext) -> Iterator[Artifact]:
    """Yield the plan of each four years that begin with costs. That in force lies at the address of
    the page itself, and the address with its years leads there.
    """
    starts = plan_starts(budget_years(cost_lines(graph)))
    if not starts:
        return
    top, now = context.addresses.view("four-year-plan"), current(starts, context.today)
    links = [
        PlanLink(span(start, "–"), top if start == now else f"{top}{span(start, '-')}/")
        for start in starts
    ]
    for start, link in zip(starts, links, strict=True):
        plan = four_year_plan(graph, start, context.today)
        yield from _pages(plan, link, links, graph, context)
        file = four_year_file(start, context)
        book = four_year_workbook(file.title, plan, plan_words(context))
        yield written(file, book, context)
    yield Redirect(f"{top}{span(now, '-')}/", top, four_year_title(now, context.language))


def _pages(
    plan: FourYearPlan, link: PlanLink, links: list[PlanLink], graph: Graph, context: ViewContext
) -> Iterator[Page]:
    language, top = context.language, context.addresses.view("four-year-plan")
    title = four_year_title(plan.years[0], language)
    rows = [(area, row) for area in plan.areas for row in area.rows]
    gains = gain_sums(graph, plan.work)
    told = tuple(sentences(plan, gains, context))
    gain_rows = told_sums(gains, language)
    for part in paginate(rows, link.path, MAX_ROWS, language):
        yield context.page(
            part.path,
            "four_year_plan.html",
            title=part.title(title),
            top=top,
            description=language.text(
                "What measures and projects cost in {years}, and who pays, with all sums."
            ).format(years=span(plan.years[0], "–")),
            in_menu=part.path == top,
            script="paper.js" if part.number == 1 else "",
            part=part,
            plan=plan,
            without=plan.without[:MAX_WITHOUT],
            links=links,
            areas=_shown(part),
            groupings=groupings(plan, language) if part.number == 1 else (),
            key_words=partial(key_words, language=language),
            sentences=told,
            gain_rows=gain_rows,
            workbook=four_year_file(plan.years[0], context),
        )


def _shown(part: Part[tuple[AreaRows, WorkRow]]) -> list[tuple[AreaRows, list[WorkRow]]]:
    """Return the rows of a page under their areas."""
    areas: list[tuple[AreaRows, list[WorkRow]]] = []
    for area, row in part.items:
        if not areas or areas[-1][0] is not area:
            areas.append((area, []))
        areas[-1][1].append(row)
    return areas


def sentences(plan: FourYearPlan, gains: GainSums, context: ViewContext) -> Iterator[str]:
    """Yield what a paper to a council says of the plan."""
    language, graph = context.language, context.graph
    yield language.text("Costs in {years}: {amount}.").format(
        years=span(plan.years[0], "–"), amount=amount_of_lines(plan.total.total, language)
    )
    for year in plan.years:
        if year in plan.total.by_year:
            amount = amount_of_lines(plan.total.by_year[year], language)
            yield language.text("{year}: {amount}.").format(year=year, amount=amount)
    for row in plan.by_area:
        area = graph.find(row.key[0])
        title = area.title if area else language.text("Without a priority area")
        yield language.text("{title}: {amount}.").format(
            title=title, amount=amount_of_lines(row.total, language)
        )
    yield from gap_sentences(plan.lines, language)
    yield from gain_sentences(gains.total, language)


PAGE = PageType("four_year_plan", render, overview="four-year-plan")
