"""The configuration of Sveltia CMS: that of Decap CMS without what Sveltia does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_TOP = frozenset(("locale", "search"))
# Of a field, by its widget.
_OF_FIELD = {"hidden": frozenset(("required",)), "relation": frozenset(("options_length",))}


def sveltia(config: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration of Decap CMS as Sveltia CMS has it. The collections have the same
    names, formats and fields.
    """
    return {
        key: [_collection(collection) for collection in value] if key == "collections" else value
        for key, value in config.items()
        if key not in _TOP
    }


def _collection(collection: Mapping[str, Any]) -> dict[str, Any]:
    """Return a collection, or a file of one."""
    return {
        key: [_field(inner) for inner in value]
        if key == "fields"
        else [_collection(inner) for inner in value]
        if key == "files"
        else value
        for key, value in collection.items()
    }


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    unknown = _OF_FIELD.get(field["widget"], frozenset())
    return {
        key: [_field(inner) for inner in value]
        if key == "fields"
        else _field(value)
        if key == "field"
        else value
        for key, value in field.items()
        if key not in unknown
    }
