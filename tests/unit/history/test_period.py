"""Periods: which dates lie in one, and which parts of a year have a report."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.history.period import Period, YearPart, parts_of, reported_parts
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Reporting

TODAY = date(2026, 11, 21)
AUTUMN = Period(date(2026, 9, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("written", "within"),
    [
        ("2026-09-01", True),
        ("2026-11-21", True),
        ("2026-11-22", False),
        ("2026-08-31", False),
        ("2026-09", True),
        ("2026-11", True),
        ("2026-12", False),
        ("2026", False),
        ("2025-10", False),
    ],
)
def test_dates_of_a_period(written: str, within: bool) -> None:
    """A date lies in it if it does however it is read, and if it is not still to come."""
    assert AUTUMN.has_date(PartialDate(written), TODAY) is within


@pytest.mark.parametrize("written", [None, "i høst", ["2026-10"], "2026-13"])
def test_what_is_no_date_lies_nowhere(written: object) -> None:
    """Old versions may say anything."""
    assert not AUTUMN.has_text(written, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2026-09-01", "2026-12-31", ("2026-09", "2026-12")),
        ("2028-02-01", "2028-02-29", ("2028-02", "2028-02")),
        ("2026-09-02", "2026-12-31", None),
        ("2026-09-01", "2026-12-30", None),
    ],
)
def test_whole_months(first: str, last: str, months: tuple[str, str] | None) -> None:
    """A period of whole months is called by them."""
    assert Period(date.fromisoformat(first), date.fromisoformat(last)).months == months


@pytest.mark.parametrize(
    ("begins", "today", "keys"),
    [
        (None, "2026-11-21", []),
        ("2020-01-01", "2026-11-21", ["2026-3", "2026-2", "2026-1", "2025-3"]),
        ("2026-08-31", "2026-11-21", ["2026-3", "2026-2"]),
        ("2026-09-01", "2026-11-21", ["2026-3"]),
        ("2020-01-01", "2026-01-01", ["2026-1", "2025-3", "2025-2", "2025-1"]),
        ("2020-01-01", "2026-04-30", ["2026-1", "2025-3", "2025-2", "2025-1"]),
    ],
)
def test_reported_thirds(begins: str | None, today: str, keys: list[str]) -> None:
    """The one that runs, and at most three before it that the history says anything of."""
    begun = date.fromisoformat(begins) if begins else None
    tertials = reported_parts(begun, date.fromisoformat(today), Reporting.TERTIAL)

    assert [tertial.key for tertial in tertials] == keys


@pytest.mark.parametrize(
    ("sort", "keys"),
    [
        (Reporting.QUARTER, ["2026-4", "2026-3", "2026-2", "2026-1", "2025-4"]),
        (Reporting.HALF_YEAR, ["2026-2", "2026-1", "2025-2"]),
    ],
)
def test_other_parts_of_a_year(sort: Reporting, keys: list[str]) -> None:
    """The one that runs, and as many before it as a year has; together a year has all its days."""
    reported = reported_parts(date(2020, 1, 1), date(2026, 11, 21), sort)
    periods = [part.period for part in parts_of(2028, sort)]

    assert [part.key for part in reported] == keys
    assert (periods[0].first, periods[-1].last) == (date(2028, 1, 1), date(2028, 12, 31))
    days = [(period.last - period.first).days + 1 for period in periods]
    assert sum(days) == 366
    assert all(period.months for period in periods)


def test_days_of_a_third() -> None:
    """From the first of a month to the end of another one, also over the new year."""
    assert YearPart(2026, 1).period == Period(date(2026, 1, 1), date(2026, 4, 30))
    assert YearPart(2026, 3).period == AUTUMN
