"""Files of plans: which workbooks a strategy has, where they lie, and what their words need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.artifact import DataFile
from living_strategy.figures.budget import cost_lines
from living_strategy.figures.plan_years import PLAN_YEARS, budget_years, plan_starts
from living_strategy.figures.presence import is_overview_in_use
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.papers.plan_sheets import PlanWords
from living_strategy.papers.spreadsheet import ENDING, spreadsheet
from living_strategy.papers.workbook import Workbook
from living_strategy.site.context import ViewContext

ACTION_PLAN, FOUR_YEAR_PLAN = "action-plan", "four-year-plan"


@dataclass(frozen=True, slots=True)
class PlanFile:
    """The workbook of a plan. It lies in the folder of the plans, named by its word and the years,
    such as `handlingsplan/handlingsplan-2027.xlsx`, and has the title of its page.
    """

    title: str
    path: str


def action_plan_file(year: int, context: ViewContext) -> PlanFile:
    """Return the workbook of a year."""
    title = context.language.text("Action plan {year}").format(year=year)
    return PlanFile(title, _path(ACTION_PLAN, str(year), context))


def four_year_file(start: int, context: ViewContext) -> PlanFile:
    """Return the workbook of the four years from this one on."""
    return PlanFile(
        four_year_title(start, context.language), _path(FOUR_YEAR_PLAN, span(start, "-"), context)
    )


def four_year_title(start: int, language: Language) -> str:
    """Return what the plan of four years is called."""
    return language.text("Four-year plan {years}").format(years=span(start, "–"))


def span(start: int, dash: str) -> str:
    """Return the first and the last of four years."""
    return f"{start}{dash}{start + PLAN_YEARS - 1}"


def plan_files(context: ViewContext) -> Iterator[PlanFile]:
    """Yield the workbooks of all plans of the strategy."""
    years = budget_years(cost_lines(context.graph))
    if is_overview_in_use(ACTION_PLAN, context.settings):
        yield from (action_plan_file(year, context) for year in years)
    if is_overview_in_use(FOUR_YEAR_PLAN, context.settings):
        yield from (four_year_file(start, context) for start in plan_starts(years))


def written(file: PlanFile, workbook: Workbook, context: ViewContext) -> DataFile:
    """Write the workbook of a plan."""
    return DataFile(file.path, spreadsheet(workbook, context.language))


def plan_words(context: ViewContext) -> PlanWords:
    """Return what the words of a workbook need."""

    def address(entry: Entry) -> str:
        return f"{context.url}{context.addresses.entry(entry)}"

    return PlanWords(context.graph, context.language, address)


def _path(overview: str, years: str, context: ViewContext) -> str:
    folder = context.addresses.view(overview)
    return f"{folder}{folder.strip('/')}-{years}.{ENDING}"
