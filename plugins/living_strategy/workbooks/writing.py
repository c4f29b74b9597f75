"""Writes a workbook to edit in as XLSX (ECMA-376).

Whatever a text begins with, it is written as a text. Dates are texts, too: a program would make the
first of the month of `2026-12`, and say more than is known. The same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import xlsxwriter

from living_strategy.papers.spreadsheet import CREATED, OPTIONS, sheet_names
from living_strategy.workbooks.content import Content
from living_strategy.workbooks.guide import guide_heads, guide_lines
from living_strategy.workbooks.layout import CHOICES_SHEET, LAYOUT, MARK, MEMORY_SHEET
from living_strategy.workbooks.looks import Looks, looks_of
from living_strategy.workbooks.rows import digest_of_data, digest_of_rows
from living_strategy.workbooks.sheet_writing import SheetWriter
from living_strategy.workbooks.tables import Table
from living_strategy.workbooks.words import Words

_PROTECTION = {
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}


def write_workbook(title: str, content: Content, words: Words) -> bytes:
    """Return the file."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties({"title": title, "created": CREATED})
        looks = looks_of(book)
        writer = SheetWriter(content, words, looks)
        about = words.language.text("Read me")
        wanted = (about, *(table.name(words.language) for table in content.tables))
        first, *names = sheet_names(wanted)
        sheets = dict(zip(content.tables, names, strict=True))
        _write_guide(book.add_worksheet(first), title, sheets, writer, looks)
        for table, name in sheets.items():
            page = book.add_worksheet(name)
            writer.write(page, table)
            page.protect("", _PROTECTION)
        _write_choices(book.add_worksheet(CHOICES_SHEET), writer)
        _write_memory(book.add_worksheet(MEMORY_SHEET), content, words)
    return out.getvalue()


def _write_guide(
    page: Any, title: str, sheets: Mapping[Table, str], writer: SheetWriter, looks: Looks
) -> None:
    """Write what editors should know, with every column of every sheet."""
    for number, width in enumerate((26, 34, 90)):
        page.set_column(number, number, width)
    page.write_string(0, 0, title, looks.strong)
    lines = list(guide_lines(writer.language))
    for line, text in enumerate(lines, start=2):
        page.write_string(line, 0, text)
    line = 2 + len(lines)
    for number, head in enumerate(guide_heads(writer.language)):
        page.write_string(line, number, head, looks.head)
    for table, name in sheets.items():
        for column in table.columns:
            line += 1
            about = (name, writer.heading(column), column.explanation(writer.language))
            for number, text in enumerate(about):
                page.write_string(line, number, text, looks.plain)
    page.protect("", _PROTECTION)


def _write_choices(page: Any, writer: SheetWriter) -> None:
    """Write the lists that drop-downs choose from."""
    for number, values in enumerate(writer.choices.lists):
        for line, value in enumerate(values):
            page.write_string(line, number, value)
    page.protect("")
    page.hide()


def _write_memory(page: Any, content: Content, words: Words) -> None:
    """Write what entries are now, for the day when the workbook comes back."""
    rows: list[tuple[str, ...]] = [(MARK, LAYOUT)]
    for key, data in content.entries.items():
        of_rows = digest_of_rows(content.rows(key, words))
        rows.append((*key, digest_of_data(data), of_rows))
    for line, row in enumerate(rows):
        for number, value in enumerate(row):
            page.write_string(line, number, value)
    page.protect("")
    page.very_hidden()
