"""Finds the phrases of a field: in the tables of entries, parts and settings."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from living_strategy.history.sentences.adoption_phrases import ADOPTION_PHRASES
from living_strategy.history.sentences.entry_phrases import ENTRY_PHRASES
from living_strategy.history.sentences.part_phrases import PART_PHRASES
from living_strategy.history.sentences.phrases import VALUE, Phrases
from living_strategy.history.sentences.settings_phrases import SETTINGS_PHRASES

_TABLES = {**ENTRY_PHRASES, **PART_PHRASES, **SETTINGS_PHRASES, **ADOPTION_PHRASES}


@cache
def declared_phrases(model: type[BaseModel], name: str) -> Phrases | None:
    """Return the phrases of a field of a model, its own or inherited; None if it has none."""
    return next(
        (_TABLES[kind][name] for kind in model.__mro__ if name in _TABLES.get(kind, {})), None
    )


def phrases_of(model: type[BaseModel], name: str) -> Phrases:
    """Return the phrases of a field; a test says that each has its own."""
    return declared_phrases(model, name) or VALUE
