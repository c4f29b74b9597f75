"""Choices by the words that readers see."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.editing.assignment import Assignment
from living_strategy.editing.choices import in_keys
from living_strategy.language import Language
from living_strategy.model import Measure


@pytest.mark.parametrize(
    ("field", "written", "key"),
    [
        ("status", "fullført", "completed"),
        ("status", "PÅGÅR", "ongoing"),
        ("status", "completed", "completed"),
        ("status", "ukjent", "ukjent"),
        ("status", None, None),
        ("audience", ["kommuner", "state"], ["municipality", "state"]),
        ("audience", [{"a": "b"}], [{"a": "b"}]),
        ("title", "Fullført", "Fullført"),
        ("ukjent", "Fullført", "Fullført"),
    ],
)
def test_words(field: str, written: Any, key: Any) -> None:
    """A word of the language stands for its key; all else is for the check to judge."""
    assigned = Assignment((field,), written)

    assert in_keys(assigned, Measure, Language.load("nb")) == Assignment((field,), key)
