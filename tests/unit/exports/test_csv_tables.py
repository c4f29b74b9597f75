"""CSV files parse back to what was written, and are safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from living_strategy.exports import EXPORTS, csv_tables
from living_strategy.figures.tables import Cell
from living_strategy.model import KINDS
from living_strategy.papers import csv_file
from living_strategy.settings import Settings
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.site.pages.overviews import a_context


def _files(root: Path, *entries: Any) -> dict[str, bytes]:
    context = a_context(root, *entries)
    return {
        file.path: file.content
        for file in csv_tables.render(context.graph, context.addresses.entry)
    }


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_there_is_a_file_for_every_kind_and_sort_of_part(tmp_path: Path) -> None:
    """Also for kinds without entries, which have the line of names alone."""
    files = _files(tmp_path)

    parts = (
        "links",
        "indicators",
        "funding",
        "milestones",
        "costs",
        "gains",
        "decisions",
        "amounts",
    )
    names = [*(kind.kind for kind in KINDS), *parts]
    assert list(files) == [
        f"data/{folder}{name}.csv" for name in names for folder in ("", "excel/")
    ]
    assert set(files) == set(csv_tables.paths(Settings(title="Prøve")))
    assert all(content.count(b"\n") == 1 for content in files.values())


def test_costs_gains_and_decisions(tmp_path: Path) -> None:
    """A line each, with what a budget is sorted by; what is not known is empty, a nought is 0."""
    costs = [
        {"year": 2026, "operating": 0, "investment": 5, "payer": "ks", "budget_line": "12"},
        {"year": 2027, "undivided": 7, "scheme": "ordningen", "financing": "applied_for"},
        {"year": 2028, "note": "Ukjent."},
    ]
    gain = {"title": "Tid", "unit": "hours", "amount": "1.5", "every": "year", "reached": "0"}
    decision = {"date": "2025-12-11", "title": "Vedtatt", "body": "ks", "case": "91/25"}
    measure = a_measure(
        costs=costs, gains=[gain], decisions=[decision], responsible_unit="IKT", priority=2
    )
    files = _files(tmp_path, an_area(), a_goal(), measure)

    known = {"kind": "measure", "entry": "tiltak"}
    same = known | {
        "title": "Tiltak", "area": "omrade", "responsible_unit": "IKT", "priority": "2",
    }  # fmt: skip
    rows = _rows(files["data/costs.csv"])
    assert [{key: value for key, value in row.items() if value} for row in rows] == [
        same | {"year": "2026", "operating": "0", "investment": "5", "payer": "ks",
                "budget_line": "12"},
        same | {"year": "2027", "undivided": "7", "scheme": "ordningen",
                "financing": "applied_for"},
        same | {"year": "2028", "note": "Ukjent."},
    ]  # fmt: skip
    (gain_row,) = _rows(files["data/gains.csv"])
    assert {key: value for key, value in gain_row.items() if value} == known | gain
    (decision_row,) = _rows(files["data/decisions.csv"])
    assert {key: value for key, value in decision_row.items() if value} == known | decision
    (excel,) = _spreadsheet_rows(files["data/excel/gains.csv"])
    assert (excel["Unit"], excel["Expected gain"], excel["How often"]) == ("Hours", "1,5", "Year")


def test_tables_for_excel(tmp_path: Path) -> None:
    """A byte order mark, semicolons, headings and closed values in words, decimal commas."""
    indicator = {
        "id": "andel", "title": "Andel", "unit": "percent", "direction": "up",
        "values": [{"date": "2023", "value": "12.5", "source": "https://www.ks.no/a"}],
    }  # fmt: skip
    measure = a_measure(status="ongoing", audience=["municipality", "leader"], summary="=1; to")
    files = _files(tmp_path, an_area(), a_goal(indicators=[indicator]), measure)

    content = files["data/excel/measure.csv"]
    (row,) = _spreadsheet_rows(content)
    assert content.startswith(b'\xef\xbb\xbf"')
    assert content.count(b"\r\n") == content.count(b"\n") == 2
    assert row["Status"] == "Ongoing"
    assert row["Audience"] == "Municipality; Leader"
    assert row["Summary"] == "'=1; to"
    (value,) = _spreadsheet_rows(files["data/excel/indicators.csv"])
    assert value["Value"] == "12,5"


def _spreadsheet_rows(content: bytes) -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";", strict=True))


def test_cells_parse_back(tmp_path: Path) -> None:
    """Commas, quotation marks, line ends and Norwegian letters survive; unknown is empty."""
    hard = 'Én, "to"\nog tre'
    files = _files(tmp_path, an_area(), a_goal(summary=hard))

    (row,) = _rows(files["data/goal.csv"])

    assert row["summary"] == hard
    assert row["number"] == ""
    assert row["address"] == "goals/mal/"
    assert row["source_count"] == "1"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_disarmed(start: str) -> None:
    """A spreadsheet shows the text instead of running it."""
    content = csv_file.csv_file(["a"], [(f"{start}cmd|' /C calc'!A0",)])

    (row,) = _rows(content)

    assert row["a"].startswith(f"'{start}")


HOSTILE = [
    "a;=cmd|' /C calc'!A0", ";=1", ";;-1", 'a;"=1"', 'a"";""=1', "a\t=1", "a\n=1", "a\n\t=1",
    "a;@b",
    'a"\n"+1', "=1;=2", "a,=1", '"=1', '",=1', '";=1', "\t", "\r=1", "a\r=1", "-x", "kr 500,-",
]  # fmt: skip


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula_wherever_lines_are_divided(text: str, delimiter: str) -> None:
    """Norwegian spreadsheets divide at semicolons, others at tabs, and no cell runs."""
    table: list[tuple[Cell, ...]] = [("id", text, text), (text, None, 5), (text, -5, "")]
    content = csv_file.csv_file(["a", "b", "c"], table)
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter)

    begins = {cell[:1] for row in rows for cell in row if not csv_file._NUMBER.fullmatch(cell)}
    assert begins & set("=+-@\t\r") == set()


@pytest.mark.parametrize(
    "text", ["kr 500,-", "a; b", "2020 - 2022", "a, =b", "a\n b", "e-post@a.no"]
)
def test_harmless_texts_stay_as_they_are(text: str) -> None:
    """Only what would be run gets an apostrophe."""
    assert _rows(csv_file.csv_file(["a"], [(text,)])) == [{"a": text}]


@pytest.mark.parametrize("number", ["-5", "+4712345678", "-1,5", "+0.5", "42"])
def test_numbers_are_left_alone(number: str) -> None:
    """A negative number is no formula."""
    assert _rows(csv_file.csv_file(["a"], [(number,)])) == [{"a": number}]


def test_empty_and_unknown_cells_are_empty() -> None:
    """Neither becomes a word or a zero."""
    assert csv_file.csv_file(["a", "b"], [(None, "")]) == b'"a","b"\n"",""\n'


def test_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    """The order of files does not matter to any export."""
    entries = [
        an_area(), a_goal(), a_measure(id="b"), a_measure(id="a"),
        a_project(measures=["a"], funding=[{"year": 2020, "amount": 1}]),
    ]  # fmt: skip
    context = a_context(tmp_path, *entries)
    two = a_context(tmp_path, *reversed(entries))

    for export in EXPORTS:
        assert list(export.render(context.graph, context.addresses.entry)) == list(
            export.render(two.graph, two.addresses.entry)
        )


def test_exports_say_where_their_files_lie(tmp_path: Path) -> None:
    """Links to open data are looked at without making it."""
    context = a_context(tmp_path, an_area())

    for export in EXPORTS:
        files = export.render(context.graph, context.addresses.entry)
        assert list(export.paths(context.settings)) == [file.path for file in files]
