"""Workbooks read by another program than the one that writes them, and their formulas computed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

_SUM = re.compile(r"=SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)")
Cells = list[list[Any]]


class ReadWorkbook:
    """What a file holds: formulas as written, and values as a program shows that never computes."""

    def __init__(self, content: bytes) -> None:
        self.written = openpyxl.load_workbook(BytesIO(content))
        self.shown = openpyxl.load_workbook(BytesIO(content), data_only=True)
        self.names = self.written.sheetnames

    def values(self, name: str) -> Cells:
        """The values of a sheet, row by row."""
        return [list(row) for row in self.shown[name].iter_rows(values_only=True)]

    def computed(self, name: str) -> Cells:
        """The same, with every formula computed from what it adds."""
        sheet = self.written[name]
        return [[compute(sheet, cell.value) for cell in row] for row in sheet.iter_rows()]


def compute(sheet: Worksheet, value: Any) -> Any:
    """The value of a cell: of a formula its sum, which may be over other sums."""
    if not (isinstance(value, str) and (match := _SUM.fullmatch(value))):
        return value
    first, top, last, bottom = match.groups()
    added = [
        compute(sheet, cell.value) or 0
        for row in sheet[f"{first}{top}:{last}{bottom}"]
        for cell in row
    ]
    return sum(added)
