"""A sheet that is written row by row, with the same result as when XlsxWriter writes each cell.

A plan of thousands has a hundred thousand cells, for each of which XlsxWriter asks what may be
special about it. Were the names below to change, workbooks would take longer, and be the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

Number: TypeAlias = int | Decimal
Content: TypeAlias = str | Number | tuple[str, Number] | None
SheetCell: TypeAlias = tuple[Content, Any]
"""A text, a number, a formula with its value, or None where the cell is empty; and its format."""

# Longer texts may be too long for a cell, which XlsxWriter knows best.
_MAX_TEXT = 16_000
# So many rows have the same mark of how wide they are.
_BLOCK = 16
_USED = (
    (Worksheet, "_write_rows"),
    (Worksheet, "_check_dimensions"),
    (SharedStringTable, "_get_shared_string_index"),
    (Format, "_get_xf_index"),
)
IS_QUICK = all(hasattr(holder, name) for holder, name in _USED)
"""Whether XlsxWriter is one that this module knows."""


class QuickSheet(Worksheet):
    """A sheet whose cells are given all at once."""

    fh: Any
    str_table: Any
    # Of each cell its format, and what follows the number of that.
    _rows: Sequence[Sequence[tuple[Any, str]]] = ()

    def fill(self, rows: Iterable[Sequence[SheetCell]]) -> None:
        """Write the cells, row by row from the first one on; no other may be written."""
        rows = list(rows)
        if not IS_QUICK or any(_is_long(content) for row in rows for content, _ in row):
            self._fill_slowly(rows)
            return
        self._check_dimensions(0, 0)
        self._check_dimensions(len(rows) - 1, max(map(len, rows)) - 1)
        self._rows = [[(look, self._tail(content)) for content, look in row] for row in rows]

    def _fill_slowly(self, rows: Iterable[Sequence[SheetCell]]) -> None:
        for line, row in enumerate(rows):
            for column, (content, look) in enumerate(row):
                if content is None:
                    self.write_blank(line, column, None, look)
                elif isinstance(content, str):
                    self.write_string(line, column, content, look)
                elif isinstance(content, tuple):
                    formula, value = content
                    self.write_formula(line, column, formula, look, value)
                else:
                    self.write_number(line, column, content, look)  # type: ignore[arg-type]

    def _tail(self, content: Content) -> str:
        if content is None:
            return "/>"
        if type(content) is str:
            return f' t="s"><v>{self.str_table._get_shared_string_index(content)}</v></c>'
        if isinstance(content, tuple):
            formula, value = content
            return f"><f>{formula.removeprefix('=')}</f><v>{value}</v></c>"
        return f"><v>{content:.16G}</v></c>"

    def _write_rows(self) -> None:
        """See XlsxWriter, which looks for every cell where it may be, and what it is."""
        if not self._rows:
            super()._write_rows()
            return
        names = [xl_col_to_name(number) for number in range(max(map(len, self._rows)))]
        looks = {look: look._get_xf_index() for row in self._rows for look, _ in row}
        for start in range(0, len(self._rows), _BLOCK):
            block = self._rows[start : start + _BLOCK]
            width = max(map(len, block))
            for number, row in enumerate(block, start + 1):
                cells = "".join(
                    [
                        f'<c r="{name}{number}" s="{looks[look]}"{tail}'
                        for name, (look, tail) in zip(names, row, strict=False)
                    ]
                )
                self.fh.write(f'<row r="{number}" spans="1:{width}">{cells}</row>')
        # The workbook and its sheets know each other, and are gone long after they are written.
        self._rows = ()


def _is_long(content: Content) -> bool:
    return type(content) is str and len(content) > _MAX_TEXT
