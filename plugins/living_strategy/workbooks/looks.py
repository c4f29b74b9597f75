"""How cells of a workbook look, and what of them is locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of a book. Grey cells are locked; `figure` and `money` are for numbers."""

    head: Any
    strong: Any
    plain: Any
    locked: Any
    number: Any
    text: Any
    figure: Any
    money: Any


def looks_of(book: Any) -> Looks:
    """Add the formats to a book."""
    wrap = {"text_wrap": True, "valign": "top"}
    grey, white = {"bg_color": "#EEEEEE", **wrap}, {"locked": False, **wrap}
    return Looks(
        head=book.add_format({"bold": True, "bottom": 1, "bg_color": "#D9E2EC", **wrap}),
        strong=book.add_format({"bold": True}),
        plain=book.add_format(wrap),
        locked=book.add_format({"num_format": "@", **grey}),
        number=book.add_format({"num_format": "0", **grey}),
        text=book.add_format({"num_format": "@", **white}),
        figure=book.add_format({"num_format": "General", **white}),
        money=book.add_format({"num_format": "#,##0", **white}),
    )
