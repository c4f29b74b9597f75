"""From plain data to a model: every pydantic error becomes a diagnostic with a place and a cure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, ValidationError

from living_strategy.content.field_types import example_at, is_money, model_at, trait_at, types_at
from living_strategy.content.particulars import date_meant, limit_of
from living_strategy.content.source_file import SourceFile
from living_strategy.content.yaml.yaml_reader import KeyPath, read_yaml
from living_strategy.diagnostics import Diagnostic, more_like, nearest
from living_strategy.language import LANGUAGES, Language
from living_strategy.language.particulars import Particular, Particulars, Terms, TypeName
from living_strategy.limits import MAX_VALUES
from living_strategy.model import Area, Entry
from living_strategy.model.own_lists import VOCABULARIES
from living_strategy.model.own_value import NO_LISTS, OwnLists
from living_strategy.model.values import ID_PATTERN, REFERENCE_PATTERN
from living_strategy.settings import KEY_PATTERN, WITH_MORE, WORD_ALONE, Settings

Model = TypeVar("Model", bound=BaseModel)

# More mistakes in one entry than anybody reads at once; it bounds the work on hostile files.
MAX_FAULTS = 200

# What pydantic adds to a place: that the key itself is wrong, and which form of a value it is.
_IN_NO_FILE = frozenset(("[key]", WITH_MORE, WORD_ALONE))

# By these keys other programs know a text that they do not publish.
_DRAFTS = frozenset(("draft", "utkast", "published", "publisert"))


# What pydantic calls a mistake, and what we call it. A type that is not listed here becomes
# `invalid-value`.
CODE_OF_ERROR: Mapping[str, str] = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "wrong-type",
    "tuple_type": "wrong-type",
    "model_type": "wrong-type",
    "dict_type": "wrong-type",
    "int_type": "wrong-type",
    "decimal_type": "wrong-type",
    "string_too_short": "empty-value",
    "string_too_long": "value-too-long",
    "too_short": "too-few-values",
    "too_long": "too-many-values",
    "enum": "unknown-choice",
    "int_parsing": "bad-number",
    "int_parsing_size": "number-out-of-range",
    "decimal_parsing": "bad-number",
    "decimal_max_places": "bad-number",
    "finite_number": "bad-number",
    "greater_than_equal": "number-out-of-range",
    "less_than_equal": "number-out-of-range",
    "date_form": "bad-date",
    "date_impossible": "impossible-date",
    "date_far": "number-out-of-range",
    "text_unseen": "empty-value",
    "web_address": "bad-web-address",
}
_EXPECTED = {
    "string_type": "text", "enum": "text", "tuple_type": "list", "model_type": "mapping",
    "dict_type": "mapping", "int_type": "number", "decimal_type": "number",
}  # fmt: skip


def validate(
    model: type[Model],
    data: Mapping[str, Any],
    source: SourceFile,
    base: KeyPath,
    ref: str,
    lists: OwnLists = NO_LISTS,
) -> tuple[Model | None, list[Diagnostic]]:
    """Return the model, or None with one diagnostic for each mistake. `lists` are those that the
    strategy has of its own.
    """
    if _may_be_crowded(source) and (
        crowded := [_too_many(path, source, base, ref) for path in _crowded(data)]
    ):
        return None, crowded[:MAX_FAULTS]
    try:
        return model.model_validate(data, context=lists), []
    except ValidationError as error:
        details = _own(error.errors(include_url=False))
        diagnostics = [
            _diagnostic(model, detail, source, base, ref, lists) for detail in details[:MAX_FAULTS]
        ]
        if left_out := details[MAX_FAULTS:]:
            diagnostics.append(more_like(diagnostics[-1], len(left_out)))
        return None, list(_without_misspelt(diagnostics))


def _without_misspelt(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out that a field is missing where one beside it has its name with a mistake."""
    misspelt = {
        (_parent(diagnostic), near) for diagnostic in diagnostics if (near := _meant(diagnostic))
    }
    for diagnostic in diagnostics:
        name = diagnostic.location.field.rpartition(".")[2]
        if diagnostic.code != "missing-field" or (_parent(diagnostic), name) not in misspelt:
            yield diagnostic


def _parent(diagnostic: Diagnostic) -> str:
    return diagnostic.location.field.rpartition(".")[0]


def _meant(diagnostic: Diagnostic) -> str:
    """Return the name that a misspelt field was meant to have, or an empty text."""
    near = diagnostic.params.get("near", "") if diagnostic.code == "unknown-field" else ""
    return near if isinstance(near, str) else ""


