"""The decided part of an entry: what a council decides on when it takes a goal for its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from living_strategy.model.trait import Change, Origin, Trait
from living_strategy.model.types import models_in


def decided_part(model: type[BaseModel], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a decision adopts, in `data` as JSON has it, without those whose
    change is editorial. New figures, reports, sources and dates of review leave it as it is.
    """
    return {name: _part(part, data[name]) for name, part in _decided(model).items() if name in data}


def _part(model: type[BaseModel] | None, value: Any) -> Any:
    if model and isinstance(value, Mapping):
        return decided_part(model, value)
    if model and isinstance(value, list):
        return [_part(model, part) for part in value]
    return value


@cache
def _decided(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """Return the decided fields, each with the model of what stands in it, if it is one."""
    return {
        name: next(models_in(field.annotation), None)
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Trait)
        if mark.origin is Origin.DECIDED and mark.change is not Change.EDITORIAL
    }
