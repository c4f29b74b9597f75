"""Two versions of a strategy above compared, entry by entry and field by field.

Classes are those of the change log, because both rest on what the fields declare. Only what a
decision adopts can ask for a new one: what is reported along the way is another nature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from living_strategy.history.change import FieldChange
from living_strategy.history.weights import heavier
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, EntryState
from living_strategy.model.trait import Change, Origin
from living_strategy.upstream.field_differences import (
    CatalogueWords,
    FieldDifference,
    field_differences,
)
from living_strategy.upstream.moved_dates import MovedDate, is_moved, moved_dates


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


GONE = frozenset((ItemNature.RETIRED, ItemNature.MERGED, ItemNature.SPLIT))
"""The natures of what is in force no more."""
_NATURES = {
    Change.SUBSTANTIVE: ItemNature.SUBSTANTIVE,
    Change.CLARIFICATION: ItemNature.CLARIFICATION,
    Change.EDITORIAL: ItemNature.EDITORIAL,
}


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
        return moved_dates(self.changes)


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
    fields = tuple(field_differences(old, new, words))
    if not fields and old.decided == new.decided:
        return None
    return ItemDifference(_nature(old, new, fields), new, old, fields)


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
            is_moved(change)
            for change in field.changes
            if change.change is Change.SUBSTANTIVE and change.origin is Origin.DECIDED
        )
        for field in fields
    )
