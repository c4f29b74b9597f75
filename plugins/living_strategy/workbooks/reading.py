"""Reads the sheets of a workbook that was written here: rows of entries and parts, and all faults.

A column is known by its key in the hidden row: it may have been moved or named otherwise. One that
is gone is a fault, because nobody knows what it said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from xlsxwriter.utility import xl_col_to_name

from living_strategy.content.validate import id_from
from living_strategy.workbooks.cells import Cell, Said, read
from living_strategy.workbooks.content import Content, Key
from living_strategy.workbooks.fault import CellError, Fault, _
from living_strategy.workbooks.layout import (
    ENTRY,
    ID,
    INSIDE,
    NUMBER,
    column_keys,
    leading_keys,
)
from living_strategy.workbooks.memory import Memory, memories, text_of
from living_strategy.workbooks.raw import Line, RawSheet
from living_strategy.workbooks.tables import Table
from living_strategy.workbooks.words import Words


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a sheet: where it stands, what it is about, and its values by column key.

    `about` is the id of a row of an entry, and for a part what its cell says of the entry. `number`
    is 0 for a new part. A row whose values are all missing is `is_empty`.
    """

    sheet: str
    line: int
    about: str
    inside: str
    number: int
    values: Mapping[str, Said]
    columns: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether no cell of a field holds anything."""
        return all(value is None for value in self.values.values())

    def fault(self, key: str, template: str, **params: str) -> Fault:
        """Return what is wrong in one of its cells."""
        return Fault(self.sheet, f"{self.columns.get(key, 'A')}{self.line}", template, params)


@dataclass(slots=True)
class ReadWorkbook:
    """All rows by the key of their sheet, what entries were, and what is wrong or not read."""

    memory: dict[Key, Memory] = field(default_factory=dict)
    rows: dict[str, list[ReadRow]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    ignored: list[Fault] = field(default_factory=list)


def read_workbook(sheets: Sequence[RawSheet], content: Content, words: Words) -> ReadWorkbook:
    """Read the sheets.

    Raises:
        WorkbookError: the workbook was not written here, or has lost what it must remember.
    """
    result = ReadWorkbook()
    result.memory.update(memories(sheets))
    words = replace(words, titles={**words.titles, **dict(_new_titles(sheets))})
    found = {_table_key(sheet): sheet for sheet in sheets}
    for table in content.tables:
        if sheet := found.pop(table.key, None):
            _Reader(table, sheet, words, result).read()
        else:
            name = table.name(words.language)
            result.faults.append(
                Fault(name, "", _("is missing, or has lost its hidden first row. Export anew."))
            )
    return result


def _table_key(sheet: RawSheet) -> str:
    if not sheet.lines or sheet.lines[0].number != 1:
        return ""
    keys = (text_of(cell) for cell in sheet.lines[0].cells)
    return next((key.partition(":")[0] for key in keys if ":@" in key), "")


def _new_titles(sheets: Sequence[RawSheet]) -> Iterator[tuple[str, str]]:
    """Yield the ids that new entries get, with their titles: others may point to them."""
    for sheet in sheets:
        keys = [text_of(cell) for cell in sheet.lines[0].cells] if sheet.lines else []
        names = {key.partition(":")[2]: index for index, key in enumerate(keys)}
        if ID not in names or "title" not in names:
            continue
        for line in sheet.lines[2:]:
            cells = (*line.cells, *[None] * len(keys))
            title = text_of(cells[names["title"]]).strip()
            if title and cells[names[ID]] is None and id_from(title):
                yield id_from(title), title


@dataclass(slots=True)
class _Reader:
    table: Table
    sheet: RawSheet
    words: Words
    result: ReadWorkbook
    places: dict[str, int] = field(default_factory=dict)

    def read(self) -> None:
        keys = [text_of(cell) for cell in self.sheet.lines[0].cells]
        names = (*leading_keys(self.table), *(column.key for column in self.table.columns))
        for name, key in zip(names, column_keys(self.table), strict=True):
            if key in keys:
                self.places[name] = keys.index(key)
            else:
                self.lost(name)
        if self.sheet.has_merged:
            self.fault("", _("has merged cells. Split them, and try again."))
        if len(self.places) < len(names):
            return
        self.tell_ignored(keys)
        columns = {name: xl_col_to_name(place) for name, place in self.places.items()}
        rows = self.result.rows.setdefault(self.table.key, [])
        for line in self.sheet.lines:
            # Below the keys and the headings, wherever these are now.
            if line.number > 2:
                rows.append(self.row(line, columns))

    def lost(self, name: str) -> None:
        language = self.words.language
        headings = {column.key: column.heading(language) for column in self.table.columns} | {
            ID: "Id",
            ENTRY: language.text("Entry"),
            NUMBER: language.text("No."),
        }
        self.fault(
            "",
            _("has lost the column “{column}”. Export anew, and leave the columns there."),
            column=headings.get(name, name),
        )

    def tell_ignored(self, keys: Sequence[str]) -> None:
        """Tell of columns that somebody has added: what stands there is not read."""
        known = set(self.places.values())
        extra = {
            place
            for line in self.sheet.lines
            for place, cell in enumerate(line.cells)
            if cell is not None and place not in known
        }
        for place in sorted(extra):
            self.result.ignored.append(
                Fault(
                    self.sheet.name,
                    f"{xl_col_to_name(place)}1",
                    _("stands above a column that is not of the workbook, and is not read."),
                )
            )

    def row(self, line: Line, columns: Mapping[str, str]) -> ReadRow:
        values: dict[str, Said] = {}
        for column in self.table.columns:
            try:
                values[column.key] = read(column, self.cell(line, column.key), self.words)
            except CellError as error:
                place = f"{columns[column.key]}{line.number}"
                self.fault(place, error.template, **error.params)
        about = text_of(self.cell(line, ID if self.table.is_of_entries else ENTRY)).strip()
        inside = text_of(self.cell(line, INSIDE)).strip() if self.table.is_nested else ""
        number = self.number(line, columns)
        return ReadRow(self.sheet.name, line.number, about, inside, number, values, columns)

    def number(self, line: Line, columns: Mapping[str, str]) -> int:
        if self.table.is_of_entries:
            return 0
        cell = self.cell(line, NUMBER)
        text = text_of(cell).strip()
        if not text:
            return 0
        if text.isascii() and text.isdigit() and len(text) < 6:
            return int(text)
        place = f"{columns[NUMBER]}{line.number}"
        self.fault(place, _("holds “{text}”, which is no number."), text=text[:60])
        return 0

    def cell(self, line: Line, name: str) -> Cell:
        place = self.places[name]
        return line.cells[place] if place < len(line.cells) else None

    def fault(self, cell: str, template: str, **params: str) -> None:
        self.result.faults.append(Fault(self.sheet.name, cell, template, params))
