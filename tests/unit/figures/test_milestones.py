"""The next milestone."""

from __future__ import annotations

from living_strategy.figures.milestones import next_milestone
from tests.factories import TODAY, a_measure


def test_the_next_is_the_first_that_lies_ahead() -> None:
    """What is reached or past its date is not; a year counts until it is over."""
    steps = [
        {"title": "Later", "date": "2030"},
        {"title": "Reached", "date": "2027", "done": "2026-01"},
        {"title": "Past", "date": "2025"},
        {"title": "Next", "date": "2026"},
    ]

    assert (
        next_milestone(a_measure(milestones=steps), TODAY)
        == a_measure(milestones=[steps[3]]).milestones[0]
    )
    assert next_milestone(a_measure(milestones=steps[1:3]), TODAY) is None
