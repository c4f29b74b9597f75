"""What is said of each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

import pytest
from pydantic import BaseModel
from tools import catalogues

from living_strategy.history.fields import FieldPlan, field_plans
from living_strategy.history.sentences.phrases import Phrases
from living_strategy.history.sentences.vocabulary import declared_phrases
from living_strategy.history.settings_traits import TRAITS
from living_strategy.model import KINDS
from living_strategy.model.trait import Change
from living_strategy.settings import Meeting, Settings

SETTINGS = "living_strategy.settings."


def _all_fields() -> Iterator[tuple[type[BaseModel], FieldPlan]]:
    models: list[type[BaseModel]] = [*KINDS, Settings]
    for model in models:
        for plan in field_plans(model).values():
            yield model, plan
            if plan.part and plan.part not in models:
                models.append(plan.part)


def _messages(phrases: Phrases) -> Iterator[str]:
    for attribute in fields(phrases):
        value = getattr(phrases, attribute.name)
        if isinstance(value, Mapping):
            yield from value.values()
        elif isinstance(value, str) and value:
            yield value


def test_every_field_has_phrases() -> None:
    """Somebody has thought of what readers are told when it changes."""
    silent = [
        f"{model.__name__}.{plan.name}"
        for model, plan in _all_fields()
        if declared_phrases(model, plan.name) is None
    ]

    assert silent == []


def test_every_setting_has_a_trait() -> None:
    """How a change of it counts is declared, as for the fields of entries."""
    settings = {model for model, _ in _all_fields() if model.__module__.startswith(SETTINGS)}

    assert settings == set(TRAITS)
    for model in settings:
        assert list(TRAITS[model]) == list(model.model_fields)


# Counting lines would double the time and add none.
@pytest.mark.no_cover
def test_every_phrase_can_be_translated() -> None:
    """A message that is not collected would stand in English on Norwegian pages."""
    collected = {message.id for message in catalogues.collect()}
    said: set[str] = set()
    for model, plan in _all_fields():
        said.update(_messages(declared_phrases(model, plan.name) or Phrases()))
        said.add(plan.trait.label)
        if relation := plan.trait.relation:
            said |= {relation.added, relation.removed, relation.replaced} - {""}

    assert sorted(said - collected) == []


def test_a_link_to_one_can_be_replaced() -> None:
    """What one link led to and another leads to now is one sentence."""
    silent = [
        f"{model.__name__}.{plan.name}"
        for model, plan in _all_fields()
        if plan.trait.relation and not plan.is_list and not plan.trait.relation.replaced
    ]

    assert silent == []


def test_links_are_told_of() -> None:
    """Who does what, for which goal, is what a strategy says; who meets is no part of it."""
    editorial = [
        f"{model.__name__}.{plan.name}"
        for model, plan in _all_fields()
        if plan.trait.relation
        and plan.trait.change is not Change.SUBSTANTIVE
        and (model, plan.name) != (Meeting, "body")
    ]

    assert editorial == []
