"""Days of publication: what some clock said must not move what others said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.history.days import published_days


def seconds(*days: str) -> list[int]:
    """Noon of these days."""
    return [
        int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp()) for day in days
    ]


@pytest.mark.parametrize(
    ("clocks", "days"),
    [
        ([], []),
        (["2026-01-02"], ["2026-01-02"]),
        (["2026-01-02", "2026-01-02", "2026-02-01"], ["2026-01-02", "2026-01-02", "2026-02-01"]),
        # A clock that was never set, in the middle and at the beginning.
        (["2026-01-02", "1970-01-01", "2026-02-01"], ["2026-01-02", "2026-01-02", "2026-02-01"]),
        (["1970-01-01", "2026-01-02", "2026-02-01"], ["2026-01-02", "2026-01-02", "2026-02-01"]),
        # A clock of the future, in the middle, at the beginning and at the end.
        (["2026-01-02", "2040-01-01", "2026-02-01"], ["2026-01-02", "2026-01-02", "2026-02-01"]),
        (["2040-01-01", "2026-01-02", "2026-02-01"], ["2026-01-02", "2026-01-02", "2026-02-01"]),
        (["2026-01-02", "2026-02-01", "2040-01-01"], ["2026-01-02", "2026-02-01", "2040-01-01"]),
    ],
)
def test_one_wrong_clock_moves_its_own_commit_only(clocks: list[str], days: list[str]) -> None:
    """Whatever it said."""
    assert published_days(seconds(*clocks)) == tuple(date.fromisoformat(day) for day in days)


def test_seconds_of_no_calendar() -> None:
    """Where there is nothing better, the first and the last day there is."""
    assert published_days([-(10**18), 0]) == (date.min, date(1970, 1, 1))
    assert published_days([10**18]) == (date.max,)


@given(st.lists(st.integers(-(10**13), 10**13), max_size=40))
def test_days_never_fall(clocks: list[int]) -> None:
    """There is a day for each revision, and none is before the one of an earlier revision."""
    days = published_days(clocks)

    assert len(days) == len(clocks)
    assert list(days) == sorted(days)
