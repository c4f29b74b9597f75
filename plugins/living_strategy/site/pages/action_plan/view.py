"""Action plan: what is done in a year, by whom, at what cost, and what came of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from living_strategy.artifact import Artifact, Page, Redirect
from living_strategy.content.graph import Graph
from living_strategy.figures.action_plan import ActionPlan, action_plan
from living_strategy.figures.budget import cost_lines
from living_strategy.figures.budget_words import amount_of_lines, gap_sentences, work_words
from living_strategy.figures.gain_words import gain_sentences
from living_strategy.figures.gains import GainSums, gain_sums
from living_strategy.figures.plan_years import budget_years, current
from living_strategy.language import Language
from living_strategy.model import Measure
from living_strategy.papers.action_plan_workbook import action_plan_workbook
from living_strategy.papers.year_results import PartResults
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.action_plan.results import (
    MAX_ITEMS,
    costs_of_year,
    part_title,
    results_by_year,
    results_path,
    results_title,
)
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.parts.period_reports import part_path, part_words, year_parts
from living_strategy.site.parts.plan_files import action_plan_file, plan_words, written
from living_strategy.site.parts.plan_links import PlanLink
from living_strategy.site.parts.told_gains import told_gains, told_sums
from living_strategy.upstream.national_words import date_words, state_key, state_words

MAX_ROWS = 150
# Of work that owes a result, which the workbook has all of.
MAX_OWING = 100


def render(graph: Graph, context: ViewContext) -> Iterator[Artifact]:
    """Yield the plan of each year with costs. That of this year, or of the one nearest to it, lies
    at the address of the page itself, and the address with its number leads there.
    """
    years = budget_years(cost_lines(graph))
    if not years:
        return
    top, now = context.addresses.view("action-plan"), current(years, context.today)
    links = [PlanLink(str(year), top if year == now else f"{top}{year}/") for year in years]
    results = results_by_year(years, context)
    for year, link in zip(years, links, strict=True):
        plan = action_plan(graph, year, context.today)
        yield from _pages(plan, link, links, tuple(results), graph, context)
        file = action_plan_file(year, context)
        book = action_plan_workbook(file.title, plan, results.get(year, ()), plan_words(context))
        yield written(file, book, context)
        if year in results:
            yield _results_page(year, results[year], link, context)
    yield Redirect(f"{top}{now}/", top, action_plan_file(now, context).title)


def _pages(
    plan: ActionPlan,
    link: PlanLink,
    links: list[PlanLink],
    with_results: tuple[int, ...],
    graph: Graph,
    context: ViewContext,
) -> Iterator[Page]:
    language, top = context.language, context.addresses.view("action-plan")
    file = action_plan_file(plan.year, context)
    work = plan.work
    gains = gain_sums(graph, (planned.entry for planned in work))
    told = tuple(sentences(plan, gains, language))
    gain_rows = told_sums(gains, language)
    for part in paginate(work, link.path, MAX_ROWS, language):
        shown = {work.entry.id for work in part.items}
        yield context.page(
            part.path,
            "action_plan.html",
            title=part.title(file.title),
            top=top,
            description=language.text(
                "What is done in {year}, by whom, what it costs and what is to be gained."
            ).format(year=plan.year),
            in_menu=part.path == top,
            script="paper.js" if part.number == 1 else "",
            part=part,
            plan=plan,
            shown=shown,
            links=links,
            gains={work.entry.id: told_gains(work.entry, language) for work in part.items},
            sentences=told,
            owing=owing_sentence(plan, language),
            max_owing=MAX_OWING,
            gain_rows=gain_rows,
            reports=[
                (results_path(year, context), results_title(year, language))
                for year in (plan.year, plan.year - 1)
                if year in with_results
            ],
            workbook=file,
            national=[
                when
                for goals in (context.national if part.number == 1 else ())
                for when in goals.dates
                if when.due.year == plan.year
            ],
            national_what=partial(date_words, language=language),
            state_of=partial(state_words, language=language),
            key_of=state_key,
        )


def _results_page(
    year: int, results: tuple[PartResults, ...], plan: PlanLink, context: ViewContext
) -> Page:
    """Return the page of a year; `plan` leads to its plan."""
    language = context.language
    reports = {part: part_path(part, context) for part in year_parts(context)}
    months = {told.part: part_words(told.part, context) for told in results}
    headings = {told.part: part_title(told.part, language) for told in results}
    title = results_title(year, language)
    return context.page(
        results_path(year, context),
        "year_results.html",
        page_type="action_plan",
        title=title,
        description=language.text(
            "What happened in {year}, period by period: what was done and measured, and what was "
            "not reached."
        ).format(year=year),
        script="paper.js",
        top=context.addresses.view("action-plan"),
        plan=plan,
        plan_title=action_plan_file(year, context).title,
        results=results,
        headings=headings,
        months=months,
        reports=reports,
        budget=costs_of_year(year, context),
        sentences=[f"{headings[told.part]}: {' '.join(told.sentences)}" for told in results],
        max_items=MAX_ITEMS,
        notice=context.history_notice,
        part=None,
    )


def owing_sentence(plan: ActionPlan, language: Language) -> str:
    """Return of how many nobody has told what came of the year before; empty where of none."""
    if not plan.owing:
        return ""
    measures = sum(isinstance(entry, Measure) for entry in plan.owing)
    return language.text("Nobody has told what came of {year} for {work} under way then.").format(
        year=plan.year - 1, work=work_words(measures, len(plan.owing) - measures, language)
    )


def sentences(plan: ActionPlan, gains: GainSums, language: Language) -> Iterator[str]:
    """Yield what a paper to a council says of the plan."""
    work = plan.work
    measures = sum(isinstance(planned.entry, Measure) for planned in work)
    yield language.text("The action plan for {year} has {work}.").format(
        year=plan.year, work=work_words(measures, len(work) - measures, language)
    )
    if plan.cost.lines:
        yield language.text("Costs in {year}: {amount}.").format(
            year=plan.year, amount=amount_of_lines(plan.cost, language)
        )
        for area in plan.areas:
            if area.cost.lines:
                title = area.area.title if area.area else language.text("Without a priority area")
                yield language.text("{title}: {amount}.").format(
                    title=title, amount=amount_of_lines(area.cost, language)
                )
    without = sum(not planned.lines for planned in work)
    if without:
        words = language.plural(
            "{count} of them has no cost stated for the year.",
            "{count} of them have no cost stated for the year.",
            without,
        )
        yield words.format(count=language.number(without))
    yield from gap_sentences(plan.lines, language)
    yield from gain_sentences(gains.total, language)
    if plan.owing:
        yield owing_sentence(plan, language)


PAGE = PageType("action_plan", render, overview="action-plan")