def _may_be_crowded(source: SourceFile) -> bool:
    """Whether a file has enough lines and commas, which part the values of lists and mappings."""
    return source.yaml.count("\n") + source.yaml.count(",") >= MAX_VALUES


def _crowded(data: Any) -> Iterator[KeyPath]:
    """Where lists and mappings inside an entry hold more than anybody writes or reads."""
    waiting: list[tuple[KeyPath, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        if not isinstance(value, list | dict):
            continue
        if path and len(value) > MAX_VALUES:
            yield path
            continue
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        waiting += [((*path, key), part) for key, part in parts if isinstance(part, list | dict)]


def _too_many(path: KeyPath, source: SourceFile, base: KeyPath, ref: str) -> Diagnostic:
    params = {"field": _last_name(path), "limit": str(MAX_VALUES)}
    return Diagnostic("too-many-values", source.locate(path, base=base, key=True), params, ref)


def _own(details: list[Any]) -> list[Any]:
    """Errors without those that follow from others: a list is not too short for a wrong item, or
    for one with something wrong in it, and what depends on a wrong value is not wrong itself.
    """
    lists = {
        detail["loc"][:index]
        for detail in details
        for index, part in enumerate(detail["loc"])
        if isinstance(part, int)
    }
    return [
        detail
        for detail in details
        if detail["type"] != "default_factory_not_called"
        and (detail["type"] != "too_short" or detail["loc"] not in lists)
    ]


def salvage(
    model: type[Model],
    data: Mapping[str, Any],
    faults: list[Diagnostic],
    lists: OwnLists = NO_LISTS,
) -> tuple[Model | None, frozenset[str]]:
    """Return the model without the fields that are wrong, so that other rules can still look at it.

    A required field that is wrong gets a neutral value. Such an entry is never published: a build
    with errors yields no pages.
    """
    misspelt = (near for fault in faults if not _parent(fault) and (near := _meant(fault)))
    wrong = frozenset(
        (*(re.split(r"[.\[]", fault.location.field)[0] for fault in faults), *misspelt)
    )
    valid_data = {key: value for key, value in data.items() if key not in wrong}
    stand_ins = {name: value for name, value in _stand_ins(model, lists).items() if name in wrong}
    try:
        return model.model_validate(valid_data | stand_ins, context=lists), wrong
    except ValidationError:
        return None, wrong


def _stand_ins(model: type[BaseModel], lists: OwnLists) -> Mapping[str, Any]:
    """Return a valid value for every required field but the id, which cannot be made up."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required() and name != "id":
            kind = types_at(model, (name,))[0]
            value = lists.choices(kind)[0].value if issubclass(kind, StrEnum) else "x"
            values[name] = [value] if get_origin(field.annotation) is tuple else value
    return values


def _diagnostic(
    model: type[BaseModel],
    detail: Any,
    source: SourceFile,
    base: KeyPath,
    ref: str,
    lists: OwnLists,
) -> Diagnostic:
    path: KeyPath = tuple(part for part in detail["loc"] if part not in _IN_NO_FILE)
    code = _code(detail)
    value = "" if code == "missing-field" else _shown(detail["input"])
    params: dict[str, Particular] = {"field": _last_name(path), "value": value}
    params |= _particulars(code, model, path, detail, lists)
    location = source.locate(
        path, base=base, key=code == "unknown-field" or "[key]" in detail["loc"]
    )
    return Diagnostic(code, location, params, ref)


def _code(detail: Any) -> str:
    kind: str = detail["type"]
    value = detail["input"]
    blank = isinstance(value, str) and not value.strip()
    if value is None or (blank and kind != "extra_forbidden"):
        return "empty-value"
    if kind == "enum" and not isinstance(value, str):
        return "wrong-type"
    if kind == "too_long" and isinstance(value, str):
        return "value-too-long"
    if kind == "string_pattern_mismatch":
        pattern: str = detail["ctx"]["pattern"]
        if pattern in (ID_PATTERN, KEY_PATTERN, REFERENCE_PATTERN):
            return "bad-id"
        if pattern.startswith("^https"):
            return "bad-web-address"
    return CODE_OF_ERROR.get(kind, "invalid-value")


def _particulars(
    code: str, model: type[BaseModel], path: KeyPath, detail: Any, lists: OwnLists
) -> Particulars:
    """Return what the messages of a code say besides field and value."""
    context = detail.get("ctx", {})
    match code:
        case "unknown-field":
            return _fields_beside(model, path)
        case "unknown-choice":
            return _choices(model, path, detail["input"], lists)
        case "missing-field":
            return {"example": _example(model, path)}
        case "wrong-type":
            expected, found_type = _EXPECTED[detail["type"]], type_name(detail["input"])
            example = _example(model, path)
            return {
                "expected_type": TypeName(expected),
                "found_type": TypeName(found_type),
                "example": example,
            }
        case "bad-number" if detail["type"].startswith("int_"):
            return {"case": "kroner" if is_money(model, path) else "whole"}
        case "number-out-of-range":
            return {"limit": limit_of(detail)}
        case "bad-number" if detail["type"] == "decimal_max_places":
            return {"case": "places"}
        case "bad-date":
            return date_meant(detail["input"])
        case "empty-value" if detail["type"] == "text_unseen":
            return {"case": "unseen", "character": context["character"]}
        case "too-many-values" | "value-too-long":
            return {"limit": str(context["max_length"])}
        case "bad-id":
            return {"near": id_from(detail["input"])}
        case "invalid-value":
            return {"example": _example(model, path)}
    return {}


def _fields_beside(model: type[BaseModel], path: KeyPath) -> Mapping[str, str]:
    """Return the fields that exist where an unknown one stands."""
    owner = model_at(model, path[:-1]) or model
    allowed = set(owner.model_fields)
    # The id of an entry is its file name or key; only areas and parts of entries write it.
    if issubclass(owner, Entry) and owner is not Area:
        allowed.remove("id")
    if owner is Settings:
        allowed.add("areas")
    params = {"allowed": ", ".join(sorted(allowed))}
    written = str(path[-1])
    if written.casefold() in _DRAFTS and len(path) == 1 and owner is not Settings:
        return params | {"case": "draft"}
    if written == "currency" and owner is not Settings:
        return params | {"case": "currency"}
    names = _labels(owner, allowed) | {name: name for name in allowed}
    return params | {"near": named(written, names)}


def _labels(owner: type[BaseModel], fields: Iterable[str]) -> dict[str, str]:
    """Return the fields by what readers see them called, in any language."""
    traits = {name: trait_at(owner, (name,)) for name in sorted(fields)}
    return {
        Language.load(code).text(trait.label).casefold(): name
        for code in LANGUAGES
        for name, trait in traits.items()
        if trait
    }


def _choices(
    model: type[BaseModel], path: KeyPath, value_text: str, lists: OwnLists
) -> Particulars:
    """Return the values of a vocabulary, and the one that is meant: its word is known in any
    language.
    """
    vocabulary = next(kind for kind in types_at(model, path) if issubclass(kind, StrEnum))
    values = lists.choices(vocabulary)
    names = {
        Language.load(code).term(value).casefold(): value.value
        for code in LANGUAGES
        for value in values
    } | {value.value: value.value for value in values}
    params: Particulars = {"choice_terms": Terms(values), "near": named(value_text, names)}
    setting = next((name for name, of in VOCABULARIES.items() if vocabulary in of), "")
    case = "own-near" if params["near"] else "own"
    return {**params, "case": case, "setting": setting} if setting else params


def named(text: str, names: Mapping[str, str]) -> str:
    """Return what the name most like a text stands for, or an empty text when none is near."""
    return names.get(nearest(text[:100], names), "")


def type_name(value: Any) -> str:
    """Return the key of the word for what a value is."""
    if isinstance(value, Mapping):
        return "mapping"
    if isinstance(value, list | tuple):
        return "list"
    return "empty" if value is None else "text"


def id_from(text: str) -> str:
    """Return an id made of a text, to propose: lower case, æøå spelt out, hyphens between words."""
    lowered = text.strip().lower()
    for letter, plain in (("æ", "ae"), ("ø", "o"), ("đ", "d"), ("ŋ", "n"), ("ŧ", "t")):
        lowered = lowered.replace(letter, plain)
    letters = unicodedata.normalize("NFKD", lowered)
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80].strip("-")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else type_name(value)
    return text if len(text) <= 80 else text[:77] + "…"


def _last_name(path: KeyPath) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _example(model: type[BaseModel], path: KeyPath) -> str:
    name, example = _last_name(path), example_at(model, path)
    if not example:
        return f"{name}: …"
    line = f"{name}: {example}"
    # An example of a text is the text itself; as a line of the file it may need quotes.
    return f'{name}: "{example}"' if read_yaml(line).problems else line
