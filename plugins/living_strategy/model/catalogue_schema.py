"""The JSON Schema (draft 2020-12) of a catalogue, for those who read one with other programs."""

from __future__ import annotations

from typing import Any

from living_strategy.limits import MAX_TITLE_LENGTH
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import FORMAT, FORMAT_VERSION, EntryState
from living_strategy.model.values import HASH_PATTERN, ID_PATTERN

_ID = {"type": "string", "pattern": ID_PATTERN, "maxLength": 80}
_IDS = {"type": "array", "items": _ID}
_HASH = {"type": "string", "pattern": HASH_PATTERN}
_TITLE = {"type": "string", "minLength": 1, "maxLength": MAX_TITLE_LENGTH}
_DATE = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
_PATH = {"type": "string", "pattern": "^[A-Za-z0-9._~/-]*$"}
_TEXT = {"type": "string"}
_ADDRESS = {"type": "string", "pattern": "^https?://[^\\s]+$"}


def catalogue_schema() -> dict[str, Any]:
    """Return the schema. Fields of entries are told by the schemas of their kinds."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Catalogue of a strategy",
        **_object(
            {
                "format": {"const": FORMAT},
                "version": {"const": FORMAT_VERSION},
                "edition": _object({}, name=_TEXT, date=_DATE),
                "site": {"type": "string", "pattern": "^https?://[^\\s]+/$"},
                "path": _PATH,
                "strategy": _object({"title": _TITLE}, language=_TEXT),
                "licence": _object({"title": _TITLE, "url": {"type": "string", "format": "uri"}}),
                "kinds": {
                    "type": "object",
                    "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/entry"}},
                },
                "removed": {"type": "array", "items": {"$ref": "#/$defs/removed"}},
                "editions": {"type": "array", "items": {"$ref": "#/$defs/edition"}},
                "adoptions": {"type": "array", "items": {"$ref": "#/$defs/adoptions"}},
                "hash": _HASH,
            },
            optional=("edition", "site", "adoptions"),
        ),
        "$defs": {
            "entry": _entry(),
            "removed": _object(
                {"kind": _TEXT, "id": _ID, "title": _TITLE}, date=_DATE, replaced_by=_IDS
            ),
            "edition": _object({"name": _TEXT, "date": _DATE, "path": _PATH, "sha256": _HASH}),
            "adoptions": _adoptions(),
        },
    }


def _entry() -> dict[str, Any]:
    end = {"relation": _TEXT}
    states = [EntryState.IN_FORCE.value, EntryState.RETIRED.value]
    return _object(
        {
            "id": _ID,
            "title": _TITLE,
            "address": _PATH,
            "state": {"enum": states},
            "decided": _HASH,
            "hash": _HASH,
            "hashes": {"type": "object", "additionalProperties": _HASH},
        },
        aliases=_IDS,
        replaces=_IDS,
        replaced_by=_IDS,
        source_file=_TEXT,
        links={"type": "array", "items": _object({**end, "target": _ID}, part=_TEXT)},
        linked_from={"type": "array", "items": _object({**end, "source": _ID}, part=_TEXT)},
        last_change=_object({"date": _DATE, "class": _TEXT}),
    )


def _adoptions() -> dict[str, Any]:
    """Return the schema of what is decided about the entries of one strategy above."""
    states = [state.value for state in AdoptionState]
    record = _object(
        {"id": _ID, "state": {"enum": states}},
        against=_object({"version": _TITLE, "hash": _HASH}),
        reason=_TEXT,
        decision=_object({"body": _TITLE, "date": _DATE}, case=_TITLE, url=_ADDRESS),
        planned=_DATE,
        next_review=_DATE,
        overlays={
            "type": "array",
            "items": _object({"field": _TEXT, "text": _TEXT, "base": _HASH}),
        },
    )
    return _object(
        {"upstream": _ID, "title": _TITLE, "records": {"type": "array", "items": record}},
        version=_TITLE,
        sha256=_HASH,
        address=_ADDRESS,
        site=_ADDRESS,
    )


def _object(
    properties: dict[str, Any], optional: tuple[str, ...] = (), **others: Any
) -> dict[str, Any]:
    """Return the schema of an object; other keys than these may stand in it, too."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "required": required, "properties": {**properties, **others}}
