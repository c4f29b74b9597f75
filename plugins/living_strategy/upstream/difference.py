"""Two versions of a strategy above compared, entry by entry and field by field.

Classes are those of the change log, because both rest on what the fields declare. Only what a
decision adopts can ask for a new one: what is reported along the way is another nature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.compare import compare_fields
from living_strategy.history.delta import MODELS
from living_strategy.history.slips import settle, vocabulary_of
from living_strategy.history.weights import heavier
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState, Json
from living_strategy.model.trait import Change, Origin

# The fields that hold what somebody has promised for a date.
_PROMISED = frozenset(("milestones", "period", "indicators"))
_DATES = frozenset(("date", "start", "end"))


class ItemNature(StrEnum):
    """What happened to an entry between two versions, the weightiest first."""

    RETIRED = "retired"
    """It is in force no more, and nothing took over."""
    SPLIT = "split"
    """Several took over."""
    MERGED = "merged"
    """One took over, alone or from several."""
    SUBSTANTIVE = "substantive"
    UNSEEN = "unseen"
    """What is decided of it differs, and the earlier wording is not here."""
    MOVED = "moved"
    """Nothing weightier than a date that was promised."""
    NEW = "new"
    CLARIFICATION = "clarification"
    EDITORIAL = "editorial"
    REPORTED = "reported"
    """Figures, statuses, reports and sources: nothing that was decided."""


_NATURES = {
    Change.SUBSTANTIVE: ItemNature.SUBSTANTIVE,
    Change.CLARIFICATION: ItemNature.CLARIFICATION,
    Change.EDITORIAL: ItemNature.EDITORIAL,
}


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


class MovedDate(NamedTuple):
    """A date that was promised and is another one. `field` is milestones, period or indicators;
    `what` the milestone, the indicator, or the end of the period.
    """

    field: str
    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An entry that differs. `entry` is as it is now, or was last; `old` is the earlier wording,
    None for a new entry and where that wording is not here. `successors` took over from what is in
    force no more, and are in force.
    """

    nature: ItemNature
    entry: CatalogueEntry
    old: CatalogueEntry | None = None
    fields: tuple[FieldDifference, ...] = ()
    successors: tuple[CatalogueEntry, ...] = ()

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """What the change log would tell of it."""
        return tuple(change for field in self.fields for change in field.changes)

    @property
    def moved(self) -> tuple[MovedDate, ...]:
        """The dates that were promised and are others."""
        return tuple(
            MovedDate(change.path[0], _what(change), str(change.old), str(change.new))
            for change in self.changes
            if _is_moved(change)
        )


def differences(
    old: Catalogue, new: Catalogue, words: CatalogueWords | None = None
) -> Iterator[ItemDifference]:
    """Yield what differs between two versions: first what is in force now, then what is no more,
    each by the ids. An entry that was in force in neither is nobody's concern.
    """
    words = words or CatalogueWords(new)
    before = {entry.id: entry for entry in old.entries if entry.state is EntryState.IN_FORCE}
    heirs = _heirs(before, new)
    for entry in sorted(new.entries, key=lambda entry: entry.id):
        if entry.state is not EntryState.IN_FORCE:
            continue
        was = before.get(heirs.get(entry.id, ""))
        if was is None:
            yield ItemDifference(ItemNature.NEW, entry)
        elif difference := between(was, entry, words):
            yield difference
    continued = set(heirs.values())
    for entry_id in sorted(before.keys() - continued):
        yield left(before[entry_id], new)


def since(
    judged: CatalogueEntry, new: Catalogue, words: CatalogueWords | None = None
) -> ItemDifference | None:
    """Return what differs from an entry as it was judged; None for nothing."""
    now = new.find(judged.id)
    if now is None or now.state is not EntryState.IN_FORCE:
        return left(judged, new)
    return between(judged, now, words or CatalogueWords(new))


def unseen(entry: CatalogueEntry, new: Catalogue) -> ItemDifference:
    """Return an entry that differs from what was judged, when nobody has the earlier wording."""
    if entry.state is not EntryState.IN_FORCE:
        return left(entry, new)
    return ItemDifference(ItemNature.UNSEEN, entry)


def left(entry: CatalogueEntry, new: Catalogue) -> ItemDifference:
    """Return an entry that is in force no more, with what took over."""
    now = new.find(entry.id)
    if now and now.state is EntryState.IN_FORCE:
        # Another entry has its id among the earlier ones.
        return ItemDifference(ItemNature.MERGED, entry, entry, (), (now,))
    successors = new.successors(entry.id)
    nature = ItemNature.RETIRED
    if successors:
        nature = ItemNature.MERGED if len(successors) == 1 else ItemNature.SPLIT
    return ItemDifference(nature, now or entry, entry, (), successors)


def between(
    old: CatalogueEntry, new: CatalogueEntry, words: CatalogueWords
) -> ItemDifference | None:
    """Return what differs between two wordings of one entry; None for nothing."""
    fields = tuple(_fields(old, new, words))
    if not fields and old.decided == new.decided:
        return None
    return ItemDifference(_nature(old, new, fields), new, old, fields)


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


def _heirs(before: Mapping[str, CatalogueEntry], new: Catalogue) -> dict[str, str]:
    """Return the earlier id of each entry in force now; if several became one, that of the one
    which had its id, or the first.
    """
    heirs: dict[str, str] = {}
    for entry_id in sorted(before):
        now = new.find(entry_id)
        if now and now.state is EntryState.IN_FORCE and (now.id not in heirs or now.id == entry_id):
            heirs[now.id] = entry_id
    return heirs


def _fields(
    old: CatalogueEntry, new: CatalogueEntry, words: CatalogueWords
) -> Iterator[FieldDifference]:
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


def _nature(
    old: CatalogueEntry, new: CatalogueEntry, fields: Sequence[FieldDifference]
) -> ItemNature:
    decided = [field for field in fields if field.origin is Origin.DECIDED]
    if not decided:
        if old.decided != new.decided:
            # Something is decided otherwise that no field shows, or only its white space is.
            return ItemNature.EDITORIAL if fields else ItemNature.SUBSTANTIVE
        return (
            ItemNature.REPORTED if any(field.changes for field in fields) else ItemNature.EDITORIAL
        )
    weight = Change.EDITORIAL
    for field in decided:
        weight = heavier(weight, field.change)
    if weight is Change.SUBSTANTIVE and _only_moved(decided):
        return ItemNature.MOVED
    return _NATURES[weight]


def _only_moved(fields: Sequence[FieldDifference]) -> bool:
    """Whether all that is substantive is that promised dates are others."""
    return all(
        field.is_known
        and all(
            _is_moved(change)
            for change in field.changes
            if change.change is Change.SUBSTANTIVE and change.origin is Origin.DECIDED
        )
        for field in fields
    )


def _is_moved(change: FieldChange) -> bool:
    return (
        change.operation is Operation.SET
        and change.origin is Origin.DECIDED
        and change.path[0] in _PROMISED
        and change.path[-1] in _DATES
        and isinstance(change.old, str)
        and isinstance(change.new, str)
    )


def _what(change: FieldChange) -> str:
    return change.path[1] if len(change.path) > 1 else change.path[0]


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
