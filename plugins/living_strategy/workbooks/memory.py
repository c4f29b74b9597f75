"""What a workbook remembers of the day it was written: what each entry was then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from living_strategy.workbooks.cells import Cell
from living_strategy.workbooks.content import Key
from living_strategy.workbooks.fault import WorkbookError, _
from living_strategy.workbooks.layout import LAYOUT, MARK, MEMORY_SHEET
from living_strategy.workbooks.raw import RawSheet


@dataclass(frozen=True, slots=True)
class Memory:
    """What an entry was when the workbook was written: hashes of its data and of its rows."""

    data: str
    rows: str


def memories(sheets: Sequence[RawSheet]) -> Iterator[tuple[Key, Memory]]:
    """Yield what each entry was.

    Raises:
        WorkbookError: the workbook was not written here, or has lost what it must remember.
    """
    lines = next((sheet.lines for sheet in sheets if sheet.name == MEMORY_SHEET), ())
    if not lines or lines[0].cells[:1] != (MARK,):
        raise WorkbookError(
            _(
                "The workbook was not written by “{command}”, or its hidden sheets are lost: it "
                "cannot be told what has changed in it."
            ),
            command="export xlsx",
        )
    version = lines[0].cells[1] if len(lines[0].cells) > 1 else None
    if text_of(version) != LAYOUT:
        raise WorkbookError(
            _("The workbook was written by another version of the program. Export anew.")
        )
    for line in lines[1:]:
        kind, entry, data, rows = (text_of(cell) for cell in (*line.cells, *[None] * 4)[:4])
        yield (kind, entry), Memory(data, rows)


def text_of(cell: Cell) -> str:
    """Return what stands in a cell of ours, which programs may have made a number of."""
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f")
    return cell if isinstance(cell, str) else ""
