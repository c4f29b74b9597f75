"""Sheets that the workbooks of all plans have: what the file is, and every cost on a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import area_of
from living_strategy.figures.budget import SORTS, CostLine, Division, Work, add_up_lines
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.figures.gains import GainSums
from living_strategy.language import Language
from living_strategy.model import Area, Entry
from living_strategy.papers.workbook import Cell, Column, Form, Row, Sheet, Workbook

MAX_WIDTH = 48


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What the words of a workbook need: the strategy, its language, and the whole address of the
    page of an entry, or its path where nobody knows where the site lies.
    """

    graph: Graph
    language: Language
    address: Callable[[Entry], str]

    def title(self, entry_id: str | None) -> str | None:
        """Return the title of an entry by its id, None where none is named."""
        entry = self.graph.find(entry_id) if entry_id else None
        return entry.title if entry else entry_id

    def area(self, area: Area | None) -> str:
        """Return the title of an area, or that there is none."""
        return area.title if area else self.language.text("Without a priority area")

    def owners(self, entry: Work) -> str | None:
        """Return who answers for it."""
        owners = self.graph.active_targets(entry.id, RESPONSIBLE[entry.kind])
        return "; ".join(owner.title for owner in owners) or None


def plan_workbook(title: str, about: str, sheets: Sequence[Sheet], words: PlanWords) -> Workbook:
    """Return the workbook, without sheets that have nothing; the first says what it is."""
    settings, text = words.graph.corpus.settings, words.language.text
    licence = settings.data_licence
    adding = text(
        "All sums are in whole {currency}. The row at the foot of a sheet adds what stands above "
        "it."
    )
    empty = text("What is not known or not stated is empty. It is in no sum, and never means zero.")
    first = Sheet(
        text("About the file"),
        (Column(title, 28), Column(settings.title, 90)),
        (
            (text("Contents"), about),
            (text("Sums"), adding),
            (text("Empty cells"), empty),
            (text("Licence"), f"{licence.title}, {licence.url}"),
        ),
        has_filter=False,
    )
    filled = (sheet for sheet in sheets if sheet.rows)
    return Workbook(title, settings.title, words.title(settings.owner) or "", (first, *filled))


def sum_columns(first: int, language: Language) -> tuple[Column, ...]:
    """Return the columns of sums by what they are for, from the column with this number on."""
    text = language.text
    return (
        Column(text("Operating cost"), form=Form.SUM),
        Column(text("Investment"), form=Form.SUM),
        Column(text("Undivided sum"), form=Form.SUM),
        Column(text("In all"), form=Form.SUM, adds=(first, first + len(SORTS) - 1)),
        Column(text("Of unknown size"), form=Form.SUM),
    )


def sums(division: Division) -> Row:
    """Return the cells of these columns: nothing where nothing is known."""
    total = None if division.is_unknown else division.total
    kroner = (division.operating, division.investment, division.undivided)
    return (*kroner, total, division.unknown or None)


def costs_sheet(lines: Sequence[CostLine], words: PlanWords) -> Sheet:
    """Return a line for every cost, with who pays and what the budget calls it."""
    text = words.language.text
    columns = (
        Column(text("Priority area"), 28),
        Column(text("Kind"), 12),
        Column(text("Title"), MAX_WIDTH),
        Column(text("Responsible"), 24),
        Column(text("Responsible unit"), 20),
        Column(text("Priority"), 9, Form.NUMBER),
        Column(text("Year"), 7, Form.YEAR),
        *sum_columns(7, words.language),
        Column(text("Payer"), 24),
        Column(text("Funding scheme"), 24),
        Column(text("Financing"), 14),
        Column(text("Budget line or case"), 20),
        Column(text("Note"), MAX_WIDTH),
        Column(text("Address"), 40),
    )
    rows = tuple(_cost(line, words) for line in lines)
    blank: tuple[Cell, ...] = (None,) * 6
    total = (text("In all"), *blank, *sums(add_up_lines(lines)), *blank)
    return Sheet(text("Costs"), columns, rows, total)


def gain_sums_sheet(gains: GainSums, words: PlanWords) -> Sheet:
    """Return a line for each sum of gains, area by area and in all; nothing where none is stated.
    No row adds them: what is counted differently has no sum.
    """
    text = words.language.text
    columns = (
        Column(text("Priority area"), 28),
        Column(text("Unit"), 12),
        Column(text("How often"), 12),
        Column(text("Expected gain"), form=Form.NUMBER),
        Column(text("Reached so far"), form=Form.NUMBER),
        Column(text("Gains"), 9, Form.NUMBER),
        Column(text("Not counted"), 12, Form.NUMBER),
        Column(text("Not measured"), 12, Form.NUMBER),
    )
    named = (*((words.area(row.area), row) for row in gains.areas), (text("In all"), gains.total))
    rows = tuple(
        (name, gain.unit, gain.every, gain.expected, gain.reached, gain.gains, gain.uncounted,
         gain.unmeasured)
        for name, row in named
        for gain in row.sums
    )  # fmt: skip
    return Sheet(text("Gains in all"), columns, rows)


def _cost(line: CostLine, words: PlanWords) -> Row:
    entry, cost = line.entry, line.cost
    return (
        words.area(area_of(words.graph, entry)),
        words.language.kind(entry.kind),
        entry.title,
        words.owners(entry),
        entry.responsible_unit,
        entry.priority,
        cost.year,
        *sums(add_up_lines((line,))),
        words.title(cost.payer),
        words.title(cost.scheme),
        cost.financing,
        cost.budget_line,
        cost.note,
        words.address(entry),
    )
