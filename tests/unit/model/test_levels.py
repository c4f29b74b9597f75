"""The levels of a strategy, read from the relations that the kinds declare."""

from __future__ import annotations

from living_strategy.model.goal import BELONGS_TO
from living_strategy.model.levels import DOWN, LEVELS, UP
from living_strategy.model.measure import SERVES
from living_strategy.model.project import IMPLEMENTS


def test_the_way_up_and_down() -> None:
    """Each level has one relation to the level above, and the same one leads down to it."""
    assert [kind.kind for kind in LEVELS] == ["area", "goal", "measure", "project"]
    assert dict(UP) == {"goal": BELONGS_TO, "measure": SERVES, "project": IMPLEMENTS}
    assert dict(DOWN) == {"area": BELONGS_TO, "goal": SERVES, "measure": IMPLEMENTS}


def test_names_of_the_way_are_permanent() -> None:
    """Open data and templates are written with these names."""
    assert [(relation.name, relation.inverse) for relation in UP.values()] == [
        ("belongs_to", "goals"), ("serves", "served_by"), ("implements", "implemented_by")
    ]  # fmt: skip
