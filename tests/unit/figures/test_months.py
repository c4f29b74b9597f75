"""Whole months, forwards and backwards."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.figures.months import months_before, months_since


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2026, 11, 21), 0), (date(2026, 10, 22), 0), (date(2026, 10, 21), 1),
        (date(2025, 11, 22), 11), (date(2025, 11, 21), 12), (date(2026, 12, 1), -1),
    ],
)  # fmt: skip
def test_a_month_counts_when_it_is_whole(day: date, months: int) -> None:
    """On the same day of the month, not before."""
    assert months_since(day, date(2026, 11, 21)) == months


@pytest.mark.parametrize(
    ("today", "months", "day"),
    [
        (date(2026, 11, 21), 6, date(2026, 5, 21)), (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)), (date(2028, 2, 29), 24, date(2026, 2, 28)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)  # fmt: skip
def test_the_same_day_months_ago(today: date, months: int, day: date) -> None:
    """A month that is too short gives its last day."""
    assert months_before(today, months) == day
