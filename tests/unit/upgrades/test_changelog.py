"""What the program does at an upgrade is what the changelog tells."""

from __future__ import annotations

import re

import pytest

from living_strategy.upgrades import UPGRADES
from living_strategy.upgrades.upgrade import Action, RenamedKey, Step
from tests.pins import ROOT

CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
# From the heading of a version back to the one before it: what comes after is not in it yet.
SINCE = {
    upgrade.name: CHANGELOG[: CHANGELOG.find("\n## ", CHANGELOG.index(f"## [{upgrade.name}]") + 1)]
    for upgrade in UPGRADES
}
STEPS = [(upgrade.name, step) for upgrade in UPGRADES for step in upgrade.steps]
ACTIONS = [(upgrade.name, action) for upgrade in UPGRADES for action in upgrade.actions]


@pytest.mark.parametrize(("version", "step"), STEPS)
def test_a_step_is_told(version: str, step: Step) -> None:
    """One sentence names the old and the new name, as one writes them."""
    old = step.old[-1] if isinstance(step, RenamedKey) else step.old
    paragraphs = re.split(r"\n- |\n\n", SINCE[version])

    assert [text for text in paragraphs if f"`{old}`" in text and f"`{step.new}`" in text]


@pytest.mark.parametrize(("version", "action"), ACTIONS)
def test_an_action_is_told(version: str, action: Action) -> None:
    """Its template is named, or what one looks for in all of them."""
    name = action.files.rpartition("/")[2]
    named = [f"`{name}`"] if "*" not in name else [f"`{word}`" for word in action.words]

    assert [text for text in named if text not in SINCE[version]] == []
