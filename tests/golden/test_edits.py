"""Edits of texts as editors make them: which are no change, which are editorial, which say more."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from living_strategy.history.compare import compare
from living_strategy.history.slips import settle, vocabulary_of
from living_strategy.model import Measure

EDITS: dict[str, list[tuple[str, str]]] = yaml.safe_load(
    (Path(__file__).parent / "edits.yml").read_text("utf-8")
)
CASES = [(old, new, name) for name, pairs in EDITS.items() for old, new in pairs]
TODAY = vocabulary_of(new for _, new, _ in CASES)


@pytest.mark.parametrize(("old", "new", "wanted"), CASES, ids=[new for _, new, _ in CASES])
def test_class_of_an_edit(old: str, new: str, wanted: str) -> None:
    """The words that differ decide, and those of today's texts."""
    changes = [
        settle(change, TODAY)
        for change in compare(Measure, {"description": old}, {"description": new})
    ]

    assert [str(change.change) for change in changes] == ([] if wanted == "layout" else [wanted])


def test_there_are_enough_edits() -> None:
    """Of each class, and in both forms of Norwegian."""
    assert len(CASES) >= 60
    assert min(Counter(wanted for _, _, wanted in CASES).values()) >= 6
