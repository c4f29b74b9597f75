"""Fields of a model as a comparison needs them: the trait, and what sort of value is written."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto
from functools import cache
from typing import Any

from pydantic import AfterValidator, BaseModel, StringConstraints

from living_strategy.history.settings_traits import IGNORED, TRAITS
from living_strategy.limits import AddressOrTitle, Markdown, Text, Title
from living_strategy.model.entry import Entry
from living_strategy.model.trait import Change, Origin, Trait
from living_strategy.model.types import classes_in, models_in
from living_strategy.partial_date import PartialDate


class Sort(Enum):
    """What a field holds, as far as it matters for a comparison and for its words."""

    PROSE = auto()
    """Sentences, or a title: what counts is which words differ."""
    NUMBER = auto()
    DATE = auto()
    CHOICE = auto()
    """A word of a closed vocabulary."""
    PLAIN = auto()
    """An id, an address, a number as it is printed: another text is another value."""


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field of a model. `part` is the model of what stands in it; `choices` its vocabulary;
    `default` what a file says that leaves a choice out.
    """

    name: str
    trait: Trait
    sort: Sort
    is_list: bool
    part: type[BaseModel] | None = None
    choices: type[StrEnum] | None = None
    default: str | None = None


@cache
def field_plans(model: type[BaseModel]) -> Mapping[str, FieldPlan]:
    """Return the fields of a model by name, in its own order. The id of an entry is no field:
    it is the name of its file.
    """
    hints = typing.get_type_hints(model, include_extras=True)
    return {
        name: _plan(model, name, hints[name])
        for name in model.model_fields
        if not (name == "id" and issubclass(model, Entry))
    }


@cache
def ignored_keys(model: type[BaseModel]) -> frozenset[str]:
    """Return the keys beside the fields of a model that something else reads."""
    return IGNORED.get(model, frozenset())


def _plan(model: type[BaseModel], name: str, hint: Any) -> FieldPlan:
    field = model.model_fields[name]
    declared = next((mark for mark in field.metadata if isinstance(mark, Trait)), None)
    # What nobody has declared is told to nobody; a test says that there is no such field.
    unknown = Trait(name, Change.EDITORIAL, Origin.REPORTED)
    classes = tuple(classes_in(field.annotation))
    is_mapping = typing.get_origin(field.annotation) is dict
    default = field.default if isinstance(field.default, str) else None
    trait = declared or TRAITS.get(model, {}).get(name, unknown)
    return FieldPlan(
        name,
        trait,
        Sort.PLAIN if trait.relation or is_mapping else _sort(classes, tuple(_marks(hint))),
        typing.get_origin(field.annotation) is tuple,
        # A mapping by names of an editor's is one value, whatever stands in it.
        None if is_mapping else next(models_in(field.annotation), None),
        next((kind for kind in classes if issubclass(kind, StrEnum)), None),
        default and str(default),
    )


def _sort(classes: tuple[type, ...], marks: tuple[Any, ...]) -> Sort:
    if any(issubclass(kind, PartialDate) for kind in classes):
        return Sort.DATE
    if any(issubclass(kind, StrEnum) for kind in classes):
        return Sort.CHOICE
    if any(issubclass(kind, (int, Decimal)) for kind in classes):
        return Sort.NUMBER
    return Sort.PROSE if str in classes and _is_prose(marks) else Sort.PLAIN


def _is_prose(marks: tuple[Any, ...]) -> bool:
    """Tell whether this is prose: without constraints, or with those of a title or text alone."""
    limits = [mark for mark in marks if isinstance(mark, (StringConstraints, AfterValidator))]
    return not limits or (limits[0] in _LIMITS and _ADDRESS_OR_TITLE not in limits)


def _marks(hint: Any) -> Iterator[Any]:
    yield from getattr(hint, "__metadata__", ())
    for inner in typing.get_args(hint):
        yield from _marks(inner)


_LIMITS = tuple(next(_marks(kind)) for kind in (Title, Text, Markdown))
_ADDRESS_OR_TITLE = tuple(_marks(AddressOrTitle))[-1]
