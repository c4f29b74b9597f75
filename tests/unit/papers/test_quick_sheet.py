"""Sheets written row by row are what XlsxWriter writes cell by cell, to the byte."""

from __future__ import annotations

from decimal import Decimal

import pytest

from living_strategy.language import Language
from living_strategy.model.values import Status
from living_strategy.papers import quick_sheet
from living_strategy.papers.spreadsheet import spreadsheet
from living_strategy.papers.workbook import Column, Form, Row, Sheet, Workbook
from living_strategy.partial_date import PartialDate

COLUMNS = (
    Column("Text & <more>", 28),
    Column("When"),
    Column("One", form=Form.SUM),
    Column("Other", form=Form.SUM),
    Column("In all", form=Form.SUM, adds=(2, 3)),
    Column("Year", form=Form.YEAR),
    Column("Number", form=Form.NUMBER),
)
ROWS: tuple[Row, ...] = (
    ("", PartialDate("2026-03-01"), 1, 2, 3, 2026, Decimal("0.1")),
    (" =1+1\n\x01_x0041_ 😀", PartialDate("1899-12-31"), -1, None, None, None, Decimal("1E+30")),
    ("=1+1", PartialDate("2026-03"), 0, 10**16, 10**16, 1900, Decimal("12345678901234567.25")),
    (Status.ONGOING, None, None, None, None, None, 7),
    ("=1+1", Status.ONGOING, 5, 6, 11, 2027, Decimal("7.00")),
)
TOTALS: tuple[Row, ...] = ((), ("In all", None, 5, 10**16 + 8, 10**16 + 14), (None,))


def _written(rows: tuple[Row, ...], total: Row) -> bytes:
    sheet = Sheet("Sheet", COLUMNS, rows, total)
    short = Sheet("Short", COLUMNS[:1], (("=1+1",),), has_filter=False)
    book = Workbook("A & B", "C", "D", (sheet, short, sheet))
    return spreadsheet(book, Language.load("nb"))


@pytest.mark.parametrize("total", TOTALS, ids=len)
@pytest.mark.parametrize("rows", [0, 1, 5, 14, 15, 16, 40])
def test_same_bytes(rows: int, total: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a cell holds, wherever a block of rows ends, and however long the last row is."""
    content = (ROWS * 8)[:rows]

    quick = _written(content, total)
    monkeypatch.setattr(quick_sheet, "IS_QUICK", False)

    assert quick == _written(content, total)


@pytest.mark.parametrize("text", ["x" * 40_000, "😀" * 20_000, "\n" + "y" * 16_000])
def test_long_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too long for a cell is cut, in the middle of a sheet that is written quickly, too."""
    rows = ((text, *ROWS[0][1:]), *ROWS)

    quick = _written(rows, ())
    monkeypatch.setattr(quick_sheet, "IS_QUICK", False)

    assert quick == _written(rows, ())


def test_known_release() -> None:
    """The XlsxWriter that is installed is one that the quick way is made for."""
    assert quick_sheet.IS_QUICK
