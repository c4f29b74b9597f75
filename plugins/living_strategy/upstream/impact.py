"""What a new version of a strategy above asks of a council: its changes crossed with what is
decided, overlaid, planned and linked to here. Nothing is decided, and nothing changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from living_strategy.content.corpus import AdoptionRecord, Pinned
from living_strategy.content.graph import Graph
from living_strategy.model import Entry, Measure, Project
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue, CatalogueEntry, Json
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.cells import (
    NO_DATES,
    OVERLAID,
    STILL_NAMED,
    UNSEEN,
    Cell,
    Need,
    cell,
    named_cell,
    untied_cell,
)
from living_strategy.upstream.difference import (
    CatalogueWords,
    ItemDifference,
    ItemNature,
    MovedDate,
    differences,
    since,
    unseen,
)
from living_strategy.upstream.kept import is_as_judged, judged, newest_first
from living_strategy.upstream.treatment import TREATED

_ASKING = frozenset((Need.DECIDE, Need.ACT, Need.READ))
_NEEDS = {need: index for index, need in enumerate(Need)}
GONE = frozenset((ItemNature.RETIRED, ItemNature.MERGED, ItemNature.SPLIT))
"""The natures of what is in force no more."""


class ThreeWay(NamedTuple):
    """A field with local words whose national ones have changed: what they replaced (None where
    nobody has it any more), what stands there now, and the local words.
    """

    field: str
    base: Json
    now: Json
    ours: str


class Reference(NamedTuple):
    """Where something here names an entry that is in force no more: the id of an entry of this
    strategy, or the path of a page, and what may be named instead.
    """

    source: str
    written: str
    suggestions: tuple[str, ...] = ()


class LocalDate(NamedTuple):
    """A date here beside a national one that was moved. `is_later` is whether all of it lies after
    the national date; else it lies before, or is the same.
    """

    entry: Entry
    what: str
    date: PartialDate
    moved: MovedDate
    is_later: bool


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """What one entry asks for, and why: `reasons` are sentences without full stops, as message ids.
    `version` is what it was judged against; empty for what has not been treated.
    """

    difference: ItemDifference
    need: Need
    reasons: tuple[str, ...]
    record: AdoptionRecord | None = None
    version: str = ""
    overlays: tuple[ThreeWay, ...] = ()
    dates: tuple[LocalDate, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def entry(self) -> CatalogueEntry:
        """The national entry as it is now, or was last."""
        return self.difference.entry

    @property
    def state(self) -> AdoptionState | None:
        """What was decided; None for what has not been treated."""
        return self.record.adoption.state if self.record else None


@dataclass(frozen=True, slots=True)
class Impact:
    """What must be done with a version: a row for each entry that differs, the weightiest first.
    `since` is the version that is compared with where nothing was judged; empty if none is here,
    and then nothing is known to be new.
    """

    name: str
    title: str
    version: str
    since: str
    rows: tuple[ImpactRow, ...]

    def of(self, need: Need) -> tuple[ImpactRow, ...]:
        """Return the rows that ask for this."""
        return tuple(row for row in self.rows if row.need is need)

    @property
    def asks(self) -> int:
        """How many rows ask somebody to decide, to act or to read."""
        return sum(row.need in _ASKING for row in self.rows)


def impact(graph: Graph, pinned: Pinned, start: Catalogue | None = None) -> Impact:
    """Return what the pinned version asks for. What was judged is compared with the wording that
    was judged, everything else with the version before; with `start`, all with that one.
    """
    new = pinned.catalogue
    if new is None:
        return Impact(pinned.name, pinned.title, "", "", ())
    earlier = (start,) if start else pinned.earlier
    before = max(earlier, key=lambda kept: kept.date, default=None)
    records = {
        record.id: record for record in graph.corpus.adoptions if record.upstream == pinned.name
    }
    crossing = _Crossing(graph, pinned.name, new, before, earlier)
    found: list[tuple[ItemDifference, AdoptionRecord | None]] = []
    done: set[str] = set()
    if start is None:
        for record in records.values():
            if record.adoption.against:
                done.add(record.id)
                if difference := _since_judged(record, pinned, new, earlier, crossing.words):
                    found.append((difference, record))
    for difference in differences(before, new, crossing.words) if before else ():
        of_it = _record_of(difference, records, before)
        if of_it is None or of_it.id not in done:
            found.append((difference, of_it))
    rows = (crossing.row(difference, record) for difference, record in found)
    return Impact(
        pinned.name,
        pinned.title,
        new.version,
        before.version if before else "",
        tuple(sorted(rows, key=_order)),
    )


def _since_judged(
    record: AdoptionRecord,
    pinned: Pinned,
    new: Catalogue,
    earlier: Sequence[Catalogue],
    words: CatalogueWords,
) -> ItemDifference | None:
    """Return what differs from what was judged; None for nothing that anybody can see."""
    now = pinned.find(record.id)
    for kept in newest_first(earlier):
        if was := judged(record, now, kept):
            return since(was, new, words)
    if now is None or is_as_judged(record, now):
        return None
    return unseen(now, new)


def _record_of(
    difference: ItemDifference,
    records: Mapping[str, AdoptionRecord],
    before: Catalogue | None,
) -> AdoptionRecord | None:
    """Return the record about an entry, also under an id that it had before; not under that of
    another entry which became part of it.
    """
    entry, old = difference.entry, difference.old
    aliases = [alias for alias in entry.aliases if before is None or alias not in before.by_id]
    for entry_id in (entry.id, *((old.id, *old.aliases) if old else ()), *aliases):
        if entry_id in records:
            return records[entry_id]
    return None


@dataclass(frozen=True, slots=True)
class _Crossing:
    """Crosses differences with what is here."""

    graph: Graph
    name: str
    new: Catalogue
    before: Catalogue | None
    earlier: Sequence[Catalogue]
    words: CatalogueWords = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", CatalogueWords(self.new))

    def row(self, difference: ItemDifference, record: AdoptionRecord | None) -> ImpactRow:
        """Return what an entry asks for."""
        is_gone = difference.nature in GONE
        named = tuple(self._names(difference))
        overlays = tuple(self._three_ways(difference, record))
        dates = () if is_gone else tuple(self._dates(difference))
        asked = self._asked(difference, record, is_named=bool(named))
        if difference.nature is ItemNature.MOVED and asked.need is Need.ACT and not dates:
            asked = NO_DATES
        is_treated = record is not None or difference.entry.kind == TREATED
        cells = [asked]
        cells += [UNSEEN] if difference.nature is ItemNature.UNSEEN else []
        cells += [OVERLAID] if overlays else []
        cells += [STILL_NAMED] if is_gone and named and is_treated else []
        against = record.adoption.against if record else None
        return ImpactRow(
            difference,
            min((one.need for one in cells), key=_NEEDS.__getitem__),
            tuple(one.sentence for one in cells),
            record,
            against.version if against else "",
            overlays,
            dates,
            named if is_gone else (),
        )

    def _asked(
        self, difference: ItemDifference, record: AdoptionRecord | None, *, is_named: bool
    ) -> Cell:
        if record or difference.entry.kind == TREATED:
            return cell(difference.nature, record.adoption.state if record else None)
        return named_cell(difference.nature) if is_named else untied_cell()

    def _names(self, difference: ItemDifference) -> Iterator[Reference]:
        """Yield where something here names the entry, each place once."""
        ids = {difference.entry.id, *((difference.old.id,) if difference.old else ())}
        suggestions = tuple(f"{self.name}:{entry.id}" for entry in difference.successors)
        seen: set[tuple[str, str]] = set()
        for reference in self.graph.upstream:
            key = (reference.source, reference.written)
            if reference.upstream == self.name and reference.id in ids and key not in seen:
                seen.add(key)
                yield Reference(*key, suggestions)

    def _three_ways(
        self, difference: ItemDifference, record: AdoptionRecord | None
    ) -> Iterator[ThreeWay]:
        if record is None or difference.nature in GONE:
            return
        entry = difference.entry
        for overlay in record.adoption.overlays:
            if entry.base(overlay.field) != overlay.base:
                base = self._base(difference, overlay.field, overlay.base)
                yield ThreeWay(overlay.field, base, entry.fields.get(overlay.field), overlay.text)

    def _base(self, difference: ItemDifference, name: str, hashed: str) -> Json:
        """Return the national text that a local one replaced, if any version here still has it."""
        kept = (catalogue.find(difference.entry.id) for catalogue in self.earlier)
        for entry in (difference.old, *kept):
            if entry and entry.base(name) == hashed:
                return entry.fields.get(name)
        return None

    def _dates(self, difference: ItemDifference) -> Iterator[LocalDate]:
        """Yield the open dates of what builds on the entry, or on a goal that it serves."""
        moved = difference.moved
        if not moved:
            return
        entry = difference.entry
        above = {entry.id, *_ids(entry.fields.get("goals")), *_ids(entry.fields.get("measures"))}
        sources = {
            reference.source: None
            for reference in self.graph.upstream
            if reference.upstream == self.name and reference.entry
            if reference.entry.id in above
        }
        for source in sources:
            local = self.graph.find(source)
            if local is None:
                continue
            for what, date in _open_dates(local):
                for move in moved:
                    is_later = date.earliest() > PartialDate(move.new).latest()
                    yield LocalDate(local, what, date, move, is_later)


def _open_dates(entry: Entry) -> Iterator[tuple[str, PartialDate]]:
    """Yield what is promised here and not reached: milestones, and the end, which has no name."""
    if not isinstance(entry, (Measure, Project)):
        return
    for milestone in entry.milestones:
        if milestone.done is None:
            yield milestone.title, milestone.date
    if entry.period and entry.period.end:
        yield "", entry.period.end


def _ids(value: Json) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


def _order(row: ImpactRow) -> tuple[int, bool, str, str]:
    """Sort by weight, goals first, then by kind and id."""
    entry = row.entry
    return _NEEDS[row.need], entry.kind != TREATED, entry.kind, entry.id
