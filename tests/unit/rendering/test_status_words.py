"""A status with its year, wherever it stands."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.figures.status_age import is_confirmed, is_doubtful, since
from living_strategy.language import Language
from living_strategy.rendering.status_words import status_choices, status_words
from tests.factories import TODAY, a_measure

ENGLISH = Language.load("en")


@pytest.mark.parametrize(
    ("status", "written", "words"),
    [
        ("ongoing", "2026", "Ongoing"),
        ("ongoing", "2024-11-21", "Ongoing"),
        ("ongoing", "2024-11-20", "Ongoing (2024)"),
        ("ongoing", "2024", "Ongoing"),
        ("ongoing", None, "Ongoing (undated)"),
        ("planned", "2021-03", "Planned (2021)"),
        ("completed", "2017", "Completed (2017)"),
        ("completed", None, "Completed"),
        ("proposed", None, "Proposed"),
    ],
)
def test_words(status: str, written: str | None, words: str) -> None:
    """Every reading of the date decides; what has no date and may have changed says so."""
    assert status_words(a_measure(status=status, status_date=written), ENGLISH, TODAY) == words


def test_two_years_before_a_leap_day() -> None:
    """There is none in most years."""
    assert since(date(2028, 2, 29)) == date(2026, 2, 28)


def test_doubt_is_for_what_time_may_have_changed() -> None:
    """A completed measure is completed for good, though nothing has been heard of it since."""
    old, over = a_measure(status_date="2020"), a_measure(status="completed", status_date="2020")

    assert (is_doubtful(old, TODAY), is_doubtful(over, TODAY)) == (True, False)
    assert (is_confirmed(old, TODAY), is_confirmed(over, TODAY)) == (False, False)


def test_a_choice_is_split_where_there_is_something_to_split() -> None:
    """Between all and none."""
    some = {"ongoing": 3, "ongoing-confirmed": 1, "planned": 2, "planned-confirmed": 2}

    assert status_choices(some, ENGLISH) == {
        "planned": "Planned",
        "ongoing": "Ongoing",
        "ongoing-confirmed": "Ongoing, confirmed in the last two years",
    }
