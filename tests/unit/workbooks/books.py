"""A strategy as a workbook, and the workbook with cells changed, without a spreadsheet program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from living_strategy.adapters.editing.workbook_file import open_workbook
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import ContentSource, DiskSource
from living_strategy.content.tree import MemorySource
from living_strategy.workbooks.cells import Cell, Kept
from living_strategy.workbooks.content import Content, content_of, taken_ids, words_of
from living_strategy.workbooks.edits import Edits, edits_of
from living_strategy.workbooks.files import edited_files
from living_strategy.workbooks.raw import Line, RawSheet
from living_strategy.workbooks.reading import ReadWorkbook, read_workbook
from living_strategy.workbooks.words import Words
from living_strategy.workbooks.writing import write_workbook

Sheets = tuple[RawSheet, ...]


@dataclass(frozen=True)
class Book:
    """A strategy with its workbook."""

    source: ContentSource

    @cached_property
    def graph(self) -> Graph:
        """The strategy."""
        return link(load(self.source).corpus)

    @cached_property
    def content(self) -> Content:
        """What the workbook is about."""
        return content_of(self.graph)

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return words_of(self.graph)

    @cached_property
    def written(self) -> bytes:
        """The file."""
        return write_workbook("Strategien", self.content, self.words)

    @cached_property
    def sheets(self) -> Sheets:
        """The file, opened."""
        return open_workbook(self.written)

    def read(self, sheets: Sheets) -> ReadWorkbook:
        """Read a workbook."""
        return read_workbook(sheets, self.content, self.words)

    def edits(self, sheets: Sheets) -> Edits:
        """Return what a workbook changes."""
        return edits_of(self.read(sheets), self.content, self.words, taken_ids(self.graph))

    def files(self, edits: Edits) -> dict[str, str]:
        """Return the files that change, and what they say then."""

        def read(path: str) -> bytes | None:
            content = self.source.read(path, None)
            return content if isinstance(content, bytes) else None

        files, left = edited_files(edits.made, self.content.files, read)
        assert left == {}
        return {path: content.decode() for path, content in files.items()}

    def kept(self) -> Iterator[tuple[object, str]]:
        """Yield the values that no cell could hold."""
        for key in self.content.entries:
            for rows in self.content.rows(key, self.words).values():
                for row in rows:
                    for column, value in row.values.items():
                        if isinstance(value, Kept):
                            yield key, column

    def told(self, sheets: Sheets) -> list[str]:
        """Return what is wrong in a workbook."""
        return [fault.message(self.words.language) for fault in self.edits(sheets).faults]


def on_disk(root: Path) -> Book:
    """A strategy in a folder."""
    return Book(DiskSource(root))


def in_memory(files: dict[str, bytes]) -> Book:
    """A strategy that is written nowhere."""
    return Book(MemorySource(files))


def keys(sheet: RawSheet) -> list[str]:
    """Return what the hidden row names."""
    return [str(cell) for cell in sheet.lines[0].cells]


def sheet_of(sheets: Sheets, key: str) -> RawSheet:
    """Return the sheet of a kind or list."""
    return next(sheet for sheet in sheets if sheet.lines and f"{key}:" in keys(sheet)[0])


def exchanged(sheets: Sheets, old: RawSheet, new: RawSheet) -> Sheets:
    """Return the sheets with another in place of one."""
    return tuple(new if sheet is old else sheet for sheet in sheets)


def cell_set(sheets: Sheets, key: str, about: str, column: str, cell: Cell) -> Sheets:
    """Return the sheets with another cell in the first row about something."""
    sheet = sheet_of(sheets, key)
    place = keys(sheet).index(f"{key}:{column}")
    lines = list(sheet.lines)
    index = next(
        number for number, line in enumerate(lines) if number > 1 and about in str(line.cells[0])
    )
    lines[index] = _with_cell(lines[index], place, cell)
    return exchanged(sheets, sheet, replace(sheet, lines=tuple(lines)))


def row_added(sheets: Sheets, key: str, cells: dict[str, Cell], behind: str = "") -> Sheets:
    """Return the sheets with one more row, at the end or behind the first row about something."""
    sheet = sheet_of(sheets, key)
    names = keys(sheet)
    values: list[Cell] = [None] * len(names)
    for name, cell in cells.items():
        values[names.index(f"{key}:{name}")] = cell
    lines = list(sheet.lines)
    place = len(lines)
    if behind:
        place = 1 + next(
            n for n, line in enumerate(lines) if n > 1 and behind in str(line.cells[0])
        )
    lines.insert(place, Line(0, tuple(values)))
    return exchanged(sheets, sheet, replace(sheet, lines=tuple(_numbered(lines))))


def rows_kept(sheets: Sheets, key: str, without: str) -> Sheets:
    """Return the sheets without the rows about something."""
    sheet = sheet_of(sheets, key)
    lines = [
        line for n, line in enumerate(sheet.lines) if n < 2 or without not in str(line.cells[0])
    ]
    return exchanged(sheets, sheet, replace(sheet, lines=tuple(_numbered(lines))))


def columns_kept(sheets: Sheets, key: str, order: Iterable[str]) -> Sheets:
    """Return the sheets with these columns of one, in this order."""
    sheet = sheet_of(sheets, key)
    places = [keys(sheet).index(f"{key}:{name}") for name in order]
    lines = tuple(
        Line(line.number, tuple((*line.cells, *[None] * 99)[place] for place in places))
        for line in sheet.lines
    )
    return exchanged(sheets, sheet, replace(sheet, lines=lines))


def _with_cell(line: Line, place: int, cell: Cell) -> Line:
    cells = [*line.cells, *[None] * (place + 1 - len(line.cells))]
    cells[place] = cell
    return Line(line.number, tuple(cells))


def _numbered(lines: list[Line]) -> list[Line]:
    return [Line(number, line.cells) for number, line in enumerate(lines, start=1)]
