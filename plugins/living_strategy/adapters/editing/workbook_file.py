"""Opens a workbook that came from outside, and gives its sheets as plain values.

It is read row by row, and no formula is computed.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from living_strategy.adapters.editing.workbook_archive import checked, no_workbook, too_large
from living_strategy.workbooks.cells import Cell, Dated, Odd
from living_strategy.workbooks.fault import WorkbookError, _
from living_strategy.workbooks.raw import Line, RawSheet

MAX_BYTES = 20 * 1024 * 1024
MAX_SHEETS = 60
MAX_ROWS = 10_000
MAX_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def open_workbook(content: bytes) -> tuple[RawSheet, ...]:
    """Return the sheets of a file, hidden ones among them.

    Raises:
        WorkbookError: it is no workbook, or none that can be read safely.
    """
    if len(content) > MAX_BYTES:
        raise too_large()
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise WorkbookError(
                _("The workbook is locked with a password. Save it without one, and try again.")
            )
        raise WorkbookError(
            _("The file is a workbook of an old form (.xls). Save it as .xlsx, and try again.")
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            merged = frozenset(checked(archive))
        with warnings.catch_warnings():
            # What openpyxl does not keep, such as drop-downs, is not asked for.
            warnings.simplefilter("ignore")
            return tuple(_sheets(content, merged))
    except WorkbookError:
        raise
    except zipfile.BadZipFile:
        raise no_workbook() from None
    except Exception:
        # Whatever a broken file makes a reader do, it says no more than that it is broken.
        raise WorkbookError(
            _("The workbook is damaged and cannot be read. Save it once more as .xlsx.")
        ) from None


def _sheets(content: bytes, merged: frozenset[str]) -> Iterator[RawSheet]:
    # Loading it takes longer than most commands.
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    try:
        if len(book.worksheets) > MAX_SHEETS:
            raise too_large()
        for sheet in book.worksheets:
            # What a file says of its size may be wrong, and the rest would be left out.
            sheet.reset_dimensions()
            path = sheet._worksheet_path.lstrip("/")
            yield RawSheet(sheet.title, tuple(_lines(sheet)), path in merged)
    finally:
        book.close()


def _lines(sheet: Any) -> Iterator[Line]:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if all(cell.value is None for cell in row):
            continue
        if number > MAX_ROWS:
            raise WorkbookError(
                _("The sheet “{sheet}” has more than {count} rows. A strategy has fewer."),
                sheet=sheet.title,
                count=str(MAX_ROWS),
            )
        cells = tuple(_cell(cell) for cell in row)
        while cells and cells[-1] is None:
            cells = cells[:-1]
        if len(cells) > MAX_COLUMNS:
            raise WorkbookError(
                _("The sheet “{sheet}” has more than {count} columns. A strategy has fewer."),
                sheet=sheet.title,
                count=str(MAX_COLUMNS),
            )
        if cells:
            yield Line(number, cells)


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return None
    if cell.data_type == "f":
        return Odd.FORMULA
    if cell.data_type == "e":
        return Odd.ERROR
    if isinstance(value, bool):
        return Odd.TRUTH
    if isinstance(value, (datetime, date)):
        return _dated(value, cell.number_format or "")
    if isinstance(value, (time, timedelta)):
        return Odd.TIME
    if isinstance(value, (int, float)):
        return Decimal(repr(value))
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
    return text if text.strip() else None


def _dated(value: date, number_format: str) -> Dated:
    """Return a date as exactly as the cell shows it."""
    # Words in a format stand in quotation marks, and the language in brackets.
    shown = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", number_format).lower()
    text = f"{value:%Y-%m-%d}"
    if "d" in shown or "y" not in shown:
        return Dated(text)
    return Dated(text[:7] if "m" in shown else text[:4])
