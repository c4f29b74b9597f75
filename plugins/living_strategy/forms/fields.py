"""Fields of a model as a form needs them: label, help, choices, example."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel

from living_strategy.content.yaml.yaml_reader import read_yaml
from living_strategy.history.settings_traits import TRAITS
from living_strategy.model.help import field_help
from living_strategy.model.trait import Relation, Trait
from living_strategy.model.types import classes_in, models_in

_UNKNOWN = Trait("")


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a model. `label` and `help` are message ids; `example` is YAML or empty. `most`
    is how much it may hold, if that is bounded.
    """

    name: str
    label: str
    help: str
    example: str
    required: bool
    is_list: bool
    relation: Relation | None
    types: tuple[type, ...]
    part: type[BaseModel] | None
    most: int | None

    @property
    def choices(self) -> type[StrEnum] | None:
        """The closed vocabulary of the field, if it has one."""
        return next((kind for kind in self.types if issubclass(kind, StrEnum)), None)

    @property
    def example_value(self) -> Any:
        """The example as a program reads it: numbers as numbers, all else as text."""
        value = read_yaml(f"value: {self.example}").data
        return self._typed(value["value"] if isinstance(value, dict) else self.example)

    def _typed(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._typed(part) for part in value]
        if int in self.types:
            return int(value)
        if Decimal in self.types:
            return float(value) if "." in value else int(value)
        return value


@cache
def form_fields(model: type[BaseModel]) -> tuple[FormField, ...]:
    """Return the fields of a model, in its own order."""
    help_texts, fields = field_help(model), []
    for name, field in model.model_fields.items():
        declared = next((mark for mark in field.metadata if isinstance(mark, Trait)), None)
        trait = declared or TRAITS.get(model, {}).get(name, _UNKNOWN)
        types = tuple(classes_in(field.annotation))
        fields.append(
            FormField(
                name,
                trait.label,
                help_texts.get(name, ""),
                trait.example,
                field.is_required(),
                get_origin(field.annotation) is tuple,
                trait.relation,
                types,
                next(models_in(field.annotation), None),
                next(
                    (mark.max_length for mark in field.metadata if isinstance(mark, MaxLen)), None
                ),
            )
        )
    return tuple(fields)


def parts_of(model: type[BaseModel]) -> dict[str, type[BaseModel]]:
    """Return the models inside a model, however deep, by their names."""
    parts: dict[str, type[BaseModel]] = {}
    queue = [model]
    while queue:
        for field in form_fields(queue.pop()):
            if field.part and field.part.__name__ not in parts:
                parts[field.part.__name__] = field.part
                queue.append(field.part)
    return parts
