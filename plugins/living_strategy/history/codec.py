"""Values of a history as JSON and back, by the types of their fields: nothing is listed twice.

A value becomes a list of its fields in their order; those at the end that say nothing are left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Decode = Callable[[Any], Any]


def packed(values: object) -> str:
    """Return a value of `history`, or a sequence of them, as JSON."""
    return json.dumps(values, default=_listed, ensure_ascii=False, separators=(",", ":"))


def unpacked(kind: type[Value], text: str) -> Value:
    """Return the value that was packed.

    Raises:
        ValueError: the text is no value of this type.
    """
    hint: Any = kind
    try:
        value = _decoder(hint)(json.loads(text))
    except (AttributeError, LookupError, TypeError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    if not isinstance(value, kind):
        raise ValueError(f"not a {kind.__name__}")
    return value


def _listed(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        # What the property says, at a fifth of its cost.
        return value._value_
    kind: Any = type(value)
    values_of, required, defaults = _shape(kind)
    values = values_of(value)
    count = len(values)
    while count > required and values[count - 1] == defaults[count - 1]:
        count -= 1
    return values[:count]


@cache
def _shape(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], int, tuple[object, ...]]:
    """Return what gives all fields, the number of fields without default, and the defaults."""
    if not is_dataclass(kind):
        raise TypeError(f"no value of a history: {kind!r}")
    declared = fields(kind)
    names = [field.name for field in declared]
    values_of = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    defaults = tuple(field.default for field in declared)
    return values_of, sum(default is MISSING for default in defaults), defaults


@cache
def _decoder(hint: Any) -> _Decode:
    """Make the function that makes a value of this type out of JSON."""
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    if hint is date:
        return date.fromisoformat
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint))
    if get_origin(hint) is UnionType:
        return _optional([part for part in get_args(hint) if part is not NoneType])
    # Texts, numbers and plain data are what JSON has.
    return _as_is


def _as_is(value: Any) -> Any:
    return value


def _record(kind: type[Any]) -> _Decode:
    hints = get_type_hints(kind)
    decoders = tuple(_decoder(hints[field.name]) for field in fields(kind))
    converted = tuple(
        (index, decode) for index, decode in enumerate(decoders) if decode is not _as_is
    )

    def decode(values: list[Any]) -> Any:
        count = len(values)
        for index, decode_field in converted:
            if index >= count:
                break
            values[index] = decode_field(values[index])
        return kind(*values)

    return decode


def _tuple(parts: Sequence[Any]) -> _Decode:
    if parts[1:] != (...,):
        decoders = [_decoder(part) for part in parts]
        return lambda values: tuple(
            decode(value) for decode, value in zip(decoders, values, strict=True)
        )
    decode = _decoder(parts[0])
    return tuple if decode is _as_is else lambda values: tuple(map(decode, values))


def _optional(kinds: Sequence[Any]) -> _Decode:
    """Return the type of a value that may be missing; several types are those of plain data."""
    decode = _decoder(kinds[0]) if len(kinds) == 1 else _as_is
    return decode if decode is _as_is else lambda value: None if value is None else decode(value)
