"""Workbooks of the plans: what an economy department finds in them, held against sums by hand."""

from __future__ import annotations

import zipfile
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pytest

from living_strategy.content.tree import MemorySource
from living_strategy.figures.action_plan import action_plan
from living_strategy.figures.four_year_plan import four_year_plan
from living_strategy.inspection import inspect_source
from living_strategy.language import LANGUAGES, Language
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Status, Unit
from living_strategy.papers.action_plan_workbook import action_plan_workbook
from living_strategy.papers.four_year_workbook import four_year_workbook
from living_strategy.papers.plan_sheets import PlanWords
from living_strategy.papers.spreadsheet import spreadsheet
from living_strategy.papers.workbook import Column, Form, Sheet, Workbook
from living_strategy.partial_date import PartialDate
from tests.factories import TODAY
from tests.integration.plan_content import FILES
from tests.unit.papers.workbooks import ReadWorkbook

ENGLISH = Language.load("en")


def _words(language: Language = ENGLISH, **changed: str) -> PlanWords:
    files = {path: changed.get(path, text).encode() for path, text in FILES.items()}
    graph = inspect_source(MemorySource(files), TODAY).graph
    return PlanWords(graph, language, lambda entry: f"https://x.example/{entry.id}/")


def _four_years(words: PlanWords) -> bytes:
    plan = four_year_plan(words.graph, 2026, TODAY)
    return spreadsheet(four_year_workbook("Plan 2026–2029", plan, words), words.language)


def _year(words: PlanWords, year: int = 2026) -> bytes:
    plan = action_plan(words.graph, year, TODAY)
    return spreadsheet(action_plan_workbook("Plan of a year", plan, (), words), words.language)


def _file(*rows: tuple[object, ...], columns: tuple[Column, ...]) -> ReadWorkbook:
    sheet = Sheet("Sheet", columns, rows)  # type: ignore[arg-type]
    return ReadWorkbook(spreadsheet(Workbook("A & B", "C", "D", (sheet,)), ENGLISH))


def test_four_years_by_hand() -> None:
    """The table of four years, as somebody adds it with a pencil, and what is unknown beside it.

    2026: 100 000 + 50 000 + 25 000 operating, 400 000 + 200 000 investment, 300 000 undivided.
    2027: 120 000 + 75 000 operating, 700 000 investment. 2028: 75 000, and one of unknown size.
    2029: a nought that somebody has written.
    """
    book = ReadWorkbook(_four_years(_words()))

    assert book.computed("By year") == [
        ["Sort of cost", "2026", "2027", "2028", "2029", "In all", "Of unknown size"],
        ["Operating costs", 175_000, 195_000, 75_000, 0, 445_000, None],
        ["Investments", 600_000, 700_000, None, None, 1_300_000, None],
        ["Sums that are not divided", 300_000, None, None, None, 300_000, None],
        ["Of unknown size", None, None, None, None, None, 1],
        ["In all", 1_075_000, 895_000, 75_000, 0, 2_045_000, 1],
    ]
    assert book.computed("What is not financed")[1:] == [
        ["Ny brannmur", 2027, 700_000, "Unfinanced", "Søkes om i 2026."],
        ["Felles arkiv", 2027, 75_000, "Applied for", None],
        ["In all", None, 775_000, None, None],
    ]
    assert book.values("Without a cost stated")[1:] == [
        ["measure", "Opplæring i sikkerhet", "Lillevik kommune", "https://x.example/opplaering/"]
    ]


def test_who_pays_by_hand() -> None:
    """What each pays in each year; what nobody is told to pay stands last."""
    book = ReadWorkbook(_four_years(_words()))

    assert book.computed("By who pays")[1:] == [
        ["Lillevik kommune", 500_000, 820_000, None, 0, 1_320_000, 1],
        ["Fondet for ny teknologi", 525_000, None, None, None, 525_000, None],
        ["Storvik kommune", 50_000, None, None, None, 50_000, None],
        ["Payer not stated", None, 75_000, 75_000, None, 150_000, None],
        ["In all", 1_075_000, 895_000, 75_000, 0, 2_045_000, 1],
    ]


