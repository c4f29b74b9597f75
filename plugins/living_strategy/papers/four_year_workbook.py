"""Four-year plan as a workbook: the tables of its page, with every cost that they add up."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.figures.budget import SORTS, BudgetRow, Division, add_up_lines
from living_strategy.figures.four_year_plan import FourYearPlan, WorkRow
from living_strategy.figures.gains import gain_sums
from living_strategy.figures.plan_groupings import Grouping, group_words, groupings
from living_strategy.papers.plan_sheets import (
    MAX_WIDTH,
    PlanWords,
    costs_sheet,
    gain_sums_sheet,
    plan_workbook,
)
from living_strategy.papers.workbook import Cell, Column, Form, Row, Sheet, Workbook


def four_year_workbook(title: str, plan: FourYearPlan, words: PlanWords) -> Workbook:
    """Return the plan by year, by measure and project, by each grouping, and line by line."""
    text = words.language.text
    about = text(
        "What measures and projects cost in these years, and who pays. It is not the whole budget "
        "of anybody."
    )
    sheets = (
        _by_year(plan, words),
        _by_work(plan, words),
        *(_by_group(grouping, plan, words) for grouping in groupings(plan, words.language)),
        costs_sheet(plan.lines, words),
        _unfinanced(plan, words),
        _without(plan, words),
        gain_sums_sheet(gain_sums(words.graph, plan.work), words),
    )
    return plan_workbook(title, about, sheets, words)


def _year_columns(plan: FourYearPlan, first: int, words: PlanWords) -> tuple[Column, ...]:
    years = tuple(Column(str(year), form=Form.SUM) for year in plan.years)
    return (
        *years,
        Column(words.language.text("In all"), form=Form.SUM, adds=(first, first + len(years) - 1)),
    )


def _unknown_column(words: PlanWords) -> Column:
    return Column(words.language.text("Of unknown size"), form=Form.SUM)


def _by_year(plan: FourYearPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Sort of cost"), 28),
        *_year_columns(plan, 1, words),
        _unknown_column(words),
    )
    rows = tuple(
        (_sort_words(sort, words), *_of_sort(plan.total, sort, plan), None)
        for sort in plan.total.total.sorts
    )
    return Sheet(
        text("By year"),
        columns,
        (*rows, *_row_of_unknown((), plan.total, plan, words)),
        _total((), plan, words),
    )


def _by_work(plan: FourYearPlan, words: PlanWords) -> Sheet:
    """Return a row for each sort of cost of a measure or project."""
    text = words.language.text
    columns = (
        Column(text("Priority area"), 28),
        Column(text("Kind"), 12),
        Column(text("Title"), MAX_WIDTH),
        Column(text("Sort of cost"), 26),
        *_year_columns(plan, 4, words),
        _unknown_column(words),
    )
    rows = tuple(
        row
        for area in plan.areas
        for work in area.rows
        for row in _of_work(words.area(area.area), work, plan, words)
    )
    return Sheet(
        text("Measures and projects"), columns, rows, _total((None, None, None), plan, words)
    )


def _of_work(area: str, work: WorkRow, plan: FourYearPlan, words: PlanWords) -> Iterator[Row]:
    about = (area, words.language.kind(work.entry.kind), work.entry.title)
    for sort in work.row.total.sorts:
        yield (*about, _sort_words(sort, words), *_of_sort(work.row, sort, plan), None)
    yield from _row_of_unknown(about, work.row, plan, words)


def _row_of_unknown(
    about: Row, row: BudgetRow, plan: FourYearPlan, words: PlanWords
) -> Iterator[Row]:
    """Yield a row that says of how many costs nobody knows the size, if there are any."""
    if row.total.unknown:
        empty: tuple[Cell, ...] = (None,) * (len(plan.years) + 1)
        yield (*about, words.language.text("Of unknown size"), *empty, row.total.unknown)


def _of_sort(row: BudgetRow, sort: str, plan: FourYearPlan) -> Row:
    cells = [
        getattr(row.by_year[year], sort) if year in row.by_year else None for year in plan.years
    ]
    return (*cells, getattr(row.total, sort))


def _sort_words(sort: str, words: PlanWords) -> str:
    text = words.language.text
    operating, investment, undivided = SORTS
    return {
        operating: text("Operating costs"),
        investment: text("Investments"),
        undivided: text("Sums that are not divided"),
    }[sort]


def _by_group(grouping: Grouping, plan: FourYearPlan, words: PlanWords) -> Sheet:
    columns = (
        Column(grouping.column, MAX_WIDTH),
        *_year_columns(plan, 1, words),
        _unknown_column(words),
    )
    rows = tuple(
        (group_words(grouping, row.key, words.graph, words.language), *_of_years(row, plan))
        for row in grouping.rows
    )
    return Sheet(grouping.heading, columns, rows, _total((), plan, words))


def _of_years(row: BudgetRow, plan: FourYearPlan) -> Row:
    cells = [_known(row.by_year[year]) if year in row.by_year else None for year in plan.years]
    return (*cells, _known(row.total), row.total.unknown or None)


def _known(division: Division) -> int | None:
    return None if division.is_unknown else division.total


def _total(after: Row, plan: FourYearPlan, words: PlanWords) -> Row:
    """Return the row of sums, with so much between its first cell and the years."""
    return (words.language.text("In all"), *after, *_of_years(plan.total, plan))


def _unfinanced(plan: FourYearPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Title"), MAX_WIDTH),
        Column(text("Year"), 7, Form.YEAR),
        Column(text("Amount"), form=Form.SUM),
        Column(text("Financing"), 14),
        Column(text("Note"), MAX_WIDTH),
    )
    rows = tuple(
        (line.entry.title, line.cost.year, line.cost.known, line.cost.financing, line.cost.note)
        for line in plan.unfinanced
    )
    total = (text("In all"), None, _known(add_up_lines(plan.unfinanced)), None, None)
    return Sheet(text("What is not financed"), columns, rows, total)


def _without(plan: FourYearPlan, words: PlanWords) -> Sheet:
    """Return what runs in these years and has no cost in them."""
    text = words.language.text
    columns = (
        Column(text("Kind"), 12),
        Column(text("Title"), MAX_WIDTH),
        Column(text("Responsible"), 24),
        Column(text("Address"), 40),
    )
    rows = tuple(
        (words.language.kind(entry.kind), entry.title, words.owners(entry), words.address(entry))
        for entry in plan.without
    )
    return Sheet(text("Without a cost stated"), columns, rows)
