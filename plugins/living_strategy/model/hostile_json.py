"""Reads JSON that somebody else wrote: every program must read the same in it, in bounded time."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

MAX_DEPTH = 40
# More digits than any program keeps of a number.
_MAX_DIGITS = 18
_MAX_NUMBER_LENGTH = 40


# Why a file is refused: message ids of the translations.
JSON_PROBLEMS = (
    "it is too large",
    "it is not UTF-8",
    "it is not JSON",
    "a key stands in it twice",
    "its parts lie too deep within each other",
    "it holds a number that is too large, or none",
    "it holds a text that is not Unicode",
)
TOO_LARGE, NOT_UTF8, NOT_JSON, DUPLICATE_KEY, TOO_DEEP, BAD_NUMBER, BAD_TEXT = JSON_PROBLEMS


class RefusedJsonError(ValueError):
    """The file is not read; `reason` is one of `JSON_PROBLEMS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_json(raw: bytes, max_bytes: int) -> Any:
    """Return what the bytes say.

    Raises:
        RefusedJsonError: programs could read it in different ways, or not at all.
    """
    if len(raw) > max_bytes:
        raise RefusedJsonError(TOO_LARGE)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise RefusedJsonError(NOT_UTF8) from None
    try:
        data = json.loads(
            text,
            object_pairs_hook=_mapping,
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError:
        raise RefusedJsonError(NOT_JSON) from None
    except RecursionError:
        raise RefusedJsonError(TOO_DEEP) from None
    _check(data)
    return data


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        raise RefusedJsonError(DUPLICATE_KEY)
    return mapping


def _whole(text: str) -> int:
    if len(text) > _MAX_DIGITS:
        raise RefusedJsonError(BAD_NUMBER)
    return int(text)


def _fraction(text: str) -> float:
    number = float(text) if len(text) <= _MAX_NUMBER_LENGTH else math.inf
    if not math.isfinite(number):
        raise RefusedJsonError(BAD_NUMBER)
    return number


def _no_number(text: str) -> float:
    raise RefusedJsonError(BAD_NUMBER)


def _check(data: Any) -> None:
    for value, depth in _values(data):
        if depth > MAX_DEPTH:
            raise RefusedJsonError(TOO_DEEP)
        if isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise RefusedJsonError(BAD_TEXT) from None


def _values(data: Any) -> Iterator[tuple[Any, int]]:
    """Yield every value, every key, and how deep it lies."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        yield value, depth
        if isinstance(value, dict):
            waiting += [(part, depth + 1) for part in value.values()]
            waiting += [(key, depth + 1) for key in value]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]
