"""What the form looks at before it saves, as data: parts half filled, ids that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from living_strategy.content.graph import Graph
from living_strategy.forms.web.shown import shown_fields
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.levels import WAYS_UP


def checks(kind: type[BaseModel], graph: Graph, language: Language) -> dict[str, Any]:
    """Return the checks of a kind or the settings: `parts` whose fields are needed as soon as one
    is filled, `ways` of which one has to be, and the `ids` of a register, none of which may go.
    """
    fields = {field.name: field for field in shown_fields(kind)}
    key = kind.kind if issubclass(kind, Entry) else ""
    ways = [fields[way.keys[0]] for way in WAYS_UP.get(key, ()) if way.keys[0] in fields]
    is_list = issubclass(kind, Entry) and not kind.folder
    return {
        "parts": list(_parts(kind, language)),
        "ways": [{"name": field.name, "label": language.text(field.label)} for field in ways],
        "ids": [entry.id for entry in graph.by_kind.get(key, ())] if is_list else [],
    }


def _parts(model: type[BaseModel], language: Language) -> Iterator[dict[str, Any]]:
    for field in shown_fields(model):
        if field.part:
            needed = [
                {"name": inner.name, "label": language.text(inner.label)}
                for inner in shown_fields(field.part)
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
            "maintain the strategy to write the file in its one form first, with “living-strategy "
            "format”."
        ),
        "unreadable": text(
            "The form cannot read this file as it is. It has to be mended as text first."
        ),
        "unknown": text(
            "The file has a field that the strategy does not know: “{field}”. It has to be mended "
            "as text before the form can save it."
        ),
        "changed": text(
            "Somebody has changed this since you opened it, and nothing of yours is saved. Copy "
            "what you have written, open it anew, and write it there."
        ),
        "half": text("“{part}” is half filled: “{field}” is missing. Fill it in, or empty all."),
        "half_itself": text(
            "“{part}” is half filled: the field of the same name within it is empty. Fill it in, "
            "or empty all."
        ),
        "way": text("Choose at least one: {fields}."),
        "gone": text(
            "“{id}” is gone from the list, and an id never goes. Put it back. An entry that is no "
            "longer in use gets a date under “{retired}”, and an earlier id stands under "
            "“{aliases}”."
        ),
        "twice": text("The id “{id}” stands twice. Give one of the two another id."),
        "unnamed": text("An entry has no id. Give it one in small letters, digits and hyphens."),
    }
