"""A difference of a strategy above crossed with what is decided, overlaid, planned and linked to
here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from living_strategy.content.corpus import AdoptionRecord
from living_strategy.content.graph import Graph
from living_strategy.model import Entry, Measure, Project
from living_strategy.model.catalogue import Catalogue, Json
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.cells import (
    NO_DATES,
    OVERLAID,
    STILL_NAMED,
    UNSEEN,
    WEIGHTS,
    Cell,
    Need,
    cell,
    named_cell,
    untied_cell,
)
from living_strategy.upstream.difference import GONE, ItemDifference, ItemNature
from living_strategy.upstream.field_differences import CatalogueWords
from living_strategy.upstream.impact_rows import ImpactRow, LocalDate, Reference, ThreeWay
from living_strategy.upstream.treatment import TREATED


@dataclass(frozen=True, slots=True)
class Crossing:
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
            min((one.need for one in cells), key=WEIGHTS.__getitem__),
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
