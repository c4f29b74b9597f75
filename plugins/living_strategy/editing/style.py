"""In which order the fields of a model are written, and which of them in a way of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from living_strategy.model import Area, Entry
from living_strategy.model.entry import RegisterEntry
from living_strategy.model.types import classes_in, models_in
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings

_FIRST = ("id", "title", "number", "summary", "website")
_LAST = ("description", "as_of", "reviewed", "sources", "note", "aliases", "retired")
# Texts that mostly are sentences, and grow.
_FOLDED = frozenset(("summary", "note", "status_reason", "mandate", "price_model"))
# Lists whose items are long, or are told from each other more easily below each other.
_LISTED = frozenset(("frameworks", "rules", "results"))
# What is searched for, and copied.
_ON_ONE_LINE = frozenset(("title", "url", "website"))
_NUMBERS = (int, Decimal, PartialDate)


@dataclass(frozen=True, slots=True)
class FieldStyle:
    """How a field is written. `fields` are those of its part, by name and in their order; empty
    if the part has any names, whose values then look like `each`.
    """

    is_number: bool = False
    is_folded: bool = False
    is_block: bool = False
    is_listed: bool = False
    is_on_one_line: bool = False
    fields: Mapping[str, FieldStyle] = field(default_factory=dict)
    each: FieldStyle | None = None


@cache
def entry_style(kind: type[Entry]) -> FieldStyle:
    """Return how an entry is written."""
    names = tuple(kind.model_fields)
    common = {*Entry.model_fields, *_FIRST}
    ordered = [
        *(name for name in _FIRST if name in names and (name != "id" or kind is Area)),
        *(name for name in names if name not in common),
        *(name for name in _LAST if name in names),
    ]
    always = _FOLDED - {"summary"} if issubclass(kind, RegisterEntry) else _FOLDED
    return _part(kind, ordered, always)


@cache
def register_style(kind: type[Entry]) -> FieldStyle:
    """Return how a register is written: entries by their ids."""
    return FieldStyle(each=entry_style(kind))


@cache
def settings_style() -> FieldStyle:
    """Return how strategy.yml is written: the settings, then the areas."""
    style = _part(Settings, tuple(Settings.model_fields), _FOLDED)
    return FieldStyle(fields={**style.fields, "areas": entry_style(Area)})


@cache
def model_style(model: type[BaseModel]) -> FieldStyle:
    """Return how any other model is written: its fields in its order."""
    return _part(model, tuple(model.model_fields), frozenset())


def _part(model: type[BaseModel], names: Any, always: frozenset[str]) -> FieldStyle:
    fields = {name: _field(model, name, name in always) for name in names}
    return FieldStyle(fields=fields)


def _field(model: type[BaseModel], name: str, is_folded: bool) -> FieldStyle:
    annotation = model.model_fields[name].annotation
    types = tuple(classes_in(annotation))
    part = next(models_in(annotation), None)
    below = model_style(part) if part else FieldStyle()
    is_free = _holds_names(annotation)
    return FieldStyle(
        is_number=bool(types) and all(_is_number(kind) for kind in types),
        is_folded=is_folded,
        is_block=name == "description" and issubclass(model, Entry),
        is_listed=name in _LISTED,
        is_on_one_line=name in _ON_ONE_LINE,
        fields={} if is_free else below.fields,
        each=below if is_free else None,
    )


def _is_number(kind: type) -> bool:
    return kind is type(None) or (issubclass(kind, _NUMBERS) and kind is not bool)


def _holds_names(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(map(_holds_names, get_args(annotation)))
