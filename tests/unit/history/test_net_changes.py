"""What followed in one entry, taken together."""

from __future__ import annotations

import pytest

from living_strategy.history.event import Nature
from living_strategy.history.net_changes import net_changes, net_natures
from tests.histories import STRATEGY_FILE, Commit, history_of

MEASURE = "---\ntitle: Tiltak\ngoals: [mal]\nstatus: planned\n---\n"
# What was called `mal-3` is called `tre` today.
ALIASES = {"mal-3": "tre"}
PATH = "measures/tiltak.md"


def replaced(*pairs: tuple[str, str]) -> str:
    """The measure, with some words replaced."""
    text = MEASURE
    for old, new in pairs:
        text = text.replace(old, new)
    return text


def commits(*versions: str | None) -> list[Commit]:
    """A day for each version of the measure; None for one without it."""
    return [
        Commit(f"2026-11-{day:02}", STRATEGY_FILE | ({PATH: version} if version else {}))
        for day, version in enumerate(versions, 1)
    ]


@pytest.mark.parametrize(
    ("versions", "net"),
    [
        (
            [MEASURE, replaced(("planned", "ongoing")), replaced(("planned", "completed"))],
            [("set", "status", "planned", "completed")],
        ),
        ([MEASURE, replaced(("planned", "ongoing")), MEASURE], []),
        ([MEASURE, replaced(("[mal]", "[mal, to]")), MEASURE], []),
        (
            [MEASURE, replaced(("[mal]", "[to]")), replaced(("[mal]", "[tre]"))],
            [("unlinked", "goals", "mal", None), ("linked", "goals", None, "tre")],
        ),
        (
            [
                replaced(("[mal]", "[mal, mal-3]")),
                replaced(("[mal]", "[mal, mal-3, tre]")),
                replaced(("[mal]", "[mal, tre]")),
            ],
            [("set", "goals", "mal-3", "tre")],
        ),
        (
            [MEASURE, replaced(("Tiltak", "Ny plan")), replaced(("Tiltak", "Siste ord"))],
            [("worded", "title", "Tiltak", "Siste ord")],
        ),
    ],
)
def test_net(versions: list[str], net: list[tuple[str, str, object, object]]) -> None:
    """From the first value to the last; what went there and back is nothing."""
    changes = net_changes(history_of(*commits(*versions)).by_entry["measure", "tiltak"], ALIASES)

    assert [
        (change.operation.value, ".".join(change.path), change.old, change.new)
        for change in changes
    ] == net


@pytest.mark.parametrize(
    ("versions", "natures"),
    [
        ([None, MEASURE], [Nature.NEW]),
        ([None, MEASURE, None], []),
        ([MEASURE, None], [Nature.REMOVED]),
        ([MEASURE, None, MEASURE], []),
        ([None, MEASURE, None, MEASURE], [Nature.RETURNED]),
    ],
)
def test_coming_and_going(versions: list[str | None], natures: list[Nature]) -> None:
    """What came and went, or went and came back, within the period did not happen."""
    events = history_of(*commits(*versions)).by_entry["measure", "tiltak"]

    assert [event.nature for event in net_natures(events)] == natures
