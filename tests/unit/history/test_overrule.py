"""What an editor says of a change in a trailer."""

from __future__ import annotations

import pytest

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.overrule import overrule
from living_strategy.history.sentences import sentence
from living_strategy.history.slips import settle
from living_strategy.language import Language
from living_strategy.model import Measure
from living_strategy.model.trait import Change, Origin

SUBSTANTIVE, CLARIFICATION, EDITORIAL = Change


def _change(weight: Change, operation: Operation = Operation.SET) -> FieldChange:
    return FieldChange(operation, ("status",), weight, Origin.REPORTED, "planned", "ongoing")


@pytest.mark.parametrize(
    ("weight", "told", "wanted", "is_correction"),
    [
        (EDITORIAL, SUBSTANTIVE, SUBSTANTIVE, False),
        (EDITORIAL, CLARIFICATION, CLARIFICATION, False),
        (EDITORIAL, EDITORIAL, EDITORIAL, False),
        (CLARIFICATION, SUBSTANTIVE, SUBSTANTIVE, False),
        (CLARIFICATION, EDITORIAL, EDITORIAL, False),
        (SUBSTANTIVE, CLARIFICATION, CLARIFICATION, True),
        (SUBSTANTIVE, EDITORIAL, CLARIFICATION, True),
        (SUBSTANTIVE, SUBSTANTIVE, SUBSTANTIVE, False),
    ],
)
def test_overruled(weight: Change, told: Change, wanted: Change, is_correction: bool) -> None:
    """Any class may be raised and a clarification lowered; substance stays in sight."""
    change = overrule(_change(weight), told)

    assert (change.change, change.correction) == (wanted, is_correction)


def test_a_correction_is_told_with_both_values() -> None:
    """Who reads the history sees what it said before."""
    change = overrule(_change(SUBSTANTIVE), EDITORIAL)

    assert (
        sentence(change, Measure, {}, Language.load("nb"))
        == "Rettelse: status endret fra planlagt til pågår"
    )


def test_what_nobody_is_told_of_is_not_raised() -> None:
    """A key that no model has is of no class."""
    change = _change(EDITORIAL, Operation.UNKNOWN)

    assert overrule(change, SUBSTANTIVE) == change


@pytest.mark.parametrize("told", [EDITORIAL, CLARIFICATION, SUBSTANTIVE])
def test_no_vocabulary_is_asked_once_the_editor_has_said_it(told: Change) -> None:
    """What may be a slip of the pen is none for those who read the word of an editor."""
    change = FieldChange(
        Operation.WORDED,
        ("note",),
        CLARIFICATION,
        Origin.REPORTED,
        "Kommnuene.",
        "Kommunene.",
        (("Kommnuene", "Kommunene"),),
    )

    assert settle(overrule(change, told), {"kommunene"}).change is told
