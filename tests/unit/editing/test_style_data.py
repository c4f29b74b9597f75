"""How fields are written, as data for the form in the browser."""

from __future__ import annotations

from living_strategy.editing.style import FieldStyle
from living_strategy.editing.style_data import style_data


def test_only_what_is_so_is_told() -> None:
    """Fields in their order, and what every entry of a register looks like."""
    style = FieldStyle(each=FieldStyle(fields={"b": FieldStyle(is_number=True), "a": FieldStyle()}))

    assert style_data(style) == {"each": {"fields": [["b", {"is_number": True}], ["a", {}]]}}
