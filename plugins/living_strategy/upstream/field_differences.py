"""Two wordings of an entry compared field by field, with the classes of the change log."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.compare import compare_fields
from living_strategy.history.delta import MODELS
from living_strategy.history.slips import settle, vocabulary_of
from living_strategy.history.weights import heavier
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, Json
from living_strategy.model.trait import Change, Origin


class FieldDifference(NamedTuple):
    """A field of an entry that is another one: what it was and is as written, None where there is
    none. `changes` are those that the change log would tell; there are none for other white space,
    nor for a field that this version of the program does not know.
    """

    name: str
    old: Json
    new: Json
    change: Change
    origin: Origin
    changes: tuple[FieldChange, ...] = ()
    is_known: bool = True


class CatalogueWords:
    """The words of a catalogue, which tell a slip of the pen from another word; looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words: frozenset[str] | None = None

    def settled(self, change: FieldChange) -> FieldChange:
        """Decide on the words of a change that may be slips."""
        if not change.slips:
            return change
        if self._words is None:
            self._words = vocabulary_of(_texts([entry.fields for entry in self._catalogue.entries]))
        return settle(change, self._words)


def field_differences(
    old: CatalogueEntry, new: CatalogueEntry, words: CatalogueWords
) -> Iterator[FieldDifference]:
    """Yield the fields that differ, in the order of the later wording."""
    model = MODELS.get(new.kind) if new.kind == old.kind else None
    for name in dict.fromkeys((*new.fields, *old.fields)):
        if name == "id" or old.base(name) == new.base(name):
            continue
        was, now = old.fields.get(name), new.fields.get(name)
        changes: tuple[FieldChange, ...] = ()
        if model:
            compared = compare_fields(model, _plain(old.fields), _plain(new.fields), [name])
            changes = tuple(words.settled(change) for change in compared)
        if any(change.operation is Operation.UNKNOWN for change in changes) or not model:
            yield _unknown(name, was, now, old.decided != new.decided)
        elif changes:
            yield _told(name, was, now, changes)
        else:
            yield FieldDifference(name, was, now, Change.EDITORIAL, Origin.REPORTED)


def _told(name: str, was: Json, now: Json, changes: Sequence[FieldChange]) -> FieldDifference:
    """Return a field with the class of what is decided in it, or else of what is reported."""
    decided = [change for change in changes if change.origin is Origin.DECIDED]
    weight = Change.EDITORIAL
    for change in decided or changes:
        weight = heavier(weight, change.change)
    origin = Origin.DECIDED if decided else Origin.REPORTED
    return FieldDifference(name, was, now, weight, origin, tuple(changes))


def _unknown(name: str, was: Json, now: Json, is_decided: bool) -> FieldDifference:
    """Return a field of a later version of the program: doubt is a reason to look."""
    change = Change.SUBSTANTIVE if is_decided else Change.EDITORIAL
    origin = Origin.DECIDED if is_decided else Origin.REPORTED
    return FieldDifference(name, was, now, change, origin, (), is_known=False)


def _plain(fields: Mapping[str, Json]) -> Mapping[str, Plain]:
    """Return fields as the reader of YAML leaves them: every scalar is text."""
    return {name: _as_text(value) for name, value in fields.items()}


def _as_text(value: Json) -> Plain:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _as_text(part) for key, part in value.items()}
    return [_as_text(part) for part in value]


def _texts(values: Sequence[Json]) -> Iterator[str]:
    waiting: list[Json] = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, Sequence):
            waiting += value
