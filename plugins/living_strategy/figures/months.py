"""Whole months between days, and the day some months ago."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache


def months_since(day: date, today: date) -> int:
    """Return the whole months from a day to today."""
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)


# Figures ask for the same few days for every entry.
@lru_cache(maxsize=64)
def months_before(today: date, months: int) -> date:
    """Return the same day so many months ago; the last day of that month where there is none."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
