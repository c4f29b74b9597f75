"""All content of this repository as a workbook: nobody who changes nothing changes anything."""

from __future__ import annotations

from pathlib import Path

from living_strategy.workbooks.edits import Edits
from tests.unit.workbooks.books import on_disk

ROOT = Path(__file__).parents[2]


def test_an_unchanged_workbook_changes_nothing() -> None:
    """Every entry has its row, and every value a cell."""
    book = on_disk(ROOT)

    assert book.edits(book.sheets) == Edits()
    assert list(book.kept()) == []
    assert len(book.content.entries) == len(book.graph.entries)
