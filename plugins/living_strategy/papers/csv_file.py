"""CSV files: for programs, and as Excel opens them on a computer set up for Norway. Nothing in them
is run as a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from living_strategy.figures.tables import Cell

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
# Spreadsheets take a text that begins with one of these for a formula. Norwegian ones divide lines
# at semicolons, others at tabs, also inside quotation marks that do not open the cell: what stands
# behind one, or on a new line, is a cell to them. filter.js has the same rule.
_FORMULA = frozenset("=+-@\t\r")
_DIVIDES = re.compile(r"[;\t\r\n]")
_INNER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=\"*[=+\-@\t\r])")


def for_excel(heads: Sequence[str], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """Return a file with semicolons, a byte order mark and the line ends of Windows."""
    return b"\xef\xbb\xbf" + csv_file(heads, rows, ";").replace(b"\n", b"\r\n")


# Texts of closed form (dates, statuses) are subclasses of str and cannot begin like a formula.
def csv_file(heads: Sequence[str], rows: Iterable[tuple[Cell, ...]], delimiter: str = ",") -> bytes:
    """Return a file in UTF-8 with a line of headings; all texts are quoted."""
    out = StringIO()
    # The writer quotes a lone carriage return only if it could end a line.
    writer = csv.writer(
        out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC
    )
    writer.writerow(heads)
    writer.writerows(map(_safe_row, rows))
    return out.getvalue().replace("\r\n", "\n").encode("utf-8")


def _safe_row(row: Iterable[Cell]) -> list[Cell]:
    cells = ["; ".join(cell) if type(cell) is tuple else cell for cell in row]
    # Few texts hold one of these; looking behind every letter takes longer than all else here.
    return [
        _safe(cell)
        if type(cell) is str and cell and (cell[0] in _FORMULA or _DIVIDES.search(cell))
        else cell
        for cell in cells
    ]


def _safe(text: str) -> str:
    """Put an apostrophe in front of whatever a spreadsheet would run as a formula."""
    inner = _INNER_FORMULA.sub("'", text)
    return f"'{inner}" if text[0] in _FORMULA and not _NUMBER.fullmatch(text) else inner
