"""Dates and numbers as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from living_strategy.language import Language
from living_strategy.workbooks.fault import CellError
from living_strategy.workbooks.figures import read_date, read_number

NB = Language.load("nb")


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        (None, None),
        ("  ", None),
        ("2026", "2026"),
        ("2026-12", "2026-12"),
        ("2026-1-5", "2026-01-05"),
        ("31.12.2026", "2026-12-31"),
        ("1.3.2018", "2018-03-01"),
        ("31/12/2026", "2026-12-31"),
        ("12.2026", "2026-12"),
        ("12/2026", "2026-12"),
        ("1. mars 2018", "2018-03-01"),
        ("mars 2018", "2018-03"),
        ("5. des. 2020", "2020-12-05"),
        (Decimal(2026), "2026"),
        (Decimal(46387), "2026-12-31"),
        (Decimal("46387.5"), "2026-12-31"),
    ],
)
def test_dates(cell: str | Decimal | None, date: str | None) -> None:
    """As exact as they are written; a number is a year, or the day that a program counts."""
    assert read_date(cell, NB) == date


@pytest.mark.parametrize(
    "cell",
    ["31.02.2026", "2026-13", "i fjor", "1. mai", "33.12.2026", "5. foo 2020", "26", Decimal(-4)],
)
def test_what_is_no_date(cell: str | Decimal) -> None:
    """It is said how to write one."""
    with pytest.raises(CellError) as error:
        read_date(cell, NB)

    assert "31.12.2026" in error.value.template


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (None, None),
        ("", None),
        ("15 000 000", "15000000"),
        ("15\u00a0000\u00a0000", "15000000"),
        ("15\u202f000,50", "15000.5"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1.234.567", "1234567"),
        ("-3", "-3"),
        ("\u22123,25", "-3.25"),
        ("0,0", "0"),
        (Decimal("73.50"), "73.5"),
        (Decimal("1e6"), "1000000"),
        (Decimal("-0"), "0"),
    ],
)
def test_numbers(cell: str | Decimal | None, number: str | None) -> None:
    """Commas, points, and spaces between thousands."""
    assert read_number(cell) == number


@pytest.mark.parametrize("cell", ["1.000", "15.000", "mange", "1,2,3", "12 kr", "1e5", "9" * 41])
def test_what_is_no_number(cell: str) -> None:
    """Also where nobody can know whether thousands or decimals are meant."""
    with pytest.raises(CellError):
        read_number(cell)
