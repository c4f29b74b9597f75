"""Values as YAML says them, and when two of them say the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

from living_strategy.history.change import Plain
from living_strategy.history.fields import FieldPlan, Sort


def is_empty(value: Plain) -> bool:
    """Return whether a file that says this says nothing."""
    return not (value.strip() if isinstance(value, str) else value)


def listed(value: Plain) -> Sequence[Plain]:
    """Return what stands in a field for lists, also if it is no list."""
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, Mapping)) else value


def key_of(plan: FieldPlan, value: Plain) -> Plain:
    """Return what a single value of a field says: two that say the same have the same key."""
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", " ".join(value.split()))
    return _number(text) if plan.sort is Sort.NUMBER else text


def _number(text: str) -> str:
    """Return a number without the zeros that say nothing, or the text if it is none."""
    try:
        sign, digits, exponent = Decimal(text).as_tuple()
    except InvalidOperation:
        return text
    if not isinstance(exponent, int):
        return text
    figures = "".join(map(str, digits)).lstrip("0")
    significant = figures.rstrip("0")
    if not significant:
        return "0"
    return f"{'-' * sign}{significant}E{exponent + len(figures) - len(significant)}"
