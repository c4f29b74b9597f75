"""The sheets of a workbook as plain values, whatever has read them."""

from __future__ import annotations

from dataclasses import dataclass

from living_strategy.workbooks.cells import Cell


@dataclass(frozen=True, slots=True)
class Line:
    """A row with something in it: its number as programs show it, and its cells from column A."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet. `has_merged` says whether cells of it are merged."""

    name: str
    lines: tuple[Line, ...]
    has_merged: bool = False
