"""Files about a strategy above as text: locks, records and lines of strategy.yml, in one form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from living_strategy.model.adoption import Adoption
from living_strategy.model.pin import Lock

_HEAD = "# Written by the program; the file beside is used only if it has this SHA-256.\n"
# A scalar that nobody reads as something else. Every other one is written in quotation marks.
_PLAIN = frozenset(("state", "field"))


def lock_text(lock: Lock) -> str:
    """Return the lock beside a catalogue."""
    fields = lock.model_dump(mode="json", exclude_none=True)
    return _HEAD + "".join(f"{line}\n" for line in _mapping(fields))


def record_text(adoption: Adoption) -> str:
    """Return a record, its fields in the order of the model and empty ones left out."""
    fields = adoption.model_dump(mode="json", exclude_defaults=True)
    return "".join(f"{line}\n" for line in _mapping(fields))


def settings_lines(name: str, title: str, address: str) -> str:
    """Return what strategy.yml says of a strategy above."""
    lines = ["upstream:", f"  - name: {name}", f"    title: {_scalar('title', title)}"]
    if address:
        lines.append(f"    address: {_scalar('address', address)}")
    return "".join(f"{line}\n" for line in lines)


def _mapping(fields: dict[str, Any]) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, dict):
            yield f"{key}:"
            yield from (f"  {line}" for line in _mapping(value))
        elif isinstance(value, list):
            yield f"{key}:"
            for part in value:
                first, *others = _mapping(part)
                yield f"  - {first}"
                yield from (f"    {line}" for line in others)
        else:
            yield f"{key}: {_scalar(key, value)}"


def _scalar(key: str, value: Any) -> str:
    """Return a value as JSON, which YAML reads in the same way."""
    if key in _PLAIN or not isinstance(value, str):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
