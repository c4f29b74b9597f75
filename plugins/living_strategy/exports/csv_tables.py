"""CSV files: one for each kind of entry, and one each for links, indicators, grants, milestones."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from living_strategy.artifact import DataFile
from living_strategy.content.graph import Graph
from living_strategy.exports.export import Export
from living_strategy.figures.part_tables import PART_TABLES
from living_strategy.figures.tables import AddressOf, Cell, Table, kind_tables

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
# Spreadsheets take a text that begins with one of these for a formula. Norwegian ones divide lines
# at semicolons, others at tabs, also inside quotation marks that do not open the cell: what stands
# behind one, or on a new line, is a cell to them. filter.js has the same rule.
_FORMULA = frozenset("=+-@\t\r")
_DIVIDES = re.compile(r"[;\t\r\n]")
_INNER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=\"*[=+\-@\t\r])")


def render(graph: Graph, address: AddressOf) -> Iterator[DataFile]:
    """Write every table in UTF-8, with commas and a line of column names; all texts are quoted."""
    for table in _tables():
        names = [column.name for column in table.columns]
        rows = table.rows(graph, address)
        yield DataFile(_path(table), _csv(names, rows))


def paths() -> Iterator[str]:
    """Yield where the files lie."""
    return map(_path, _tables())


def _tables() -> tuple[Table, ...]:
    return (*kind_tables(), *PART_TABLES)


def _path(table: Table) -> str:
    return f"data/{table.name}.csv"


# Texts of closed form (dates, statuses) are subclasses of str and cannot begin like a formula.
def _csv(names: list[str], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    out = StringIO()
    # The writer quotes a lone carriage return only if it could end a line.
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(names)
    writer.writerows(
        [_safe(cell) if type(cell) is str and cell else cell for cell in row] for row in rows
    )
    return out.getvalue().replace("\r\n", "\n").encode("utf-8")


def _safe(text: str) -> str:
    """Put an apostrophe in front of whatever a spreadsheet would run as a formula."""
    # Few texts hold one of these; looking behind every letter takes longer than all else here.
    inner = _INNER_FORMULA.sub("'", text) if _DIVIDES.search(text) else text
    return f"'{inner}" if text[0] in _FORMULA and not _NUMBER.fullmatch(text) else inner


EXPORT = Export("csv", render, paths, has_texts=False)
