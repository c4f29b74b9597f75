"""Writes one sheet of content: its hidden keys, its headings, its rows, and its drop-downs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from living_strategy.language import Language
from living_strategy.workbooks.cells import shown
from living_strategy.workbooks.choices import Choices
from living_strategy.workbooks.content import Content
from living_strategy.workbooks.layout import (
    FIRST_ROW,
    HEAD_ROW,
    ID,
    KEY_ROW,
    NUMBER,
    column_keys,
    leading_heading,
    leading_keys,
)
from living_strategy.workbooks.looks import Looks
from living_strategy.workbooks.rows import Data, parts_of, value_at
from living_strategy.workbooks.tables import Column, Form, Table
from living_strategy.workbooks.words import Words

# So many rows below the last one have drop-downs, too.
_ROOM = 200
_MAX_TITLE, _MAX_MESSAGE = 32, 255
_LONG, _LONG_WIDTH = frozenset(("summary", "description", "text")), 60
_WIDTHS = {Form.NUMBER: 12, Form.DATE: 12, Form.CHOICE: 16, Form.REFERENCE: 30, Form.TEXT: 30}
_BOUND = 10**12

# What a row is about, and its cells.
_Line = tuple[tuple[str, ...], list[str | Decimal | None]]


class SheetWriter:
    """Writes the sheets of a content with the looks of a book; gathers the lists to choose from."""

    def __init__(self, content: Content, words: Words, looks: Looks) -> None:
        self.content, self.words, self.looks = content, words, looks
        self.language: Language = words.language
        self.choices = Choices(content, words)

    def write(self, page: Any, table: Table) -> None:
        """Write a sheet."""
        first = len(leading_keys(table))
        page.freeze_panes(FIRST_ROW, first + table.is_of_entries)
        self._heads(page, table)
        lines = list(self._lines(table))
        for line, (leading, cells) in enumerate(lines, start=FIRST_ROW):
            for number, text in enumerate(leading):
                self._leading(page, line, number, text, leading_keys(table)[number])
            for number, (column, cell) in enumerate(
                zip(table.columns, cells, strict=True), start=first
            ):
                self._cell(page, line, number, column, cell)
        last = FIRST_ROW + len(lines)
        for number, column in enumerate(table.columns, start=first):
            page.data_validation(
                FIRST_ROW, number, last + _ROOM, number, self._rule(number, column)
            )
        if not table.is_of_entries:
            source = self.choices.of_entries([kind.kind for kind in table.kinds])
            rule = {"validate": "list", "source": source, "show_error": False}
            page.data_validation(
                FIRST_ROW, 0, last + _ROOM, 0, rule if source else {"validate": "any"}
            )
        page.autofilter(HEAD_ROW, 0, last, first + len(table.columns) - 1)

    def heading(self, column: Column) -> str:
        """Return what stands above a column, with a star if it must not be empty."""
        return f"{column.heading(self.language)}{' *' if column.is_required else ''}"

    def _heads(self, page: Any, table: Table) -> None:
        page.set_row(KEY_ROW, None, None, {"hidden": True})
        for number, key in enumerate(column_keys(table)):
            page.write_string(KEY_ROW, number, key, self.looks.locked)
        for number, key in enumerate(leading_keys(table)):
            look = {ID: self.looks.locked, NUMBER: self.looks.number}.get(key, self.looks.text)
            page.set_column(number, number, 6 if key == NUMBER else 26, look)
            heading = leading_heading(table, key, self.language)
            page.write_string(HEAD_ROW, number, heading, self.looks.head)
        for number, column in enumerate(table.columns, start=len(leading_keys(table))):
            width = _LONG_WIDTH if column.path[-1] in _LONG else _WIDTHS[column.form]
            page.set_column(number, number, width, self._look(column))
            page.write_string(HEAD_ROW, number, self.heading(column), self.looks.head)

    def _lines(self, table: Table) -> Iterator[_Line]:
        for key in self.content.of(table):
            data, entry = self.content.entries[key], key[1]
            if table.is_of_entries:
                yield (entry,), self._shown(table, data)
                continue
            for part in parts_of(table, data):
                inside = (part.inside,) if table.is_nested else ()
                about = (self.words.reference(entry), *inside, str(part.number))
                yield about, self._shown(table, part.data)

    def _shown(self, table: Table, data: Data) -> list[str | Decimal | None]:
        return [shown(column, value_at(data, column.path), self.words) for column in table.columns]

    def _leading(self, page: Any, line: int, number: int, text: str, key: str) -> None:
        if key == NUMBER:
            page.write_number(line, number, int(text), self.looks.number)
        else:
            page.write_string(line, number, text, self.looks.locked)

    def _cell(
        self, page: Any, line: int, number: int, column: Column, cell: str | Decimal | None
    ) -> None:
        if isinstance(cell, Decimal):
            page.write_number(line, number, float(cell), self._look(column))
        elif cell == self.words.kept:
            page.write_string(line, number, cell, self.looks.locked)
        elif cell:
            page.write_string(line, number, cell, self._look(column))
        else:
            page.write_blank(line, number, None, self._look(column))

    def _look(self, column: Column) -> Any:
        if column.form is Form.NUMBER:
            return self.looks.money if column.is_money else self.looks.figure
        return self.looks.text

    def _rule(self, number: int, column: Column) -> dict[str, Any]:
        """Return the drop-down of a column or what may stand there, and its explanation."""
        first = xl_rowcol_to_cell(FIRST_ROW, number)
        rule: dict[str, Any] = {"validate": "any"}
        if source := self.choices.source(column):
            # Of several values, the list gives the first; the others are written below it.
            is_open = column.is_list or column.takes_names
            rule = {"validate": "list", "source": source, "show_error": not is_open}
        elif column.form is Form.DATE:
            formula = f"=AND(LEN({first})>3,LEN({first})<20)"
            rule = {"validate": "custom", "value": formula, "error_type": "warning"}
        elif column.form is Form.NUMBER:
            rule = {"validate": "decimal", "criteria": "between"}
            rule |= {"minimum": -_BOUND, "maximum": _BOUND}
        words = {
            "input_title": column.heading(self.language)[:_MAX_TITLE],
            "input_message": _cut(column.explanation(self.language), _MAX_MESSAGE),
        }
        return {**rule, **words}


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
