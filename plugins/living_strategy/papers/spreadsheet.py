"""Workbooks as XLSX (ECMA-376), for spreadsheet programs.

Whatever a text begins with, it is written as a text. Sums are formulas with their values beside
them. The same workbook gives the same bytes: nothing in it is of the time of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from living_strategy.language import Language
from living_strategy.model.own_value import OwnValue
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
            page = book.add_worksheet(name)
            _set_up(page, workbook, sheet, language)
            writer.write(page, sheet)
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
    if sheet.has_filter:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _printed(text: str) -> str:
    """Return a text for the edge of a page, where an ampersand begins an order."""
    return text[: _MAX_HEADER // 2 - 1].replace("&", "&&")


class _Writer:
    """Writes the cells of sheets, each in the format of what it holds."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._language = language
        self._formats: dict[tuple[str, bool], Any] = {}
        self._head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7E6E6"}
        )

    def write(self, page: Any, sheet: Sheet) -> None:
        """Write the heads, the rows and the sums."""
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            page.write_string(0, number, column.head, self._head)
        for line, row in enumerate(sheet.rows, start=1):
            for number, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                formula = _across(column, line) if cell is not None else ""
                self._cell(page, (line, number), column, cell, formula)
        last = len(sheet.rows)
        for number, (column, cell) in enumerate(zip(sheet.columns, sheet.total, strict=False)):
            formula = _down(number, last) if column.form is Form.SUM and last else ""
            self._cell(page, (last + 1, number), column, cell, formula, bold=True)

    def _cell(
        self,
        page: Any,
        place: tuple[int, int],
        column: Column,
        cell: Cell,
        formula: str,
        bold: bool = False,
    ) -> None:
        if cell is None:
            page.write_blank(*place, None, self._format(_AS_TEXT, bold))
        elif isinstance(cell, PartialDate):
            self._date(page, place, cell)
        elif isinstance(cell, StrEnum | OwnValue):
            words = self._language.term(cell)
            page.write_string(*place, words, self._format(_AS_TEXT, bold))
        elif isinstance(cell, str):
            page.write_string(*place, cell, self._format(_AS_TEXT, bold))
        elif formula:
            page.write_formula(*place, formula, self._format(_WHOLE, bold), cell)
        else:
            page.write_number(*place, cell, self._format(_number_format(column, cell), bold))

    def _date(self, page: Any, place: tuple[int, int], written: PartialDate) -> None:
        """Write a whole day as a date. What is known less exactly would become a day as one."""
        if written.day is None:
            page.write_string(*place, str(written), self._format(_AS_TEXT))
            return
        day = datetime(*written.earliest().timetuple()[:3])
        page.write_datetime(*place, day, self._format(_DAYS.get(self._language.code, _OTHER_DAYS)))

    def _format(self, form: str, bold: bool = False) -> Any:
        if (form, bold) not in self._formats:
            look: dict[str, object] = {"num_format": form, "valign": "top"}
            if form == _AS_TEXT:
                look["text_wrap"] = True
            if bold:
                look |= {"bold": True, "top": 1}
            self._formats[form, bold] = self._book.add_format(look)
        return self._formats[form, bold]


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
