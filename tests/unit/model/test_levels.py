"""The levels of a strategy, read from the relations that the kinds declare."""

from __future__ import annotations

from living_strategy.model.goal import BELONGS_TO
from living_strategy.model.levels import DOWN, LEVELS, UP, WAYS_UP
from living_strategy.model.measure import MEASURE_OF, SERVES
from living_strategy.model.project import FURTHERS, IMPLEMENTS, PROJECT_OF


def test_the_way_up_and_down() -> None:
    """Each level leads to all above it, the nearest first, and the same relations lead down."""
    assert [kind.kind for kind in LEVELS] == ["area", "goal", "measure", "project"]
    assert dict(UP) == {
        "area": (), "goal": (BELONGS_TO,), "measure": (SERVES, MEASURE_OF),
        "project": (IMPLEMENTS, FURTHERS, PROJECT_OF),
    }  # fmt: skip
    assert dict(DOWN) == {
        "area": (BELONGS_TO, MEASURE_OF, PROJECT_OF), "goal": (SERVES, FURTHERS),
        "measure": (IMPLEMENTS,), "project": (),
    }  # fmt: skip


def test_names_of_the_way_are_permanent() -> None:
    """Open data and templates are written with these names."""
    assert [(r.name, r.inverse) for relations in UP.values() for r in relations] == [
        ("belongs_to", "goals"), ("serves", "served_by"), ("belongs_to", "measures"),
        ("implements", "implemented_by"), ("furthers", "furthered_by"),
        ("belongs_to", "projects"),
    ]  # fmt: skip


def test_fields_of_the_way_up() -> None:
    """Editors write the way up in these fields."""
    assert {kind: [way.keys[0] for way in ways] for kind, ways in WAYS_UP.items()} == {
        "area": [], "goal": ["area"], "measure": ["goals", "areas"],
        "project": ["measures", "goals", "areas"],
    }  # fmt: skip
