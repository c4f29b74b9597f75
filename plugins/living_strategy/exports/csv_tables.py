"""CSV files: one for each kind of entry, and one for each sort of parts, such as costs.

Each table comes twice: for programs (commas, names of fields), and as Excel opens it on a computer
set up for Norway (semicolons, decimal commas, a byte order mark, headings in words).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import partial

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import UNRELEASED, Export, Keep, Release, made
from living_strategy.figures.tables import AddressOf, Cell, Table
from living_strategy.figures.tables_in_use import tables_in_use
from living_strategy.language import Language
from living_strategy.model.own_value import OwnValue
from living_strategy.model.own_words import language_of
from living_strategy.papers.csv_file import csv_file, for_excel
from living_strategy.settings import Settings

_PLAIN = frozenset((str, int, type(None)))


def render(
    graph: Graph, address: AddressOf, release: Release = UNRELEASED, *, keep: Keep = made
) -> Iterator[DataFile]:
    """Write every table in both forms, in UTF-8, with a line of headings; all texts are quoted."""
    # No column holds the text of an entry.
    yield from keep("csv", (), partial(_files, graph, address))


def _files(graph: Graph, address: AddressOf) -> Iterator[DataFile]:
    language = language_of(graph.corpus.settings, graph.corpus.language)
    for table in tables_in_use(graph.corpus.settings):
        rows = tuple(table.rows(graph, address))
        yield DataFile(_path(table), csv_file([column.name for column in table.columns], rows))
        yield DataFile(_path(table, "excel/"), _spreadsheet(table, rows, language))


def paths(settings: Settings) -> Iterator[str]:
    """Yield where the files lie."""
    for table in tables_in_use(settings):
        yield from (_path(table), _path(table, "excel/"))


def _path(table: Table, folder: str = "") -> str:
    return f"data/{folder}{table.name}.csv"


def _spreadsheet(table: Table, rows: Iterable[tuple[Cell, ...]], language: Language) -> bytes:
    """Write a table in the words of a language, as Excel opens it by a double click."""
    heads = [language.text(column.label) for column in table.columns]
    # Most cells are texts or empty, and stay as they are.
    cells = [
        tuple([cell if type(cell) in _PLAIN else _in_words(cell, language) for cell in row])
        for row in rows
    ]
    return for_excel(heads, cells)


def _in_words(cell: Cell, language: Language) -> Cell:
    if isinstance(cell, StrEnum | OwnValue):
        return language.term(cell)
    if isinstance(cell, tuple):
        return tuple(str(_in_words(value, language)) for value in cell)
    return str(cell).replace(".", ",") if isinstance(cell, Decimal) else cell


EXPORT = Export("csv", render, paths)
