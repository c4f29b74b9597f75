"""Which relations each kind declares, read from the markers on its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from living_strategy.model.entry import Entry
from living_strategy.model.trait import Relation, Trait
from living_strategy.model.types import models_in


@dataclass(frozen=True, slots=True)
class RelationField:
    """A relation and the keys that lead to the field that declares it, through lists if need be."""

    keys: tuple[str, ...]
    relation: Relation


@cache
def relations_of(kind: type[Entry]) -> tuple[RelationField, ...]:
    """Every relation of a kind, in the order of its fields."""
    return tuple(_walk(kind, ()))


def _walk(model: type[BaseModel], keys: tuple[str, ...]) -> Iterator[RelationField]:
    for name, field in model.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, Trait) and mark.relation:
                yield RelationField((*keys, name), mark.relation)
        for inner in models_in(field.annotation):
            yield from _walk(inner, (*keys, name))


def written_references(
    entry: BaseModel, keys: tuple[str, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every id written in the field that `keys` lead to, with its full path."""
    yield from _values(entry, keys, ())


def _values(
    value: Any, keys: tuple[str, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _values(part, keys, (*path, index))
    elif isinstance(value, str):
        yield path, value
    elif value is not None:
        yield from _values(getattr(value, keys[0]), keys[1:], (*path, keys[0]))
