"""How fields are written, as data for programs in other languages: the form in the browser."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from living_strategy.editing.style import FieldStyle


def style_data(style: FieldStyle) -> dict[str, Any]:
    """Return a style as JSON has it, without what is not so. Fields are pairs, because their order
    counts.
    """
    data: dict[str, Any] = {
        field.name: True for field in fields(style) if getattr(style, field.name) is True
    }
    if style.fields:
        data["fields"] = [[name, style_data(below)] for name, below in style.fields.items()]
    if style.each:
        data["each"] = style_data(style.each)
    return data
