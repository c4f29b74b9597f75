"""How far a source confirms that something runs, and where knowledge ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from living_strategy.figures.course import Course, course, last_confirmed
from tests.factories import a_measure, a_project

TODAY = date(2026, 11, 21)
REPORT = {"date": "2023-05", "text": "It goes on."}
REACHED = {"title": "Pilot", "date": "2020", "done": "2021-03"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # Nobody has said anything since 2021: the rest is not known.
        (
            {"period": {"start": "2019"}, "status_date": "2021"},
            Course(date(2019, 1, 1), date(2021, 12, 31), TODAY, True, False),
        ),
        # Without any statement, only that it began.
        (
            {"period": {"start": "2019"}},
            Course(date(2019, 1, 1), date(2019, 12, 31), TODAY, True, False),
        ),
        # A stated end is the end of what is drawn, before and after today.
        (
            {"period": {"start": "2019", "end": "2022-06"}, "status_date": "2021-02"},
            Course(date(2019, 1, 1), date(2021, 2, 28), date(2022, 6, 30), True, True),
        ),
        (
            {"period": {"start": "2024", "end": "2030"}, "status_date": "2024"},
            Course(date(2024, 1, 1), date(2024, 12, 31), date(2030, 12, 31), True, True),
        ),
        # It went on after its end, so that its end is not known.
        (
            {"period": {"start": "2019", "end": "2020"}, "status_date": "2022"},
            Course(date(2019, 1, 1), date(2022, 12, 31), TODAY, True, False),
        ),
        # A year that is not over is known as far as today.
        (
            {"period": {"start": "2019"}, "status_date": "2026"},
            Course(date(2019, 1, 1), TODAY, TODAY, True, False),
        ),
        # What happened in it confirms it too.
        (
            {"period": {"start": "2019"}, "updates": [REPORT], "milestones": [REACHED]},
            Course(date(2019, 1, 1), date(2023, 5, 31), TODAY, True, False),
        ),
        # Without a start it is known from its first sign of life.
        (
            {"period": {"end": "2025"}, "milestones": [REACHED], "status_date": "2022"},
            Course(date(2021, 3, 1), date(2022, 12, 31), date(2025, 12, 31), False, True),
        ),
        # Something that was to begin later is not confirmed.
        (
            {"period": {"start": "2028"}, "status_date": "2025"},
            Course(date(2028, 1, 1), None, date(2028, 12, 31), True, False),
        ),
    ],
)
def test_what_is_under_way(fields: dict[str, Any], expected: Course) -> None:
    """It is confirmed as far as the newest statement, and open to the stated end or today."""
    assert course(a_measure(**fields), TODAY) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # A stated end is known, however old the statement.
        (
            {"period": {"start": "2019", "end": "2021"}},
            Course(date(2019, 1, 1), date(2021, 12, 31), date(2021, 12, 31), True, True),
        ),
        # Over by 2022, but nobody knows when it ended.
        (
            {"period": {"start": "2019"}, "status_date": "2022"},
            Course(date(2019, 1, 1), date(2019, 12, 31), date(2022, 12, 31), True, False),
        ),
        (
            {"period": {"start": "2019"}, "status_date": "2022", "milestones": [REACHED]},
            Course(date(2019, 1, 1), date(2021, 3, 31), date(2022, 12, 31), True, False),
        ),
        (
            {"period": {"start": "2019"}},
            Course(date(2019, 1, 1), date(2019, 12, 31), date(2019, 12, 31), True, False),
        ),
        # Over before the end that was planned.
        (
            {"period": {"start": "2019", "end": "2025"}, "status_date": "2022"},
            Course(date(2019, 1, 1), date(2019, 12, 31), date(2022, 12, 31), True, False),
        ),
        # Only the end is known.
        (
            {"period": {"end": "2022"}, "status_date": "2022"},
            Course(date(2022, 1, 1), date(2022, 12, 31), date(2022, 12, 31), False, True),
        ),
        # An end that has not come yet cannot be one.
        (
            {"period": {"start": "2019", "end": "2030"}},
            Course(date(2019, 1, 1), TODAY, TODAY, True, True),
        ),
        # An early stop without a start has no days but those of the statement.
        (
            {"period": {"end": "2025"}, "status_date": "2022"},
            Course(date(2022, 1, 1), date(2022, 1, 1), date(2022, 12, 31), False, False),
        ),
    ],
)
def test_what_is_over(fields: dict[str, Any], expected: Course) -> None:
    """Nothing is confirmed beyond the end, nor beyond the day it was said to be over."""
    assert course(a_project(status="completed", **fields), TODAY) == expected


def test_what_has_not_begun_is_never_confirmed() -> None:
    """A plan for a time that has passed may never have become more than a plan."""
    plan = a_measure(status="planned", period={"start": "2023"}, status_date="2022")
    dated = a_measure(status="proposed", period={"start": "2027", "end": "2028"})

    assert course(plan, TODAY) == Course(date(2023, 1, 1), None, TODAY, True, False)
    assert course(dated, TODAY) == Course(date(2027, 1, 1), None, date(2028, 12, 31), True, True)


def test_without_a_period_there_is_no_course() -> None:
    """Milestones alone do not say when something runs."""
    assert course(a_measure(milestones=[REACHED]), TODAY) is None
    assert course(a_measure(period={}), TODAY) is None


def test_the_newest_statement_confirms() -> None:
    """A dated status, a report or a reached milestone; a planned one says nothing."""
    ahead = {"title": "All", "date": "2027"}

    assert last_confirmed(a_measure(status_date="2021", updates=[REPORT])) == "2023-05"
    assert last_confirmed(a_measure(milestones=[REACHED, ahead])) == "2021-03"
    assert last_confirmed(a_measure(milestones=[ahead])) is None
