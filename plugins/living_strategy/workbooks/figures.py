"""Dates and numbers as people write them in cells."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from pydantic_core import PydanticCustomError

from living_strategy.language import Language
from living_strategy.partial_date import FIRST_YEAR, LAST_YEAR, PartialDate
from living_strategy.workbooks.fault import CellError, _

_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?\Z")
_DAY_FIRST = re.compile(r"(?:([0-9]{1,2})[./])?([0-9]{1,2})[./]([0-9]{4})\Z")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2})\.? )?([^\W\d_]+)\.? ([0-9]{4})\Z")
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f'")
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?\Z")
_GROUPS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}\Z")
_UNCLEAR = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}\Z")
# Spreadsheet programs count days from here; years before 1900 are text in them anyway.
_FIRST_DAY = date(1899, 12, 30)


def read_date(cell: str | Decimal | None, language: Language) -> str | None:
    """Return a date as content has it.

    Raises:
        CellError: the cell holds none.
    """
    if isinstance(cell, Decimal):
        return _counted(cell)
    text = " ".join((cell or "").split())
    if not text:
        return None
    if _ISO.match(text):
        parts = text.split("-")
    elif match := _DAY_FIRST.match(text):
        parts = [part for part in match.groups()[::-1] if part]
    elif match := _IN_WORDS.match(text):
        month = _months(language).get(match[2].casefold().rstrip("."))
        parts = [match[3], str(month or 0), *([match[1]] if match[1] else [])]
    else:
        raise _no_date(text)
    written = "-".join((parts[0], *(part.zfill(2) for part in parts[1:])))
    try:
        return str(PartialDate.parse(written))
    except (PydanticCustomError, ValueError):
        raise _no_date(text) from None


def read_number(cell: str | Decimal | None) -> str | None:
    """Return a number as content has it, without zeros that say nothing.

    Raises:
        CellError: the cell holds none.
    """
    if isinstance(cell, Decimal):
        return plain(cell)
    text = (cell or "").translate(_SPACES).strip().replace("\u2212", "-")
    if not text:
        return None
    if _UNCLEAR.match(text):
        raise CellError(
            _("holds “{text}”, which may be thousands or decimals. Write it without the point."),
            text=text,
        )
    if _GROUPS.match(text):
        text = text.replace(".", "")
    if not _NUMBER.match(text) or len(text) > 40:
        raise CellError(_("holds “{text}”, which is no number."), text=(cell or "")[:60].strip())
    return plain(Decimal(text.replace(",", ".")))


def plain(number: Decimal) -> str:
    """Write a number without exponent and without zeros that say nothing."""
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def _counted(number: Decimal) -> str:
    """Return what a number means among dates: a year, or so many days after the first one."""
    whole = int(number)
    if whole == number and FIRST_YEAR <= whole <= LAST_YEAR:
        return str(whole)
    if number < 1 or number > 80_000:
        raise _no_date(plain(number))
    return (_FIRST_DAY + timedelta(days=whole)).isoformat()


def _no_date(text: str) -> CellError:
    return CellError(
        _("holds “{text}”, which is no date. Write it as 2026, 2026-12 or 31.12.2026."),
        text=text[:60],
    )


def _months(language: Language) -> dict[str, int]:
    names = language.locale.months["format"]
    return {
        name.casefold().rstrip("."): month
        for width in ("wide", "abbreviated")
        for month, name in names[width].items()
    }
