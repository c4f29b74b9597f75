"""Relations that each kind declares, read from the markers on its fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from living_strategy.model.entry import Entry
from living_strategy.model.trait import Relation, Trait
from living_strategy.model.types import models_in

# The path to an id within an entry, and the id.
Reference = tuple[tuple[str | int, ...], str]


class RelationField(NamedTuple):
    """A relation and the keys that lead to the field that declares it, through lists if need be."""

    keys: tuple[str, ...]
    relation: Relation


@cache
def relations_of(kind: type[Entry]) -> tuple[RelationField, ...]:
    """Return every relation of a kind, in the order of its fields."""
    return tuple(_walk(kind, ()))


def _walk(model: type[BaseModel], keys: tuple[str, ...]) -> Iterator[RelationField]:
    for name, field in model.model_fields.items():
        for mark in field.metadata:
            if isinstance(mark, Trait) and mark.relation:
                yield RelationField((*keys, name), mark.relation)
        for inner in models_in(field.annotation):
            yield from _walk(inner, (*keys, name))


def written_references(entry: BaseModel, keys: tuple[str, ...]) -> Sequence[Reference]:
    """Return every id written in the field that `keys` lead to, with its full path."""
    key = keys[0]
    value = getattr(entry, key)
    values: list[tuple[tuple[str | int, ...], Any]]
    if isinstance(value, tuple):
        values = [((key, index), part) for index, part in enumerate(value)]
    else:
        values = [] if value is None else [((key,), value)]
    if len(keys) == 1:
        return values
    for key in keys[1:]:
        inner: list[tuple[tuple[str | int, ...], Any]] = []
        for path, holder in values:
            # Where an id may stand instead of a whole part, there are no keys below it.
            if isinstance(holder, str):
                inner.append((path, holder))
                continue
            value = getattr(holder, key)
            if isinstance(value, tuple):
                inner += [((*path, key, index), part) for index, part in enumerate(value)]
            elif value is not None:
                inner.append(((*path, key), value))
        values = inner
    return values
