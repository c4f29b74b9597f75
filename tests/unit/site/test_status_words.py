"""A status with its year, wherever it stands."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.figures.status_age import is_confirmed, is_fresh, is_old
from living_strategy.language import Language
from living_strategy.site.status_words import status_choices, status_words
from tests.factories import TODAY, a_measure

ENGLISH = Language.load("en")


@pytest.mark.parametrize(
    ("status", "written", "words"),
    [
        ("ongoing", "2026", "Ongoing (2026)"),
        ("ongoing", "2024-11-21", "Ongoing (2024)"),
        ("ongoing", "2024-11-20", "Ongoing, last confirmed 2024"),
        ("ongoing", "2024", "Ongoing (2024)"),
        ("ongoing", None, "Ongoing, undated"),
        ("planned", "2021-03", "Planned, last confirmed 2021"),
        ("paused", "2021", "Paused, last confirmed 2021"),
        ("completed", "2017", "Completed (2017)"),
        ("completed", None, "Completed"),
        ("proposed", None, "Proposed"),
        ("proposed", "2017", "Proposed (2017)"),
    ],
)
def test_words(status: str, written: str | None, words: str) -> None:
    """Every reading of the date decides whether it is old; what has no date and may have changed
    says so, and what is over stays so.
    """
    assert status_words(a_measure(status=status, status_date=written), ENGLISH, TODAY) == words


def test_two_years_before_a_leap_day() -> None:
    """There is none in most years."""
    measures = a_measure(status_date="2026-02-28"), a_measure(status_date="2026-02-27")

    assert [is_old(measure, date(2028, 2, 29)) for measure in measures] == [False, True]


def test_what_counts_is_the_year() -> None:
    """A count says the year, which is true whenever the page is read."""
    dates = ("2024-01", "2023-12-31", "2024", None)
    measures = [a_measure(status_date=day) for day in dates]

    assert [is_confirmed(measure, TODAY) for measure in measures] == [True, False, True, False]
    assert [is_fresh(measure, TODAY) for measure in measures] == [False, False, True, False]


def test_a_choice_is_split_where_there_is_something_to_split() -> None:
    """Between all and none."""
    counts = {"ongoing": 3, "ongoing-confirmed": 1, "planned": 2, "planned-confirmed": 2}

    assert status_choices(counts, ENGLISH, TODAY) == {
        "planned": "Planned",
        "ongoing": "Ongoing",
        "ongoing-confirmed": "Ongoing, confirmed since 2024",
    }
