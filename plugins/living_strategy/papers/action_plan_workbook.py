"""Action plan of a year as a workbook: who does what by when, at what cost and for what gain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from living_strategy.figures.action_plan import ActionPlan, PlannedWork
from living_strategy.figures.gain_words import expected_words, reached_words
from living_strategy.figures.gains import gain_sums
from living_strategy.language import Language
from living_strategy.papers.outline import Section
from living_strategy.papers.plan_sheets import (
    MAX_WIDTH,
    PlanWords,
    costs_sheet,
    gain_sums_sheet,
    plan_workbook,
    sum_columns,
    sums,
)
from living_strategy.papers.report import period_words
from living_strategy.papers.workbook import Cell, Column, Form, Row, Sheet, Workbook
from living_strategy.papers.year_results import PartResults


def action_plan_workbook(
    title: str, plan: ActionPlan, results: Sequence[PartResults], words: PlanWords
) -> Workbook:
    """Return the work of the year, its costs, milestones and gains, what came of last year, and
    what is known of the periods of this one.
    """
    text = words.language.text
    about = text("What is done in {year}, by whom, what it costs and what is to be gained.")
    sheets = (
        _work(plan, words),
        costs_sheet(plan.lines, words),
        _by_area(plan, words),
        _national(plan, words),
        _milestones(plan, words),
        _gains(plan, words),
        gain_sums_sheet(gain_sums(words.graph, (work.entry for work in plan.work)), words),
        _last_year(plan, words),
        _results(results, words),
    )
    return plan_workbook(title, about.format(year=plan.year), sheets, words)


def _work(plan: ActionPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Priority area"), 28),
        Column(text("Kind"), 12),
        Column(text("Number"), 9),
        Column(text("Title"), MAX_WIDTH),
        Column(text("Priority"), 9, Form.NUMBER),
        Column(text("Responsible"), 24),
        Column(text("Responsible unit"), 20),
        Column(text("Status"), 12),
        Column(text("The end"), 12),
        *sum_columns(9, words.language),
        Column(text("Address"), 40),
    )
    rows = tuple(
        _of_work(work, words.area(area.area), words) for area in plan.areas for work in area.work
    )
    blank: tuple[Cell, ...] = (None,) * 8
    total = (text("In all"), *blank, *sums(plan.cost), None)
    return Sheet(text("Measures and projects"), columns, rows, total)


def _of_work(work: PlannedWork, area: str, words: PlanWords) -> Row:
    entry = work.entry
    return (
        area,
        words.language.kind(entry.kind),
        entry.number,
        entry.title,
        entry.priority,
        words.owners(entry),
        entry.responsible_unit,
        entry.status,
        entry.period.end if entry.period else None,
        *sums(work.cost),
        words.address(entry),
    )


def _by_area(plan: ActionPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (Column(text("Priority area"), MAX_WIDTH), *sum_columns(1, words.language))
    rows = tuple((words.area(area.area), *sums(area.cost)) for area in plan.areas)
    return Sheet(text("By priority area"), columns, rows, (text("In all"), *sums(plan.cost)))


def _national(plan: ActionPlan, words: PlanWords) -> Sheet:
    """Return a row for each entry of a strategy above that work names."""
    text, graph = words.language.text, words.graph
    columns = (
        Column(text("Title"), MAX_WIDTH),
        Column(text("In the strategy above"), MAX_WIDTH),
        Column(text("Strategy"), MAX_WIDTH),
    )
    rows = tuple(
        (work.entry.title, above[1].title, graph.corpus.upstreams[name.partition(":")[0]].title)
        for work in plan.work
        for name in graph.upstream_ids(work.entry.id)
        if (above := graph.find_upstream(name))
    )
    return Sheet(text("In the strategy above"), columns, rows)


def _milestones(plan: ActionPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Title"), MAX_WIDTH),
        Column(text("Milestone"), MAX_WIDTH),
        Column(text("Date"), 12),
        Column(text("Reached"), 12),
        Column(text("Note"), MAX_WIDTH),
    )
    rows = tuple(
        (work.entry.title, milestone.title, milestone.date, milestone.done, milestone.note)
        for work in plan.work
        for milestone in work.milestones
    )
    return Sheet(text("Milestones"), columns, rows)


def _gains(plan: ActionPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Title"), MAX_WIDTH),
        Column(text("Gain"), MAX_WIDTH),
        Column(text("Unit"), 12),
        Column(text("Expected gain"), form=Form.NUMBER),
        Column(text("How often"), 12),
        Column(text("Deadline"), 12),
        Column(text("Reached so far"), form=Form.NUMBER),
        Column(text("Measured"), 12),
        Column(text("Note"), MAX_WIDTH),
    )
    rows = tuple(
        (work.entry.title, gain.title, gain.unit, gain.amount, gain.every, gain.date, gain.reached,
         gain.reached_date, gain.note)
        for work in plan.work
        for gain in work.entry.gains
    )  # fmt: skip
    return Sheet(text("Gains"), columns, rows)


def _last_year(plan: ActionPlan, words: PlanWords) -> Sheet:
    text = words.language.text
    columns = (
        Column(text("Title"), MAX_WIDTH),
        Column(text("What"), 24),
        Column(text("Date"), 12),
        Column(text("Contents"), 80),
    )
    told = tuple(row for work in plan.work for row in _told(work, words.language))
    owing = ((entry.title, text("Nothing is told"), None, None) for entry in plan.owing)
    rows = (*told, *owing)
    return Sheet(text("What came of {year}").format(year=plan.year - 1), columns, rows)


def _told(work: PlannedWork, language: Language) -> Iterator[Row]:
    """Yield what is told of the year before, in the order of the page."""
    text, title, last = language.text, work.entry.title, work.last
    for milestone in last.reached:
        yield title, text("Milestone reached"), milestone.done, milestone.title
    for milestone in last.open:
        yield title, text("Milestone not told as reached"), milestone.date, milestone.title
    for gain in last.gains:
        expected, reached = expected_words(gain, language), reached_words(gain, language)
        if expected:
            reached = text("{reached} of {expected}").format(reached=reached, expected=expected)
        yield title, text("Gain"), gain.reached_date, f"{gain.title}: {reached}"
    for update in last.reports:
        yield title, text("Report"), update.date, update.text


def _results(results: Sequence[PartResults], words: PlanWords) -> Sheet:
    """Return a row for everything that happened, period by period."""
    text = words.language.text
    columns = (
        Column(text("Period"), 26),
        Column(text("What"), 24),
        Column(text("Kind"), 12),
        Column(text("Title"), MAX_WIDTH),
        Column(text("Contents"), 80),
    )
    rows = tuple(
        (period_words(told.part.period, words.language), matter.heading, *line)
        for told in results
        for matter in told.matters
        for line in _lines(matter)
    )
    return Sheet(text("Results period by period"), columns, rows)


def _lines(matter: Section) -> Iterator[Row]:
    for item in matter.items:
        yield from ((item.about, item.title, line) for line in item.lines)
