"""Workbooks as XLSX (ECMA-376), for spreadsheet programs.

Whatever a text begins with, it is written as a text. Sums are formulas with their values beside
them. The same workbook gives the same bytes: nothing in it is of the time of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from living_strategy.language import Language
from living_strategy.model.own_value import OwnValue
from living_strategy.papers.quick_sheet import QuickSheet, SheetCell
from living_strategy.papers.workbook import Cell, Column, Form, Sheet, Workbook
from living_strategy.partial_date import PartialDate

ENDING = "xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Texts are texts, whatever they look like.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# The first day that a zip archive can hold.
CREATED = datetime(1980, 1, 1)
_BEFORE_FIRST_DAY = date(1899, 12, 31)
_LAST_OF_FEBRUARY_1900 = 59
_A4 = 9
_MAX_NAME = 31
_MAX_HEADER = 200
_NO_NAME = re.compile(r"[\[\]:*?/\\]")
_WHOLE, _DECIMAL, _YEAR, _AS_TEXT = "#,##0", "#,##0.##", "0", "@"
_DAYS = {"nb": "dd.mm.yyyy", "nn": "dd.mm.yyyy", "en": "d mmmm yyyy"}
# Of other languages only this form is sure to be understood (ISO 8601); it is the Swedish one, too.
_OTHER_DAYS = "yyyy-mm-dd"


def spreadsheet(workbook: Workbook, language: Language) -> bytes:
    """Return the file: a sheet a table, with its first row in sight and on each printed page."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties(
            {
                "title": workbook.title,
                "subject": workbook.strategy,
                "author": workbook.author,
                "created": CREATED,
            }
        )
        writer = _Writer(book, language)
        names = sheet_names(sheet.name for sheet in workbook.sheets)
        for name, sheet in zip(names, workbook.sheets, strict=True):
            page = book.add_worksheet(name, QuickSheet)
            _set_up(page, workbook, sheet, language)
            page.fill(writer.rows(sheet))
    return out.getvalue()


def sheet_names(wanted: Iterable[str]) -> Iterator[str]:
    """Yield names that sheets may have: short, without some marks, and each another one."""
    taken: set[str] = set()
    for name in wanted:
        short = " ".join(_NO_NAME.sub(" ", name).split())[:_MAX_NAME].strip(" '")
        number = 1
        while short.casefold() in taken:
            number += 1
            short = f"{short[: _MAX_NAME - 4].rstrip()} {number}"
        taken.add(short.casefold())
        yield short


def _set_up(page: Any, workbook: Workbook, sheet: Sheet, language: Language) -> None:
    """Keep the head in sight, and print in the width of a page that lies down."""
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{_printed(workbook.title)}&R{_printed(workbook.strategy)}")
    pages = language.text("Page {number} of {total}").format(number="&P", total="&N")
    page.set_footer(f"&L{_printed(sheet.name)}&R{pages}")
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
    if sheet.has_filter:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _printed(text: str) -> str:
    """Return a text for the edge of a page, where an ampersand begins an order."""
    return text[: _MAX_HEADER // 2 - 1].replace("&", "&&")


class _Writer:
    """Says how the cells of sheets are written, each in the format of what it holds."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._language = language
        self._formats: dict[tuple[str, bool], Any] = {}
        self._days = _DAYS.get(language.code, _OTHER_DAYS)
        # The values of a closed list stand in row after row.
        self._terms: dict[tuple[type, Cell], str] = {}
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7E6E6"}
        )

    def rows(self, sheet: Sheet) -> Iterator[list[SheetCell]]:
        """Yield the heads, the rows and the sums."""
        yield [(column.head, self._head) for column in sheet.columns]
        for line, row in enumerate(sheet.rows, start=1):
            yield [
                self._cell(column, cell, _across(column, line) if column.adds else "")
                for column, cell in zip(sheet.columns, row, strict=True)
            ]
        if sheet.total:
            last = len(sheet.rows)
            yield [
                self._cell(
                    column,
                    cell,
                    _down(number, last) if column.form is Form.SUM and last else "",
                    bold=True,
                )
                for number, (column, cell) in enumerate(
                    zip(sheet.columns, sheet.total, strict=False)
                )
            ]

    def _cell(self, column: Column, cell: Cell, formula: str, bold: bool = False) -> SheetCell:
        if cell is None or type(cell) is str:
            return cell, self._format(_AS_TEXT, bold)
        if isinstance(cell, PartialDate):
            return self._date(cell)
        if isinstance(cell, StrEnum | OwnValue):
            return self._term(cell), self._format(_AS_TEXT, bold)
        if isinstance(cell, str):
            return str(cell), self._format(_AS_TEXT, bold)
        if formula:
            return (formula, cell), self._format(_WHOLE, bold)
        return cell, self._format(_number_format(column, cell), bold)

    def _term(self, value: StrEnum | OwnValue) -> str:
        key = type(value), value
        if key not in self._terms:
            self._terms[key] = self._language.term(value)
        return self._terms[key]

    def _date(self, written: PartialDate) -> SheetCell:
        """Write a whole day as a date. What is known less exactly would become a day as one."""
        if written.day is None:
            return str(written), self._format(_AS_TEXT)
        return _serial(written.earliest()), self._format(self._days)

    def _format(self, form: str, bold: bool = False) -> Any:
        if (form, bold) not in self._formats:
            look: dict[str, object] = {"num_format": form, "valign": "top"}
            if form == _AS_TEXT:
                look["text_wrap"] = True
            if bold:
                look |= {"bold": True, "top": 1}
            self._formats[form, bold] = self._book.add_format(look)
        return self._formats[form, bold]


def _serial(day: date) -> int:
    """Return a day as spreadsheets count them, which hold 1900 for a leap year."""
    days = (day - _BEFORE_FIRST_DAY).days
    return days + 1 if days > _LAST_OF_FEBRUARY_1900 else days


_BY_FORM: Mapping[Form, str] = {Form.YEAR: _YEAR, Form.SUM: _WHOLE}


def _number_format(column: Column, cell: int | Decimal) -> str:
    return _BY_FORM.get(column.form) or (_WHOLE if cell == int(cell) else _DECIMAL)


def _across(column: Column, line: int) -> str:
    """Return the formula of a sum over cells of its row, or nothing where it is none."""
    if column.adds is None:
        return ""
    first, last = map(xl_col_to_name, column.adds)
    return f"=SUM({first}{line + 1}:{last}{line + 1})"


def _down(number: int, last: int) -> str:
    """Return the formula of the sum of a column, whose rows begin below the head."""
    name = xl_col_to_name(number)
    return f"=SUM({name}2:{name}{last + 1})"
