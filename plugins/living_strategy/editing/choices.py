"""Choices by the words that readers see: `status=fullført` is `status=completed`."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from living_strategy.content.field_types import types_at
from living_strategy.editing.assignment import Assignment
from living_strategy.language import Language


def in_keys(assigned: Assignment, model: type[BaseModel], language: Language) -> Assignment:
    """Return an assignment with the keys that files write in place of words of the language."""
    types = types_at(model, assigned.keys)
    vocabulary = next((kind for kind in types if issubclass(kind, StrEnum)), None)
    if vocabulary is None:
        return assigned
    choices = language.choices(vocabulary)
    keys = {choice.value for choice in choices}
    words = {language.term(choice).casefold(): choice.value for choice in choices}

    def key(value: Any) -> Any:
        if isinstance(value, list):
            return [key(item) for item in value]
        if not isinstance(value, str) or value in keys:
            return value
        return words.get(value.casefold(), value)

    return replace(assigned, value=key(assigned.value))
