"""Periods: which dates lie in one, and which thirds of a year have a report."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.history.period import Period, Tertial, reported_tertials
from living_strategy.partial_date import PartialDate

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
    tertials = reported_tertials(begun, date.fromisoformat(today))

    assert [tertial.key for tertial in tertials] == keys


def test_days_of_a_third() -> None:
    """From the first of a month to the end of another one, also over the new year."""
    assert Tertial(2026, 1).period == Period(date(2026, 1, 1), date(2026, 4, 30))
    assert Tertial(2026, 3).period == AUTUMN
