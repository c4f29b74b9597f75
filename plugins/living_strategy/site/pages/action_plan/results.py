"""Results of the years of action plans: a page a year, third by third."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.artifact import Page
from living_strategy.figures.budget import add_up_lines, cost_lines
from living_strategy.figures.budget_words import amount_of_lines
from living_strategy.history.period import Tertial
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.report import Reported
from living_strategy.papers.year_results import TertialResults, year_results
from living_strategy.site.context import ViewContext
from living_strategy.site.parts.period_reports import tertial_path, tertial_words, tertials
from living_strategy.site.parts.plan_files import action_plan_file
from living_strategy.site.parts.plan_links import PlanLink

# The newest so many years with a plan have their results on a page.
MAX_YEARS = 4
# So many entries are told of a matter; the report of the period has all.
MAX_ITEMS = 100

ResultsByYear = Mapping[int, tuple[TertialResults, ...]]


def results_by_year(years: tuple[int, ...], context: ViewContext) -> ResultsByYear:
    """Return the results of the newest years that have begun."""
    begun = [year for year in years if year <= context.today.year][-MAX_YEARS:]
    graph, titles = context.graph, context.titles

    def address(kind: str, entry_id: str) -> str:
        entry = graph.entries.get(entry_id)
        return context.addresses.entry(entry) if entry else ""

    reported = Reported(graph, context.history, context.today)
    words = ChangeWords(titles, context.language, address)
    return {year: year_results(year, reported, words) for year in begun}


def results_title(year: int, language: Language) -> str:
    """Return what the results of a year are called."""
    return language.text("Results {year}").format(year=year)


def results_path(year: int, context: ViewContext) -> str:
    """Return where the results of a year are."""
    addresses = context.addresses
    return f"{addresses.view('action-plan')}{year}/{addresses.view('results')}"


def results_page(
    year: int, results: tuple[TertialResults, ...], plan: PlanLink, context: ViewContext
) -> Page:
    """Return the page of a year; `plan` leads to its plan."""
    language = context.language
    reports = {tertial: tertial_path(tertial, context) for tertial in tertials(context)}
    months = {third.tertial: tertial_words(third.tertial, context) for third in results}
    headings = {third.tertial: _heading(third.tertial, language) for third in results}
    title = results_title(year, language)
    return context.page(
        results_path(year, context),
        "year_results.html",
        page_type="action_plan",
        title=title,
        description=language.text(
            "What happened in each third of {year}: what was done and measured, and what was not "
            "reached."
        ).format(year=year),
        script="paper.js",
        top=context.addresses.view("action-plan"),
        plan=plan,
        plan_title=action_plan_file(year, context).title,
        results=results,
        headings=headings,
        months=months,
        reports=reports,
        budget=_budget(year, context),
        sentences=[f"{headings[third.tertial]}: {' '.join(third.sentences)}" for third in results],
        max_items=MAX_ITEMS,
        notice=context.history_notice,
        part=None,
    )


def _heading(tertial: Tertial, language: Language) -> str:
    return language.text("Third {number} of {year}").format(
        number=tertial.number, year=tertial.year
    )


def _budget(year: int, context: ViewContext) -> str:
    lines = [line for line in cost_lines(context.graph) if line.cost.year == year]
    return context.language.text("Costs in {year}: {amount}.").format(
        year=year, amount=amount_of_lines(add_up_lines(lines), context.language)
    )
