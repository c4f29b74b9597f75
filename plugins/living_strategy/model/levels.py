"""Levels of a strategy, from its areas to its projects, and the relations between them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from living_strategy.model.area import Area
from living_strategy.model.entry import Entry
from living_strategy.model.goal import Goal
from living_strategy.model.measure import Measure
from living_strategy.model.project import Project
from living_strategy.model.relations import relations_of
from living_strategy.model.trait import Relation

# From the top. What lies below a level points to it by the one relation that leads there alone.
LEVELS: tuple[type[Entry], ...] = (Area, Goal, Measure, Project)


def _upwards(lower: type[Entry], upper: type[Entry]) -> Relation:
    (relation,) = (
        field.relation for field in relations_of(lower) if field.relation.targets == (upper.kind,)
    )
    return relation


_BETWEEN = tuple(
    (upper.kind, lower.kind, _upwards(lower, upper)) for upper, lower in pairwise(LEVELS)
)

# By kind: the relation that leads to the level above, and the one that the level below uses.
UP: Mapping[str, Relation] = MappingProxyType({lower: relation for _, lower, relation in _BETWEEN})
DOWN: Mapping[str, Relation] = MappingProxyType(
    {upper: relation for upper, _, relation in _BETWEEN}
)
