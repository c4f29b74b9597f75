"""From plain data to a model: every pydantic error becomes a diagnostic with a place and a cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from living_strategy.diagnostics import Diagnostic, nearest
from living_strategy.loading.source_file import SourceFile
from living_strategy.loading.yaml_reader import KeyPath
from living_strategy.model.trait import Trait
from living_strategy.model.types import classes_in
from living_strategy.model.values import ID_PATTERN

Model = TypeVar("Model", bound=BaseModel)

# What pydantic calls a mistake, and what we call it. A type that is not listed here becomes
# `invalid-value`.
CODE_OF_ERROR: Mapping[str, str] = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "wrong-type",
    "tuple_type": "wrong-type",
    "model_type": "wrong-type",
    "model_attributes_type": "wrong-type",
    "dict_type": "wrong-type",
    "int_type": "wrong-type",
    "decimal_type": "wrong-type",
    "string_too_short": "empty-value",
    "string_too_long": "value-too-long",
    "too_short": "too-few-values",
    "enum": "unknown-choice",
    "int_parsing": "bad-number",
    "int_parsing_size": "bad-number",
    "int_from_float": "bad-number",
    "decimal_parsing": "bad-number",
    "decimal_max_digits": "bad-number",
    "decimal_max_places": "bad-number",
    "decimal_whole_digits": "bad-number",
    "finite_number": "bad-number",
    "greater_than_equal": "number-out-of-range",
    "less_than_equal": "number-out-of-range",
    "date_form": "bad-date",
    "date_impossible": "impossible-date",
}
_EXPECTED = {
    "string_type": "text", "tuple_type": "list", "model_type": "mapping",
    "model_attributes_type": "mapping", "dict_type": "mapping", "int_type": "number",
    "decimal_type": "number",
}


def validate(
    model: type[Model], data: Mapping[str, Any], source: SourceFile, base: KeyPath, ref: str
) -> tuple[Model | None, list[Diagnostic]]:
    """The model, or None with one diagnostic for each mistake."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_diagnostic(model, detail, source, base, ref) for detail in details]


def salvage(model: type[Model], data: Mapping[str, Any], faults: list[Diagnostic]) -> Model | None:
    """The model without the fields that are wrong, so that other rules can still look at it.

    It is never published: a build with errors yields no pages.
    """
    wrong = {re.split(r"[.\[]", fault.location.field, maxsplit=1)[0] for fault in faults}
    kept = {key: value for key, value in data.items() if key not in wrong}
    if "title" not in kept:
        kept["title"] = str(data.get("id", "?"))
    try:
        return model.model_validate(kept)
    except ValidationError:
        return None


def _diagnostic(
    model: type[BaseModel], detail: Any, source: SourceFile, base: KeyPath, ref: str
) -> Diagnostic:
    kind: str = detail["type"]
    path: KeyPath = tuple(detail["loc"])
    code = CODE_OF_ERROR.get(kind, "invalid-value")
    pattern = str(detail.get("ctx", {}).get("pattern", ""))
    value = "" if kind == "missing" else _shown(detail["input"])
    params = {"field": _last_name(path), "value": value}
    if kind == "string_pattern_mismatch" and pattern == ID_PATTERN:
        code = "bad-id"
        params |= {"near": id_from(value)}
    elif kind == "string_pattern_mismatch" and pattern.startswith("^https"):
        code = "bad-web-address"
    elif kind == "missing" and len(path) > 1 and isinstance(path[-1], int):
        code = "empty-value"
    location = source.locate(path, base=base, key=code == "unknown-field")
    params |= _particulars(code, kind, model, path, detail)
    return Diagnostic(code, location, params, ref)


def _particulars(
    code: str, kind: str, model: type[BaseModel], path: KeyPath, detail: Any
) -> dict[str, str]:
    context = detail.get("ctx", {})
    if code == "unknown-field":
        owner = model_at(model, path[:-1]) or model
        allowed = sorted(set(owner.model_fields) - {"id"}) if "title" in owner.model_fields else list(
            owner.model_fields)
        return {"allowed": ", ".join(allowed), "near": nearest(str(path[-1]), owner.model_fields)}
    if code == "unknown-choice":
        choices = re.findall(r"'([^']*)'", context["expected"])
        near = nearest(str(detail["input"]), choices)
        return {"choices": ", ".join(choices), "near": near}
    if code == "wrong-type":
        found = detail["input"]
        return {
            "expected_type": _EXPECTED[kind], "found_type": type_name(found),
            "example": _example(model, path),
        }
    if code == "number-out-of-range":
        limit = f"≥ {context['ge']}" if "ge" in context else f"≤ {context['le']}"
        return {"limit": limit}
    if code == "value-too-long":
        return {"limit": str(context["max_length"])}
    if code == "invalid-value":
        return {"example": _example(model, path)}
    return {}


def type_name(value: Any) -> str:
    """The key of the word for what a value is."""
    if isinstance(value, Mapping):
        return "mapping"
    if isinstance(value, list | tuple):
        return "list"
    return "empty" if value is None else "text"


def id_from(text: str) -> str:
    """An id made of a text, to propose: lower case, æøå spelt out, hyphens between words."""
    lowered = text.strip().lower()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e")):
        lowered = lowered.replace(letter, plain)
    return re.sub(r"[^a-z0-9]+", "-", lowered).strip("-")[:80].strip("-")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else type_name(value)
    return text if len(text) <= 80 else text[:77] + "…"


def _last_name(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _example(model: type[BaseModel], path: KeyPath) -> str:
    trait = trait_at(model, path)
    name = _last_name(path)
    return f"{name}: {trait.example}" if trait and trait.example else f"{name}: …"


def trait_at(model: type[BaseModel], path: KeyPath) -> Trait | None:
    """The declaration of the field a path leads to."""
    names = [part for part in path if isinstance(part, str)]
    owner = model_at(model, tuple(names[:-1]))
    field = owner.model_fields.get(names[-1]) if owner and names else None
    return next((mark for mark in field.metadata if isinstance(mark, Trait)), None) if field else None


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model that a path of keys leads into; list positions are passed over."""
    current: type[BaseModel] | None = model
    for part in path:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current else None
        found = classes_in(field.annotation) if field else ()
        current = next((kind for kind in found if issubclass(kind, BaseModel)), None)
    return current


def is_number(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the field a path leads to holds a number."""
    return any(issubclass(kind, int | Decimal) for kind in _types_at(model, path))


def is_choice(model: type[BaseModel], path: KeyPath) -> bool:
    """Whether the field a path leads to has a fixed set of values."""
    return any(issubclass(kind, StrEnum) for kind in _types_at(model, path))


def _types_at(model: type[BaseModel], path: KeyPath) -> tuple[type, ...]:
    names = [part for part in path if isinstance(part, str)]
    owner = model_at(model, tuple(names[:-1]))
    field = owner.model_fields.get(names[-1]) if owner and names else None
    return tuple(classes_in(field.annotation)) if field else ()
