"""What the form looks at before it saves, as data: parts half filled, ids that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from living_strategy.content.graph import Graph
from living_strategy.forms.fields import form_fields
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.levels import WAYS_UP


def checks(kind: type[Entry], graph: Graph, language: Language) -> dict[str, Any]:
    """Return the checks of a kind: `parts` whose fields are needed as soon as one is filled,
    `ways` of which one has to be, and the `ids` of a register, none of which may go.
    """
    fields = {field.name: field for field in form_fields(kind)}
    ways = [fields[way.keys[0]] for way in WAYS_UP.get(kind.kind, ()) if way.keys[0] in fields]
    entries = graph.by_kind.get(kind.kind, ())
    return {
        "parts": list(_parts(kind, language)),
        "ways": [{"name": field.name, "label": language.text(field.label)} for field in ways],
        "ids": [] if kind.folder else [entry.id for entry in entries],
    }


def _parts(model: type[BaseModel], language: Language) -> Iterator[dict[str, Any]]:
    for field in form_fields(model):
        if field.part:
            needed = [
                {"name": inner.name, "label": language.text(inner.label)}
                for inner in form_fields(field.part)
                if inner.required
            ]
            yield {
                "name": field.name,
                "label": language.text(field.label),
                "needed": needed,
                "parts": list(_parts(field.part, language)),
            }


def messages(language: Language) -> dict[str, str]:
    """Return what the form says when it refuses to save; places in braces are filled there."""
    text = language.text
    return {
        "lost": text(
            "This file has comments that the form cannot keep in their places. Ask those who "
            "maintain the strategy to write the file in its one form first."
        ),
        "half": text("“{part}” is half filled: “{field}” is missing. Fill it in, or empty all."),
        "way": text("Choose at least one: {fields}."),
        "gone": text(
            "“{id}” is gone from the list, and an id never goes. Put it back. An entry that is no "
            "longer in use gets a date under “{retired}”, and an earlier id stands under "
            "“{aliases}”."
        ),
        "twice": text("The id “{id}” stands twice. Give one of the two another id."),
        "unnamed": text("An entry has no id. Give it one in small letters, digits and hyphens."),
    }