def test_a_year_by_hand() -> None:
    """The work of a year with its sums; what has no cost has empty cells."""
    book = ReadWorkbook(_year(_words()))
    rows = book.computed("Measures and projects")
    head = rows[0]

    assert [(row[3], *row[9:14]) for row in rows] == [
        ("Title", "Operating cost", "Investment", "Undivided sum", "In all", "Of unknown size"),
        ("Nye skjema", 150_000, 400_000, None, 550_000, None),
        ("Felles arkiv", 25_000, 200_000, None, 225_000, None),
        ("Ny brannmur", None, None, 300_000, 300_000, None),
        ("Opplæring i sikkerhet", None, None, None, None, None),
        (None, 175_000, 600_000, 300_000, 1_075_000, None),
    ]
    assert dict(zip(head, rows[1], strict=True)) | {
        "Priority": 1, "Responsible": "Lillevik kommune", "Responsible unit": "Innbyggertorget",
        "Status": "Ongoing", "The end": "2027-06",
        "Address": "https://x.example/nye-skjema/",
    } == dict(zip(head, rows[1], strict=True))  # fmt: skip
    assert book.values("What came of 2025")[1:] == [
        ["Nye skjema", "Milestone reached", "2025-11", "Ti skjema"],
        ["Nye skjema", "Gain", "2025-12",
         "Mindre tid til registrering: 300\u00a0hours of 1,200\u00a0hours a year"],
        ["Nye skjema", "Report", "2025-11", "De ti første er i bruk."],
    ]  # fmt: skip


@pytest.mark.parametrize("make", [_four_years, _year])
def test_a_formula_has_the_value_that_it_computes(make: object) -> None:
    """Programs that compute and programs that do not show the same sum, and it is the page's."""
    book = ReadWorkbook(make(_words()))  # type: ignore[operator]
    formulas = 0
    for name in book.names:
        assert book.computed(name) == book.values(name)
        cells = (cell.value for row in book.written[name].iter_rows() for cell in row)
        formulas += sum(isinstance(cell, str) and cell.startswith("=SUM(") for cell in cells)

    assert formulas > 20


def test_every_cost_of_the_years_is_a_line() -> None:
    """The lines add up to the same sum as the table of years."""
    lines = ReadWorkbook(_four_years(_words())).computed("Costs")

    assert len(lines) == 10 + 2
    assert sum(line[10] or 0 for line in lines[1:-1]) == lines[-1][10] == 2_045_000
    assert lines[2][7:17] == [
        100_000, 400_000, None, 500_000, None, "Lillevik kommune", None, "Covered", "Ansvar 1200",
        None,
    ]  # fmt: skip


def test_same_bytes() -> None:
    """Nothing of the time of writing is in the file."""
    assert _four_years(_words()) == _four_years(_words())
    book = ReadWorkbook(_year(_words()))

    assert book.written.properties.created == datetime(1980, 1, 1)
    assert book.written.properties.title == "Plan of a year"
    assert book.written.properties.subject == "Digital plan for Lillevik"
    assert book.written.properties.creator == "Lillevik kommune"
    with zipfile.ZipFile(BytesIO(_year(_words()))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "https://x.example/", "1"]
)
def test_a_text_stays_a_text(text: str) -> None:
    """Whatever it begins with: no formula, address or number is made of it."""
    cell = _file((text,), columns=(Column(text),)).written["Sheet"]["A2"]

    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_title_that_looks_like_a_formula() -> None:
    """Also through the whole plan."""
    path = "measures/nye-skjema.md"
    words = _words(**{path: FILES[path].replace("title: Nye skjema", "title: '=HYPERLINK(\"x\")'")})
    cells = [
        cell
        for content in (_four_years(words), _year(words))
        for sheet in ReadWorkbook(content).written
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=HYPERLINK")
    ]

    assert len(cells) > 4
    assert {cell.data_type for cell in cells} == {"s"}


