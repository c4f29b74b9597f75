"""What is late, computed from dates."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.overdue import overdue
from tests.factories import a_goal, a_measure, a_project

TODAY = date(2026, 11, 21)


def test_open_milestones_and_periods_that_ended_are_late() -> None:
    """The oldest comes first, with the milestone's title or nothing for the entry itself."""
    measure = a_measure(
        period={"end": "2025"},
        milestones=[
            {"title": "Nådd", "date": "2024", "done": "2024"}, {"title": "Åpen", "date": "2024-02"},
            {"title": "Senere", "date": "2027"},
        ],
    )  # fmt: skip

    deadlines = overdue([measure], TODAY)

    assert [(late.due, late.milestone) for late in deadlines] == [("2024-02", "Åpen"), ("2025", "")]


def test_a_year_is_late_when_its_last_day_has_passed() -> None:
    """A period that ends in the current year is not late yet."""
    assert overdue([a_project(period={"start": "2020", "end": "2026"})], TODAY) == ()


def test_closed_and_retired_entries_and_other_kinds_are_never_late() -> None:
    """Nobody waits for what is completed, stopped or has left the strategy."""
    over = {"period": {"end": "2020"}}
    entries = [
        a_project(id="a", status="completed", **over),
        a_project(id="b", status="stopped", **over),
        a_project(id="c", retired={"date": "2021", "reason": "Slutt."}, **over),
        a_project(id="d", period={"start": "2019"}), a_project(id="e"), a_goal(),
    ]  # fmt: skip

    assert overdue(entries, TODAY) == ()
