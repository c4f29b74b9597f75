"""Gains in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from living_strategy.figures.gain_words import expected_words, gain_words, reached_words
from living_strategy.language import Language
from living_strategy.model.budget import Gain, GainUnit


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        ("1200", "hours", "1 200 timer"), ("1", "hours", "1 time"), ("0", "hours", "0 timer"),
        ("1.5", "person_years", "1,5 årsverk"), ("1", "persons", "1 person"),
        ("30", "persons", "30 personer"), ("2.25", "tonnes", "2,25 tonn"),
        ("250000", "kroner", "250 000 kr"), ("0.5", "kroner", "0,5 kr"),
        ("1E+3", "hours", "1 000 timer"), ("-1", "hours", "-1 time"),
    ],
)  # fmt: skip
def test_gain_words(amount: str, unit: str, words: str) -> None:
    """A number with its unit, as it is written in Norwegian; kroner as all other sums."""
    told = gain_words(Decimal(amount), GainUnit(unit), Language.load("nb"))

    assert told.replace("\u00a0", " ") == words


def test_how_often() -> None:
    """What comes each year or month says so; what nobody has counted or measured says nothing."""
    english = Language.load("en")

    def gain(**fields: object) -> Gain:
        return Gain.model_validate({"title": "Time", "unit": "hours"} | fields)

    words = [
        expected_words(gain(amount=5, every=every), english).replace("\u00a0", " ")
        for every in ("year", "month", "once", None)
    ]
    assert words == ["5 hours a year", "5 hours a month", "5 hours", "5 hours"]
    assert expected_words(gain(every="year"), english) == ""
    assert reached_words(gain(amount=5), english) == ""
    assert reached_words(gain(reached=0), english) == "0\u00a0hours"