def test_forms_of_values() -> None:
    """Numbers are numbers, days are dates, and what is known by month or year stays text."""
    row = (1234, Decimal("0.5"), 2027, PartialDate("2027-03-01"), PartialDate("2027-03"),
           PartialDate("2027"), Status.ONGOING, None)  # fmt: skip
    forms = (Form.SUM, Form.NUMBER, Form.YEAR, *(Form.TEXT,) * 5)
    read = _file(row, columns=tuple(Column("x", form=form) for form in forms))
    cells = list(read.written["Sheet"][2])

    assert [cell.value for cell in cells] == [
        1234, 0.5, 2027, datetime(2027, 3, 1), "2027-03", "2027", "Ongoing", None,
    ]  # fmt: skip
    assert [cell.number_format for cell in cells] == [
        "#,##0", "#,##0.##", "0", "d mmmm yyyy", "@", "@", "@", "@",
    ]  # fmt: skip


def test_a_unit_of_a_strategy_is_its_symbol() -> None:
    """As on the page, and as for a value of the program."""
    columns = (Column("Unit"), Column("Unit"))
    row = (OwnUnit("tonn-co2", "tonn CO2"), Unit.PERCENT)

    assert _file(row, columns=columns).values("Sheet")[1:] == [["tonn CO2", "Percent"]]


def test_a_day_is_written_as_norwegians_write_it() -> None:
    """The form of a date is that of the language."""
    sheet = Sheet("Ark", (Column("Dato"),), ((PartialDate("2027-03-01"),),))
    content = spreadsheet(Workbook("A", "B", "", (sheet,)), Language.load("nn"))

    assert ReadWorkbook(content).written["Ark"]["A2"].number_format == "dd.mm.yyyy"


@pytest.mark.parametrize("code", LANGUAGES)
def test_set_up_for_reading_and_printing(code: str) -> None:
    """The head stays in sight and stands on each page, which lies down and is as wide as the table;
    every sheet has a name of its own that programs take.
    """
    words = _words(Language.load(code))
    for content in (_four_years(words), _year(words)):
        book = ReadWorkbook(content).written
        assert len({sheet.title.casefold() for sheet in book}) == len(book.sheetnames) > 5
        for sheet in book:
            assert sheet.freeze_panes == "A2"
            assert sheet.print_title_rows == "$1:$1"
            assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
            assert len(sheet.title) <= 31
            assert min(width.width for width in sheet.column_dimensions.values()) >= 7


def test_an_ampersand_is_printed_as_one() -> None:
    """It would begin an order at the edge of a printed page."""
    sheet = _file(("x",), columns=(Column("x"),)).written["Sheet"]

    assert sheet.oddHeader.left.text == "A && B"
    assert sheet.oddFooter.right.text == "Page &P of &N"


def test_names_of_sheets() -> None:
    """Marks that no name may have are left out, long ones are cut, and no two are the same."""
    names = ("By a/b [c]: d?", "x" * 40, "X" * 35, "'quoted'")
    sheets = tuple(Sheet(name, (Column("x"),), ()) for name in names)
    content = spreadsheet(Workbook("A", "B", "", sheets), ENGLISH)

    assert ReadWorkbook(content).names == ["By a b c d", "x" * 31, f"{'X' * 27} 2", "quoted"]


def test_unknown_is_never_nought() -> None:
    """A row of which nothing is known has no sum, also where the column is one."""
    columns = (Column("a", form=Form.SUM), Column("b", form=Form.SUM, adds=(0, 0)))
    sheet = _file((None, None), (3, 3), columns=columns).written["Sheet"]

    assert [cell.value for cell in sheet[2]] == [None, None]
    assert [cell.value for cell in sheet[3]] == [3, "=SUM(A3:A3)"]
