"""What data say, whoever wrote them."""

from __future__ import annotations

from typing import Any


def meaning(data: Any) -> Any:
    """Return data as text, without what is empty and without line breaks at the end."""
    if isinstance(data, dict):
        parts = {key: meaning(value) for key, value in data.items()}
        return {key: value for key, value in parts.items() if value not in ({}, [])}
    if isinstance(data, list):
        return [meaning(value) for value in data]
    return str(data).rstrip("\n")
