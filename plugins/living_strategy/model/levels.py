"""Levels of a strategy, from its areas to its projects, and the relations between them.

An entry hangs on the level above it, or, where a strategy has nothing there, on one further up.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from living_strategy.model.area import Area
from living_strategy.model.entry import Entry
from living_strategy.model.goal import Goal
from living_strategy.model.measure import Measure
from living_strategy.model.project import Project
from living_strategy.model.relations import RelationField, relations_of
from living_strategy.model.trait import Relation

# From the top. A level points to one above it by the one relation that leads there alone.
LEVELS: tuple[type[Entry], ...] = (Area, Goal, Measure, Project)


def _ways(lower: type[Entry], upper: tuple[type[Entry], ...]) -> tuple[RelationField, ...]:
    """Return the fields that lead to a level above, the nearest level first."""
    fields = {field.relation.targets: field for field in relations_of(lower)}
    return tuple(fields[(kind.kind,)] for kind in reversed(upper) if (kind.kind,) in fields)


# By kind: the fields that lead up, the nearest level first.
WAYS_UP: Mapping[str, tuple[RelationField, ...]] = MappingProxyType(
    {kind.kind: _ways(kind, LEVELS[:at]) for at, kind in enumerate(LEVELS)}
)
# By kind: the relations that lead up, the nearest level first.
UP: Mapping[str, tuple[Relation, ...]] = MappingProxyType(
    {kind: tuple(field.relation for field in fields) for kind, fields in WAYS_UP.items()}
)
# By kind: the relations that levels below use, the nearest level first.
DOWN: Mapping[str, tuple[Relation, ...]] = MappingProxyType(
    {
        upper.kind: tuple(
            relation
            for lower in LEVELS
            for relation in UP[lower.kind]
            if relation.targets == (upper.kind,)
        )
        for upper in LEVELS
    }
)
