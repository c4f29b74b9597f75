"""The fields of an entry as JSON has them, and the hash of what is decided of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from living_strategy.model.catalogue import digest
from living_strategy.model.decided import decided_part
from living_strategy.model.entry import Entry
from living_strategy.model.goal import Goal


def fields_of(entry: Entry) -> dict[str, Any]:
    """Return the fields of an entry that are not empty, as JSON has them."""
    data: dict[str, Any] = entry.model_dump(mode="json", exclude_defaults=True)
    if isinstance(entry, Goal) and entry.indicators:
        data["indicators"] = _with_numbers(data["indicators"])
    for gain in data.get("gains", ()):
        gain |= {key: _number(gain[key]) for key in ("amount", "reached") if gain.get(key)}
    return data


def decided_hash(entry: Entry) -> str:
    """Return the hash of what is decided of an entry, as records of other strategies name it."""
    return decided_digest(entry, fields_of(entry))


def decided_digest(entry: Entry, fields: Mapping[str, Any]) -> str:
    """Return that hash of an entry whose fields are there already."""
    return digest(decided_part(type(entry), fields))


def _with_numbers(indicators: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Turn the values of indicators into numbers: pydantic writes decimals as text."""
    for indicator in indicators:
        single = [indicator[key] for key in ("baseline", "target") if key in indicator]
        for value in (*single, *indicator.get("values", ()), *indicator.get("path", ())):
            value["value"] = _number(value["value"])
    return indicators


def _number(text: str) -> int | float:
    number = Decimal(text)
    return int(number) if number == int(number) else float(number)
