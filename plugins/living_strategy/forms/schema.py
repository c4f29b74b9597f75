"""Fields as JSON Schema (draft 2020-12): of a kind, a register or another file; in a language.

A schema is a little stricter than the loader: it knows no empty values and no numbers in place of
texts, so that what it lets through means the same to every program that reads YAML. The words of
choices stand in `enumDescriptions`, which editors show and other programs pass over.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic import BaseModel

from living_strategy.forms.fields import FormField, form_fields, parts_of
from living_strategy.forms.form import Draft, Form
from living_strategy.language import Language
from living_strategy.model import Area, Entry
from living_strategy.model.adoption import Adoption
from living_strategy.model.levels import WAYS_UP
from living_strategy.model.search_words import SearchWords
from living_strategy.model.values import ID_PATTERN, MAX_ID_LENGTH
from living_strategy.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: type[Entry], language: Language) -> dict[str, Any]:
    """Return the schema of one entry: the front matter of an item, or the value under an id.

    The id is not required where the file name or the key of the register is the id.
    """
    document = json.loads(_model_schema(kind))
    definitions = document.pop("$defs", {})
    if kind is not Area:
        document["required"].remove("id")
    _describe(document, kind, language)
    document["title"] = language.text(kind.label)
    for name, part in parts_of(kind).items():
        _describe(definitions[name], part, language)
    for vocabulary in _vocabularies(kind):
        definitions[vocabulary.__name__] = _choices(vocabulary, language)
    whole = {"$schema": DIALECT, "title": document.pop("title"), **document, **_way_up(kind)}
    return {**whole, "$defs": definitions} if definitions else whole


def _way_up(kind: type[Entry]) -> dict[str, Any]:
    """Return that one of the fields is required which lead further up in the strategy."""
    names = [way.keys[0] for way in WAYS_UP.get(kind.kind, ())]
    # Strict readers want a property to be known where it is required.
    ways = [{"properties": {name: True}, "required": [name]} for name in names]
    return {"anyOf": ways} if len(names) > 1 else {}


def register_schema(kind: type[Entry], language: Language) -> dict[str, Any]:
    """Return the schema of a register: entries by their ids; nothing, as long as there are none."""
    entry = schema(kind, language)
    definitions = entry.pop("$defs", {})
    entry.pop("$schema")
    return {
        "$schema": DIALECT,
        "title": language.text(kind.labels),
        "type": ["object", "null"],
        "propertyNames": {"pattern": ID_PATTERN, "maxLength": MAX_ID_LENGTH},
        "additionalProperties": entry,
        **({"$defs": definitions} if definitions else {}),
    }


def adoption_schema(language: Language) -> dict[str, Any]:
    """Return the schema of a record in adoption/."""
    title = language.text("What the council has decided about a national goal")
    return _whole(Adoption, title, language)


def search_words_schema(language: Language) -> dict[str, Any]:
    """Return the schema of search-words.yml."""
    return _whole(SearchWords, language.text("Words that mean the same in a search"), language)


def settings_schema(language: Language) -> dict[str, Any]:
    """Return the schema of strategy.yml: the settings and the areas among them."""
    area = schema(Area, language)
    document = _whole(Settings, language.text("Settings of the strategy"), language)
    document["$defs"] |= area.pop("$defs", {})
    areas = {
        "title": language.text(Area.labels),
        "description": language.text(
            "The priority areas, in the order they are shown; each is an entry of its own."
        ),
        "type": "array",
        "items": {key: value for key, value in area.items() if key != "$schema"},
    }
    document["properties"]["areas"] = areas
    return document


@cache
def _model_schema(model: type[BaseModel]) -> str:
    """Return what pydantic says of a model, as JSON: slow to make, the same for every strategy, and
    changed by whoever reads it.
    """
    return json.dumps(model.model_json_schema())


def _whole(model: type[BaseModel], title: str, language: Language) -> dict[str, Any]:
    """Return the schema of a file that holds one of a model."""
    document = json.loads(_model_schema(model))
    definitions = document.pop("$defs", {})
    _describe(document, model, language)
    for name, part in parts_of(model).items():
        _describe(definitions[name], part, language)
    for vocabulary in _vocabularies(model):
        definitions[vocabulary.__name__] = _choices(vocabulary, language)
    return {"$schema": DIALECT, "title": title, **document, "$defs": definitions}


def _describe(document: dict[str, Any], model: type[BaseModel], language: Language) -> None:
    """Give a model's properties their words; the docstring of the class is for developers."""
    document.pop("title", None)
    document.pop("description", None)
    document["properties"] = {
        field.name: _property(document["properties"][field.name], field, language)
        for field in form_fields(model)
    }


def _property(document: dict[str, Any], field: FormField, language: Language) -> dict[str, Any]:
    own = field.choices if field.choices and language.has_own(field.choices) else None
    words = {
        "title": language.text(field.label),
        # The help names the built-in choices, or has none to name.
        "description": language.listed(own) if own else language.text(field.help),
        "examples": [_example(field, language)] if field.example else [],
    }
    return {**{key: value for key, value in words.items() if value}, **_plain(document)}


def _example(field: FormField, language: Language) -> Any:
    """Return the example of a field, or the first value of the strategy's own list."""
    if not field.choices or not language.has_own(field.choices):
        return field.example_value
    values = [choice.value for choice in language.choices(field.choices)]
    first = field.example if field.example in values else values[0]
    return [first] if field.is_list else first


def _plain(document: dict[str, Any]) -> dict[str, Any]:
    """Remove pydantic's title and default, null, and the alternative of a number as text."""
    document = {key: value for key, value in document.items() if key not in ("title", "default")}
    if "patternProperties" in document:
        document["additionalProperties"] = False
    options = [option for option in document.pop("anyOf", []) if option.get("type") != "null"]
    numbers = [option for option in options if option.get("type") == "number"]
    chosen = numbers or options
    return {**document, **_plain(chosen[0])} if chosen else document


def _vocabularies(kind: type[BaseModel]) -> list[type[StrEnum]]:
    models = [kind, *parts_of(kind).values()]
    fields = (field for model in models for field in form_fields(model))
    return [field.choices for field in fields if field.choices]


def _choices(vocabulary: type[StrEnum], language: Language) -> dict[str, Any]:
    choices = language.choices(vocabulary)
    return {
        "type": "string",
        "enum": [choice.value for choice in choices],
        "enumDescriptions": [language.term(choice) for choice in choices],
    }


def render(kind: type[Entry], language: Language, _: Draft) -> str:
    """Return the schema as JSON: it is the same for every entry of the kind."""
    return json.dumps(schema(kind, language), ensure_ascii=False, indent=2)


FORM = Form("schema", render)
