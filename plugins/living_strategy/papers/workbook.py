"""Workbook: the tables of a paper as values, before anything is known of the file they become."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum

from living_strategy.partial_date import PartialDate

Cell = str | int | Decimal | PartialDate | StrEnum | None
Row = tuple[Cell, ...]


class Form(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    """Texts, dates, and values of closed lists."""
    YEAR = "year"
    NUMBER = "number"
    """Numbers of different things, which nobody adds."""
    SUM = "sum"
    """Whole kroner, or how many: the foot of the sheet adds them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `width` is in characters. `adds` are the first and the last of the columns whose
    sum it is on each row, counted from 0.
    """

    head: str
    width: int = 14
    form: Form = Form.TEXT
    adds: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. None is what is not known or not stated, which is never nought. `total` is the row
    of sums, with a cell for each column, or empty. `has_filter` says whether readers may choose
    among its rows.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row = ()
    has_filter: bool = True


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file with sheets. `strategy` is the title of the strategy, and `author` who answers for it,
    or empty.
    """

    title: str
    strategy: str
    author: str
    sheets: tuple[Sheet, ...]
