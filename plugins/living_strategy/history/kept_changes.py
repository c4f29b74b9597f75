"""The changes of one entry as they are kept: packed, until somebody asks for them.

A page has all events of an entry. What a field said before is mostly what it came to say earlier
on the same page, and is then not written again.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple, overload

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.delta import Delta, retired_by
from living_strategy.model.trait import Change, Origin

_REQUIRED = 4
_DEFAULTS: list[Any] = [None, None, (), (), None, False]
_SAME = 0
"""Stands for what the field came to say before. No value of a field is a number."""
_OPERATIONS = {operation.value: operation for operation in Operation}
_WEIGHTS = {weight.value: weight for weight in Change}
_ORIGINS = {origin.value: origin for origin in Origin}
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_CLASSES = tuple(Change)
_OPEN = 1 << len(_CLASSES)
_TOLD = tuple(
    frozenset(weight for bit, weight in enumerate(_CLASSES) if mask >> bit & 1)
    for mask in range(_OPEN)
)


class Made(NamedTuple):
    """Where a delta comes from: a hash of the pair of versions that were compared, the number of
    the delta among those of the pair, and how many they are.
    """

    pair: str
    number: int
    among: int
    delta: Delta


class KeptChanges(Sequence[FieldChange]):
    """The changes of one event. What most askers want to know is known without unpacking them."""

    __slots__ = ("_number", "_page", "mask")

    def __init__(self, page: Page, number: int, mask: int) -> None:
        self._page = page
        self._number = number
        self.mask = mask

    @property
    def page(self) -> Page:
        """Where they are kept."""
        return self._page

    @property
    def number(self) -> int:
        """The number of the event on its page."""
        return self._number

    def _all(self) -> tuple[FieldChange, ...]:
        return self._page.changes[self._number]

    @overload
    def __getitem__(self, index: int) -> FieldChange: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[FieldChange, ...]: ...
    def __getitem__(self, index: int | slice) -> FieldChange | tuple[FieldChange, ...]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[FieldChange]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, KeptChanges):
            return self._all() == other._all()
        return self._all() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def __reduce__(self) -> tuple[type[tuple[FieldChange, ...]], tuple[tuple[FieldChange, ...]]]:
        return tuple, (self._all(),)


def told_classes(changes: Sequence[FieldChange]) -> frozenset[Change]:
    """Return the classes of those changes that readers are told of."""
    if isinstance(changes, KeptChanges):
        return _TOLD[changes.mask & (_OPEN - 1)]
    return frozenset(change.change for change in changes if change.is_told)


def is_open(changes: Sequence[FieldChange]) -> bool:
    """Return whether something is to be decided with the words and ids of today."""
    if isinstance(changes, KeptChanges):
        return bool(changes.mask & _OPEN)
    if len(changes) == 1:
        return bool(changes[0].slips)
    unlinked = {change.path for change in changes if change.operation is Operation.UNLINKED}
    return any(
        change.slips or (change.operation is Operation.LINKED and change.path in unlinked)
        for change in changes
    )


def mask_of(changes: Sequence[FieldChange]) -> int:
    """Return what is known of kept changes without unpacking them, as a number."""
    if isinstance(changes, KeptChanges):
        return changes.mask
    if not changes:
        return 0
    told = told_classes(changes)
    bits = sum(1 << bit for bit, weight in enumerate(_CLASSES) if weight in told)
    return bits | (_OPEN if is_open(changes) else 0)


class Page:
    """The events of one entry, packed. Its name is a hash of its content."""

    __slots__ = ("_about", "_changes", "_content", "name")
    is_kept = True
    """Whether it is in the file of kept histories."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._content = content
        self._about: list[list[Any]] | None = None
        self._changes: tuple[tuple[FieldChange, ...], ...] | None = None

    def has_only(self, count: int) -> bool:
        """Return whether so many events, counted from the first, are all that the page has. A page
        that was kept is of one entry.
        """
        return bool(count)

    @property
    def content(self) -> bytes:
        """The page as it is kept."""
        return self._content

    @property
    def changes(self) -> tuple[tuple[FieldChange, ...], ...]:
        """The changes of each event."""
        if self._changes is None:
            self._changes = tuple(_unpacked(self._line(1)))
        return self._changes

    @property
    def about(self) -> list[list[Any]]:
        """Where the changes of each event come from, as `Made` without changes; see `made`."""
        if self._about is None:
            self._about = self._line(0)
        return self._about

    def made(self, number: int) -> Made | None:
        """Return the delta that an event was made of, if that is known."""
        row = self.about[number]
        if not row:
            return None
        pair, place, among, (kind, entry), has_old, has_new, title, aliases, digest = row
        sides = bool(has_old), bool(has_new)
        changes = self.changes[number]
        delta = Delta(
            (kind, entry), *sides, title, tuple(aliases), digest, changes, retired_by(changes)
        )
        return Made(pair, place, among, delta)

    def _line(self, number: int) -> Any:
        text = zlib.decompress(self.content).decode("utf-8", "surrogatepass")
        return json.loads(text.split("\n")[number])


def page_name(content: bytes) -> str:
    """Return the name that a page of this content has."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def packed_page(about: Iterable[Sequence[Any]], events: Iterable[Sequence[FieldChange]]) -> bytes:
    """Pack the changes of the events of one entry, oldest first, and where they come from: rows of
    `about_row`, which may be empty.
    """
    said: dict[tuple[str, ...], Plain] = {}
    rows = [[_row(change, said) for change in changes] for changes in events]
    text = f"{_ENCODE(list(about))}\n{_ENCODE(rows)}"
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def about_row(made: Made) -> tuple[Any, ...]:
    """Return all but the changes, as it is kept."""
    delta = made.delta
    sides = int(delta.has_old), int(delta.has_new)
    return (*made[:3], delta.key, *sides, delta.title, delta.aliases, delta.digest)


def _row(change: FieldChange, said: dict[tuple[str, ...], Plain]) -> list[Any]:
    """Return the fields of a change, without those at the end that say nothing."""
    old = change.old
    row = [
        change.operation._value_, change.path, change.change._value_, change.origin._value_,
        _SAME if old is not None and said.get(change.path) == old else old,
        change.new, change.slips, change.parts, change.position, change.correction,
    ]  # fmt: skip
    said[change.path] = change.new
    while len(row) > _REQUIRED and row[-1] == _DEFAULTS[len(row) - 1 - _REQUIRED]:
        row.pop()
    return row


def _unpacked(events: list[list[list[Any]]]) -> Iterator[tuple[FieldChange, ...]]:
    said: dict[tuple[str, ...], Plain] = {}
    for rows in events:
        yield tuple([_change(row, said) for row in rows])


def _change(row: list[Any], said: dict[tuple[str, ...], Plain]) -> FieldChange:
    operation, path, weight, origin, *rest = row
    path = tuple(path)
    old, new, slips, parts, position, correction = rest + _DEFAULTS[len(rest) :]
    if old == _SAME:
        old = said[path]
    said[path] = new
    return FieldChange(
        _OPERATIONS[operation], path, _WEIGHTS[weight], _ORIGINS[origin], old, new,
        tuple(map(tuple, slips)), tuple(parts), position, correction,
    )  # fmt: skip
