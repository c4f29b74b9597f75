"""Data of a file with a value put somewhere; what was there is not changed."""

from __future__ import annotations

from typing import Any

from living_strategy.content.yaml.yaml_reader import KeyPath


def at(data: Any, path: KeyPath) -> Any:
    """Return what a path leads to, None if that is nothing."""
    for step in path:
        if isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def placed(data: Any, path: KeyPath, value: Any) -> Any:
    """Return the data with a value at the end of a path, which is made as far as it is missing.
    None takes away what is there, and what is empty then.
    """
    if not path:
        return value
    step, *rest = path
    inner = placed(at(data, (step,)), tuple(rest), value)
    is_gone = inner is None or inner in ({}, [])
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        return [*items[:step], *([] if is_gone else [inner]), *items[step + 1 :]]
    fields = dict(data) if isinstance(data, dict) else {}
    if is_gone:
        fields.pop(step, None)
    else:
        fields[step] = inner
    return fields
