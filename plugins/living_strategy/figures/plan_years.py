"""The years that action plans and four-year plans are of: those that have costs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from living_strategy.figures.budget import CostLine

PLAN_YEARS = 4


def budget_years(lines: Iterable[CostLine]) -> tuple[int, ...]:
    """Return the years with costs, in order."""
    return tuple(sorted({line.cost.year for line in lines}))


def plan_starts(years: tuple[int, ...]) -> tuple[int, ...]:
    """Return the first years of four-year plans: each year with costs from which a plan has the
    last of them or begins another full one, so that none repeats a part of the one before it.
    """
    if not years:
        return ()
    last = max(years[0], years[-1] - PLAN_YEARS + 1)
    return tuple(year for year in years if year <= last)


def current(years: tuple[int, ...], today: date) -> int:
    """Return the year in force, or the nearest to it among those that are there."""
    return min(years, key=lambda year: (abs(year - today.year), year))
