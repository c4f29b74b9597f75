"""CSV files: one for each kind of entry, and one for each sort of parts, such as costs.

Each table comes twice: for programs (commas, names of fields), and as Excel opens it on a computer
set up for Norway (semicolons, decimal commas, a byte order mark, headings in words).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from io import StringIO

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import UNRELEASED, Export, Release
from living_strategy.figures.tables import AddressOf, Cell, Table
from living_strategy.figures.tables_in_use import tables_in_use
from living_strategy.language import Language
from living_strategy.model.own_value import OwnValue
from living_strategy.model.own_words import language_of
from living_strategy.settings import Settings

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
# Spreadsheets take a text that begins with one of these for a formula. Norwegian ones divide lines
# at semicolons, others at tabs, also inside quotation marks that do not open the cell: what stands
# behind one, or on a new line, is a cell to them. filter.js has the same rule.
_FORMULA = frozenset("=+-@\t\r")
_DIVIDES = re.compile(r"[;\t\r\n]")
_INNER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=\"*[=+\-@\t\r])")


def render(graph: Graph, address: AddressOf, release: Release = UNRELEASED) -> Iterator[DataFile]:
    """Write every table in both forms, in UTF-8, with a line of headings; all texts are quoted."""
    language = language_of(graph.corpus.settings, graph.corpus.language)
    for table in tables_in_use(graph.corpus.settings):
        rows = tuple(table.rows(graph, address))
        yield DataFile(_path(table), _csv([column.name for column in table.columns], rows))
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
    cells = [tuple(_in_words(cell, language) for cell in row) for row in rows]
    return b"\xef\xbb\xbf" + _csv(heads, cells, ";").replace(b"\n", b"\r\n")


def _in_words(cell: Cell, language: Language) -> Cell:
    if isinstance(cell, StrEnum | OwnValue):
        return language.term(cell)
    if isinstance(cell, tuple):
        return tuple(str(_in_words(value, language)) for value in cell)
    return str(cell).replace(".", ",") if isinstance(cell, Decimal) else cell


# Texts of closed form (dates, statuses) are subclasses of str and cannot begin like a formula.
def _csv(heads: list[str], rows: Iterable[tuple[Cell, ...]], delimiter: str = ",") -> bytes:
    out = StringIO()
    # The writer quotes a lone carriage return only if it could end a line.
    writer = csv.writer(
        out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC
    )
    writer.writerow(heads)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue().replace("\r\n", "\n").encode("utf-8")


def _written(cell: Cell) -> Cell:
    if type(cell) is tuple:
        cell = "; ".join(cell)
    return _safe(cell) if type(cell) is str and cell else cell


def _safe(text: str) -> str:
    """Put an apostrophe in front of whatever a spreadsheet would run as a formula."""
    # Few texts hold one of these; looking behind every letter takes longer than all else here.
    inner = _INNER_FORMULA.sub("'", text) if _DIVIDES.search(text) else text
    return f"'{inner}" if text[0] in _FORMULA and not _NUMBER.fullmatch(text) else inner


EXPORT = Export("csv", render, paths, has_texts=False)
