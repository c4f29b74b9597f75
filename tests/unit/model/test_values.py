"""What follows from a status, whatever asks."""

from __future__ import annotations

from living_strategy.model.values import Status

ANSWERS = ("is_ahead", "is_under_way", "is_closed", "goes_stale", "can_be_joined", "needs_reason")


def test_what_follows_from_each_status() -> None:
    """Every status answers every question; a new one must be thought through here."""
    assert {
        status.value: [answer for answer in ANSWERS if getattr(status, answer)] for status in Status
    } == {
        "proposed": ["is_ahead"],
        "planned": ["is_ahead", "goes_stale", "can_be_joined"],
        "ongoing": ["is_under_way", "goes_stale", "can_be_joined"],
        "completed": ["is_closed"],
        "paused": ["is_under_way", "goes_stale", "needs_reason"],
        "stopped": ["is_closed", "needs_reason"],
    }


def test_a_status_is_in_one_stage() -> None:
    """Ahead, under way or closed: always one of them, and never two."""
    for status in Status:
        assert [status.is_ahead, status.is_under_way, status.is_closed].count(True) == 1
