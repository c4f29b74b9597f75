"""What differs between two versions of a file, entry by entry."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel

from living_strategy.content.versions import ADOPTION, SETTINGS
from living_strategy.history.change import FieldChange, Plain
from living_strategy.history.compare import compare_fields, differing
from living_strategy.model import KINDS
from living_strategy.model.adoption import Adoption
from living_strategy.settings import Settings

EntryKey: TypeAlias = tuple[str, str]
"""Kind and id. The settings of the strategy are the one entry of a kind of their own."""

Fields: TypeAlias = Mapping[str, Plain]
Version: TypeAlias = Mapping[EntryKey, Fields]
"""What one file said of each of its entries."""

STRATEGY_KEY: EntryKey = (SETTINGS, "")
MODELS: Mapping[str, type[BaseModel]] = {
    STRATEGY_KEY[0]: Settings,
    ADOPTION: Adoption,
    **{kind.kind: kind for kind in KINDS},
}


class Delta(NamedTuple):
    """What differs in one entry. `has_old` and `has_new` say on which sides there is one; `changes`
    are empty unless it is there on both, or a record that came: what it says is what happened.
    `title` and `aliases` are of the newer side.
    `retires` is whether the entry was retired.

    `digest` stands for the contents of both sides, and for nothing else.
    """

    key: EntryKey
    has_old: bool
    has_new: bool
    title: str
    aliases: tuple[str, ...]
    digest: str
    changes: Sequence[FieldChange] = ()
    retires: bool = False


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
    names: Sequence[str] = ()
    changes: tuple[FieldChange, ...] = ()
    if old is not None and new is not None:
        names = differing(old, new)
        changes = compare_fields(MODELS[key[0]], old, new, names)
        if not changes:
            return None
    elif new is not None and key[0] == ADOPTION:
        changes = compare_fields(Adoption, {}, new, differing({}, new))
    fields = new if new is not None else old or {}
    return Delta(
        key,
        old is not None,
        new is not None,
        _text(fields.get("title")),
        _texts(fields.get("aliases")),
        _digest(old, new, names),
        changes,
        retired_by(changes),
    )


def retired_by(changes: Sequence[FieldChange]) -> bool:
    """Return whether an entry was retired by these changes."""
    return any(change.path == ("retired",) and change.new for change in changes)


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: Plain) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else ()
    return tuple(text for text in listed if isinstance(text, str))


def _digest(old: Fields | None, new: Fields | None, names: Sequence[str]) -> str:
    """Return a hash of two versions, which differ in the fields of these names."""
    before = _SIDES.of(old) if old is not None else None
    after = _SIDES.of(new, before, names) if new is not None else None
    sides = f"{before.hash if before else '-'}{after.hash if after else '-'}"
    return hashlib.blake2b(sides.encode(), digest_size=8).hexdigest()


_ENCODE = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
_encode_text = json.encoder.encode_basestring_ascii
_MAX_SIDES = 4_096


class _Side(NamedTuple):
    """One version of an entry as JSON, with its fields by name in order: how long each is written,
    and a hash of them all.
    """

    fields: Fields
    names: tuple[str, ...]
    lengths: list[int]
    text: str
    hash: str


class _Sides:
    """The last versions that were hashed: what is the newer side now is the older one of the next
    comparison, and most of its fields stand in both.
    """

    def __init__(self) -> None:
        # Fields that are held here keep their number.
        self._known: dict[int, _Side] = {}
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}

    def of(self, fields: Fields, before: _Side | None = None, names: Sequence[str] = ()) -> _Side:
        """Return a version; it may differ in the fields of these names from the one before it."""
        side = self._known.get(id(fields))
        if side is None:
            if before:
                self._known.pop(id(before.fields), None)
            elif len(self._known) >= _MAX_SIDES:
                self._known.clear()
            has_same = before is not None and before.fields.keys() == fields.keys()
            side = _rewritten(before, fields, names) if before and has_same else self._new(fields)
            self._known[id(fields)] = side
        return side

    def _new(self, fields: Fields) -> _Side:
        names = tuple(sorted(fields))
        written = [_field(name, fields[name]) for name in names]
        text = f"{{{','.join(written)}}}"
        shared = self._names.setdefault(names, names)
        return _Side(fields, shared, [len(field) for field in written], text, _hash(text))

    def forget(self) -> None:
        """Forget all versions."""
        self._known.clear()
        self._names.clear()


def _rewritten(before: _Side, fields: Fields, names: Sequence[str]) -> _Side:
    """Write those fields anew that have these names."""
    text, lengths = before.text, before.lengths.copy()
    for name in names:
        index = before.names.index(name)
        # Behind the brace, and a comma for each field before.
        start = 1 + sum(lengths[:index]) + index
        field = _field(name, fields[name])
        text = f"{text[:start]}{field}{text[start + lengths[index] :]}"
        lengths[index] = len(field)
    return _Side(fields, before.names, lengths, text, _hash(text))


def _field(name: str, value: Plain) -> str:
    written = _encode_text(value) if isinstance(value, str) else _ENCODE(value)
    return f"{_encode_text(name)}:{written}"


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


_SIDES = _Sides()


def forget_versions() -> None:
    """Forget the versions that were hashed last; without them, hashing takes longer."""
    _SIDES.forget()
