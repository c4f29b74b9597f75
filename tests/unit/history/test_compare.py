"""Comparing two versions of an entry."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.compare import compare
from living_strategy.model import KINDS, Area, Component, Framework, Goal, Measure, Project, Scheme
from living_strategy.model.trait import Change, Origin
from living_strategy.settings import Settings
from tests.unit.history.replay import normalised, replay
from tests.unit.history.versions import version_of

MODELS: tuple[type[BaseModel], ...] = (*KINDS, Settings)
SUBSTANTIVE, CLARIFICATION, EDITORIAL = Change
DECIDED, REPORTED = Origin
SEEDS = st.integers(0, 2**32)


def _edited(version: dict[str, Any], random: Random) -> dict[str, Any]:
    """A later version: parts moved, gone and taken twice, and fields of parts exchanged."""
    edited = deepcopy(version)
    for value in edited.values():
        if isinstance(value, list) and value:
            if random.random() < 0.5:
                random.shuffle(value)
            if random.random() < 0.3:
                value.pop(random.randrange(len(value)))
            if value and random.random() < 0.3:
                value.insert(random.randrange(len(value)), deepcopy(random.choice(value)))
            for part in value:
                if isinstance(part, dict) and part and random.random() < 0.3:
                    part[random.choice(sorted(part))] = "2028"
    return edited


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(seed=SEEDS)
def test_replaying_the_changes_gives_the_last_version(model: type[BaseModel], seed: int) -> None:
    """No change is lost, and none is told twice."""
    random = Random(seed)
    first, other = version_of(model, random), version_of(model, random)
    edited = _edited(first, random)
    for last in (other, edited, first | other):
        changes = compare(model, first, last)

        assert normalised(model, replay(model, first, changes)) == normalised(model, last)
        assert len(set(map(repr, changes))) == len(changes)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(seed=SEEDS)
def test_nothing_changes_where_nothing_differs(model: type[BaseModel], seed: int) -> None:
    """Neither for one object nor for two that say the same."""
    version = version_of(model, Random(seed))

    assert compare(model, version, version) == ()
    assert compare(model, version, deepcopy(version)) == ()
