"""What stands behind a path of keys in a model: its owner, its types, its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.limits import PlainText
from living_strategy.model.trait import Trait
from living_strategy.model.types import classes_in, marks_in, models_in
from living_strategy.model.values import Money


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """Return the model that a path of keys leads into; list positions are passed over, and so are
    the keys of a mapping that an editor names.
    """
    current: type[BaseModel] | None = model
    names = list(_names(path))
    while names and current:
        field = current.model_fields.get(names.pop(0))
        current = next(models_in(field.annotation), None) if field else None
        if field and get_origin(field.annotation) is dict:
            del names[:1]
    return current


def trait_at(model: type[BaseModel], path: KeyPath) -> Trait | None:
    """Return the declaration of the field a path leads to."""
    field = _field_at(model, path)
    marks: list[Any] = field.metadata if field else []
    return next((mark for mark in marks if isinstance(mark, Trait)), None)


def example_at(model: type[BaseModel], path: KeyPath) -> str:
    """Return an example of the field a path leads to, as YAML; settings declare no traits."""
    trait, field = trait_at(model, path), _field_at(model, path)
    if trait:
        return trait.example
    example = next(iter((field and field.examples) or ()), "")
    return f"[{', '.join(example)}]" if isinstance(example, list) else str(example)


def types_at(model: type[BaseModel], path: KeyPath) -> tuple[type, ...]:
    """Return the classes inside the field a path leads to; in a mapping, those of its values."""
    field = _field_at(model, path) or _field_at(model, path[:-1])
    return tuple(classes_in(field.annotation)) if field else ()


def is_list(model: type[BaseModel], path: KeyPath) -> bool:
    """Return whether a path leads to a field that is a list, not to an item of one."""
    field = _field_at(model, path) if path and isinstance(path[-1], str) else None
    return field is not None and get_origin(field.annotation) is tuple


def has_form(model: type[BaseModel], path: KeyPath) -> bool:
    """Return whether the texts of a field have a form, as ids and choices have: one holds neither
    a comma nor a sentence.
    """
    patterns = (getattr(mark, "pattern", None) for mark in _marks_at(model, path))
    return is_choice(model, path) or any(patterns)


def is_number(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the field a path leads to holds a number."""
    return any(issubclass(kind, int | Decimal) for kind in types_at(model, path))


def is_money(model: type[BaseModel], path: KeyPath) -> bool:
    """Return whether the field that a path leads to holds a sum."""
    return any(isinstance(mark, Money) for mark in _marks_at(model, path))


def is_plain_text(model: type[BaseModel], path: KeyPath) -> bool:
    """Return whether the field that a path leads to holds a text that is shown as it is written."""
    return any(isinstance(mark, PlainText) for mark in _marks_at(model, path))


def is_choice(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the field a path leads to has a fixed set of values."""
    return any(issubclass(kind, StrEnum) for kind in types_at(model, path))


def _marks_at(model: type[BaseModel], path: KeyPath) -> Iterator[Any]:
    if field := _field_at(model, path):
        yield from field.metadata
        yield from marks_in(field.annotation)


def _field_at(model: type[BaseModel], path: KeyPath) -> FieldInfo | None:
    names = tuple(_names(path))
    owner = model_at(model, names[:-1])
    return owner.model_fields.get(names[-1]) if owner and names else None


def _names(path: KeyPath) -> Iterator[str]:
    return (part for part in path if isinstance(part, str))
