"""Where a result stands against the path to its target: only where a value of it was due."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.result_words import path_words
from living_strategy.figures.results import Result, results_of
from living_strategy.figures.target_path import Standing, path_line, path_position
from living_strategy.language import Language
from living_strategy.model.values import Unit
from tests.factories import a_goal

PATH = [{"date": "2025", "value": 30}, {"date": "2026", "value": 50}, {"date": "2027", "value": 60}]


def _result(*values: tuple[str, int], **fields: Any) -> Result:
    indicator = {
        "id": "i", "title": "I", "unit": "percent", "direction": "up", "path": PATH,
        "values": [{"date": date, "value": value} for date, value in values],
    }  # fmt: skip
    return results_of(a_goal(indicators=[indicator | fields]))[0]


@pytest.mark.parametrize(
    ("value", "direction", "standing"),
    [
        (51, "up", Standing.AHEAD), (50, "up", Standing.ON_PATH), (49, "up", Standing.BEHIND),
        (51, "down", Standing.BEHIND), (50, "down", Standing.ON_PATH),
        (49, "down", Standing.AHEAD),
    ],
)  # fmt: skip
def test_standing(value: int, direction: str, standing: Standing) -> None:
    """More is ahead where more is wanted, and behind where less is."""
    position = path_position(_result(("2026", value), direction=direction))

    assert position
    assert (position.standing, position.due.value) == (standing, 50)


@pytest.mark.parametrize(
    ("date", "due"),
    [
        ("2024", None), ("2025-11", None), ("2025", "2025"), ("2025-12-31", "2025"),
        ("2026-06", "2025"), ("2027-12", "2027"), ("2031", "2027"),
    ],
)  # fmt: skip
def test_what_was_due(date: str, due: str | None) -> None:
    """A year is due at its end; between two values nothing is made up."""
    position = path_position(_result((date, 40)))

    assert (str(position.due.date) if position else None) == due


def test_nothing_to_compare() -> None:
    """Without a path, or without a value, nobody is behind."""
    assert path_position(_result(("2026", 40), path=[])) is None
    assert path_position(_result()) is None
    assert path_line(_result(("2026", 40), path=[])) == ()


def test_line() -> None:
    """The path begins at the baseline and ends at the target, where they are dated."""
    baseline, target = {"date": "2024", "value": 10}, {"value": 90, "date": "2028"}

    whole = path_line(_result(baseline=baseline, target=target))
    bare = path_line(_result(target={"value": 90}))

    assert [int(point.value) for point in whole] == [10, 30, 50, 60, 90]
    assert [int(point.value) for point in bare] == [30, 50, 60]


@pytest.mark.parametrize(
    ("value", "words"),
    [(60, "Ahead of the path"), (50, "On the path"), (20, "Behind the path")],
)
def test_words(value: int, words: str) -> None:
    """What it should have been stands beside how it stands."""
    position = path_position(_result(("2026-12", value)))

    assert position
    told = path_words(position, Unit.PERCENT, Language.load("en"))
    assert told == (words, "50% should be reached by 2026")
