"""One value of content in one cell, and back: as an editor writes it, in the site's language.

What says the same is read as the same: a day as 31.12.2026, 2026-12-31 or a date of the program, a
number with a comma and with spaces between thousands, a word in capital letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from living_strategy.content.yaml.yaml_reader import control_character
from living_strategy.history.change import Plain
from living_strategy.workbooks.fault import CellError, _
from living_strategy.workbooks.figures import read_date, read_number
from living_strategy.workbooks.tables import Column, Form
from living_strategy.workbooks.words import Words, chosen, referred

# What a cell of a spreadsheet program can hold.
MAX_CELL = 32_767


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that a program keeps as such, as exact as it shows it: `2026-12` or `2026-12-31`."""

    text: str


class Odd(Enum):
    """What no cell of ours holds; the value says so."""

    FORMULA = _("is a formula. Put its result there as a value.")
    ERROR = _("holds an error of the spreadsheet program.")
    TRUTH = _("holds TRUE or FALSE, which nothing in a strategy is.")
    TIME = _("holds a time of day.")


Cell: TypeAlias = str | Decimal | Dated | Odd | None


class Kept(Enum):
    """Stands for a value that no cell can hold. It stays as it is in the file."""

    KEPT = "kept"


Said: TypeAlias = "Plain | Kept"


def shown(column: Column, value: Plain, words: Words) -> str | Decimal | None:
    """Return what a cell has for a value; `Words.kept` if no cell can hold it."""
    cell = _held(column, value, words)
    return words.kept if isinstance(cell, Kept) else cell


def said(column: Column, value: Plain, words: Words) -> Said:
    """Return what is read from a cell with the value if nobody changes it."""
    cell = _held(column, value, words)
    return cell if isinstance(cell, Kept) else read(column, cell, words)


def read(column: Column, cell: Cell, words: Words) -> Said:
    """Return the value that a cell holds; None for an empty one.

    Raises:
        CellError: it holds none that the field can have.
    """
    if isinstance(cell, Odd):
        raise CellError(cell.value)
    if cell == words.kept:
        return Kept.KEPT
    if column.form is Form.DATE:
        return read_date(cell.text if isinstance(cell, Dated) else cell, words.language)
    if isinstance(cell, Dated):
        raise CellError(
            _("holds a date. Give the cell the format of text, and write there what you mean.")
        )
    if column.form is Form.NUMBER:
        return read_number(cell)
    text = _tidy(format(cell, "f") if isinstance(cell, Decimal) else cell or "")
    if character := control_character(text):
        raise CellError(
            _("holds a character that cannot be seen ({character})."), character=character[1]
        )
    if not column.is_list:
        return _single(column, text, words) if text else None
    lines = [line.strip() for line in text.split("\n")]
    return [_single(column, line, words) for line in lines if line] or None


def _held(column: Column, value: Plain, words: Words) -> str | Decimal | Kept | None:
    """Return what a cell has that is read as the value."""
    if value is None or value in ("", [], {}):
        return None
    if column.is_list != isinstance(value, list):
        return Kept.KEPT
    listed = value if isinstance(value, list) else [value]
    values = [single for single in listed if isinstance(single, str)]
    if len(values) < len(listed):
        return Kept.KEPT
    try:
        cell = _cell(column, values, words)
        is_same = _meaning(column, read(column, cell, words)) == _meaning(column, value)
    except (CellError, ArithmeticError):
        return Kept.KEPT
    return cell if is_same else Kept.KEPT


def _cell(column: Column, values: list[str], words: Words) -> str | Decimal:
    if column.form is Form.NUMBER:
        # What the file of a workbook keeps of it.
        return Decimal(repr(float(values[0])))
    text = "\n".join(_shown(column, single, words) for single in values)
    if len(text) > MAX_CELL:
        raise CellError(_("holds more than a cell can."))
    return text


def _meaning(column: Column, value: Said) -> object:
    if isinstance(value, list):
        return [_meaning(column, single) for single in value]
    if isinstance(value, str):
        return Decimal(value) if column.form is Form.NUMBER else _tidy(value)
    return value


def _shown(column: Column, value: str, words: Words) -> str:
    if column.form is Form.REFERENCE:
        return words.reference(value)
    if column.form is Form.CHOICE and column.choices:
        choice = words.language.choice(column.choices, value)
        return words.language.term(choice) if choice else value
    return _tidy(value)


def _single(column: Column, text: str, words: Words) -> str:
    if column.form is Form.REFERENCE:
        return referred(column, text, words)
    if column.form is Form.CHOICE:
        return chosen(column, text, words)
    if column.is_quoted and len(text) > 2 and text[0] == text[-1] == '"':
        return text[1:-1]
    return text


def _tidy(text: str) -> str:
    """Return a text as content counts it: no blank lines around it, line feeds only."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip("\n").rstrip()
