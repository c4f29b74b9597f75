"""What messages about numbers and dates say besides the field and the value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from living_strategy.limits import MAX_NUMBER
from living_strategy.partial_date import PartialDate

# Hyphens, dashes and minus signs that look like the hyphen on the keyboard.
_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def limit_of(detail: Any) -> str:
    """Return the bound that a number or a year goes beyond."""
    context = detail.get("ctx", {})
    if "first" in context:
        return f"{context['first']}–{context['last']}"
    if "ge" in context:
        return f"≥ {_spaced(context['ge'])}"
    # So many digits that nobody has counted them: beyond what any number may be.
    is_lower_limit = context.get("le") is None and str(detail["input"]).lstrip().startswith("-")
    return "≥ 0" if is_lower_limit else f"≤ {_spaced(context.get('le', MAX_NUMBER))}"


def _spaced(number: Any) -> str:
    """Five digits and more in groups; a year is not one of them."""
    return f"{number:,}".replace(",", " ") if abs(number) >= 10_000 else str(number)


def date_meant(value: Any) -> Mapping[str, str]:
    """Return the date with ordinary hyphens and without odd spaces, if that makes it one."""
    if not isinstance(value, str) or len(value) > 40:
        return {}
    date = _HYPHENS.sub("-", "".join(value.split()))
    try:
        PartialDate.parse(date)
    except PydanticCustomError:
        return {}
    return {"near": date}
