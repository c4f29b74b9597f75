"""What differs between two versions of a file, entry by entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from living_strategy.content.versions import SETTINGS
from living_strategy.history.change import FieldChange, Plain
from living_strategy.history.compare import compare
from living_strategy.model import KINDS
from living_strategy.settings import Settings

EntryKey: TypeAlias = tuple[str, str]
"""Kind and id. The settings of the strategy are the one entry of a kind of their own."""

Fields: TypeAlias = Mapping[str, Plain]
Version: TypeAlias = Mapping[EntryKey, Fields]
"""What one file said of each of its entries."""

STRATEGY_KEY: EntryKey = (SETTINGS, "")
MODELS: Mapping[str, type[BaseModel]] = {
    STRATEGY_KEY[0]: Settings,
    **{kind.kind: kind for kind in KINDS},
}


@dataclass(frozen=True, slots=True)
class Delta:
    """What differs in one entry. `has_old` and `has_new` say on which sides there is one; `changes`
    are empty unless it is there on both. `title` and `aliases` are of the newer side.

    `digest` stands for the contents of both sides, and for nothing else.
    """

    key: EntryKey
    has_old: bool
    has_new: bool
    title: str
    aliases: tuple[str, ...]
    digest: str
    changes: tuple[FieldChange, ...] = ()

    @property
    def retires(self) -> bool:
        """Whether the entry was retired."""
        return any(change.path == ("retired",) and change.new for change in self.changes)


def deltas(old: Version, new: Version) -> tuple[Delta, ...]:
    """Return what differs between two versions of a file: first what is gone, then the rest in the
    order of the newer version.
    """
    gone = (key for key in old if key not in new)
    return (*_of_keys(gone, old, new), *_of_keys(new, old, new))


def _of_keys(keys: Iterator[EntryKey] | Version, old: Version, new: Version) -> Iterator[Delta]:
    for key in keys:
        before, after = old.get(key), new.get(key)
        # Equal texts are read once, so most entries of a register are the same object.
        if before is not after and (delta := between(key, before, after)):
            yield delta


def between(key: EntryKey, old: Fields | None, new: Fields | None) -> Delta | None:
    """Return what differs in one entry, which may have had another id before; None for nothing."""
    if old is not None and new is not None:
        changes = compare(MODELS[key[0]], old, new)
        if not changes:
            return None
    else:
        changes = ()
    fields = new if new is not None else old or {}
    return Delta(
        key,
        old is not None,
        new is not None,
        _text(fields.get("title")),
        _texts(fields.get("aliases")),
        _digest(old, new),
        changes,
    )


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Plain) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else ()
    return tuple(text for text in listed if isinstance(text, str))


def _digest(old: Fields | None, new: Fields | None) -> str:
    sides = "".join("-" if side is None else _SIDES.of(side) for side in (old, new))
    return hashlib.blake2b(sides.encode(), digest_size=8).hexdigest()


_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_encode_text = json.encoder.encode_basestring_ascii


class _Remembered:
    """What was made of an object that nobody changes, by the object itself: equal ones are not
    looked for. It forgets all when they are many.
    """

    def __init__(self, make: Callable[[Any], str], most: int) -> None:
        self._make = make
        self._most = most
        # An object that is held here keeps its number.
        self._made: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """Return what was made of it, or make it."""
        made = self._made.get(id(value))
        if made is None:
            if len(self._made) >= self._most:
                self._made.clear()
            made = self._made[id(value)] = (value, self._make(value))
        return made[1]


def _hash(fields: Fields) -> str:
    """A hash of the fields as JSON, in the order of their names."""
    parts = [f"{_encode_text(key)}:{_json(fields[key])}" for key in sorted(fields)]
    return hashlib.blake2b(f"{{{','.join(parts)}}}".encode(), digest_size=16).hexdigest()


def _json(value: Plain) -> str:
    return _encode_text(value) if isinstance(value, str) else _PARTS.of(value)


# Most lists of a version stand in the next one too, and what is the newer side of a comparison is
# the older one of the next.
_PARTS = _Remembered(_ENCODE, 20_000)
_SIDES = _Remembered(_hash, 4_096)
