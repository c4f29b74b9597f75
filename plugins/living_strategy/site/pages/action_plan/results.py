"""Results of the years of action plans: a page a year, period by period."""

from __future__ import annotations

from collections.abc import Mapping

from living_strategy.figures.budget import add_up_lines, cost_lines
from living_strategy.figures.budget_words import amount_of_lines
from living_strategy.history.period import YearPart
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.report import Reported
from living_strategy.papers.year_results import PartResults, year_results
from living_strategy.settings import Reporting
from living_strategy.site.context import ViewContext

# The newest so many years with a plan have their results on a page.
MAX_YEARS = 4
# So many entries are told of a matter; the report of the period has all.
MAX_ITEMS = 100

ResultsByYear = Mapping[int, tuple[PartResults, ...]]


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


def part_title(part: YearPart, language: Language) -> str:
    """Return what a part of a year is called."""
    titles = {
        Reporting.TERTIAL: language.text("Third {number} of {year}"),
        Reporting.QUARTER: language.text("Quarter {number} of {year}"),
        Reporting.HALF_YEAR: language.text("Half {number} of {year}"),
    }
    return titles[part.sort].format(number=part.number, year=part.year)


def costs_of_year(year: int, context: ViewContext) -> str:
    """Return what is known of the costs of a year, in a sentence."""
    lines = [line for line in cost_lines(context.graph) if line.cost.year == year]
    return context.language.text("Costs in {year}: {amount}.").format(
        year=year, amount=amount_of_lines(add_up_lines(lines), context.language)
    )
