"""What one entry of a strategy above asks for, and everything it touches here, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from living_strategy.content.corpus import AdoptionRecord
from living_strategy.model import Entry
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import CatalogueEntry, Json
from living_strategy.partial_date import PartialDate
from living_strategy.upstream.cells import Need
from living_strategy.upstream.difference import ItemDifference
from living_strategy.upstream.moved_dates import MovedDate

_ASKING = frozenset((Need.DECIDE, Need.ACT, Need.READ))


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
