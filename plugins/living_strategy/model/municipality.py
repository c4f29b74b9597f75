"""Municipalities and counties: matched by number as text, or by name in any of their languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from living_strategy.partial_date import PartialDate

# The day of the division and of the numbers of inhabitants (Statistisk sentralbyrå, table 07459).
COUNTED = PartialDate("2024-01-01")
COUNTED_BY = "Statistisk sentralbyrå"
INHABITANTS_URL = "https://www.ssb.no/statbank/table/07459/"

MUNICIPALITY, COUNTY = "municipality", "county"


class Division(Enum):
    """Whose places a register has: those of Norway, a strategy's own, or none at all."""

    NORWAY = "norway"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality or county, now or earlier.

    `name` holds all official names, separated by " - ". `inhabitants` is the count of `COUNTED`,
    or 0 when it is not known; `language_form` is what it asks of the state: nb, nn or neutral, or
    empty where nobody asks. `norwegian` is the name in Norwegian where that is not the first,
    otherwise empty.

    `kind` is `MUNICIPALITY` or `COUNTY`, and `word` what else the register calls it. `parent` is the number of
    the county it lies in, or empty. `valid_from` and `valid_to` are the first and the last day of
    the number, as exactly as known; one that is in use has no last day. `successors` are the
    numbers that came after it.
    """

    number: str
    name: str
    inhabitants: int = 0
    language_form: str = ""
    norwegian: str = ""
    kind: str = MUNICIPALITY
    word: str = ""
    parent: str = ""
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    successors: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Each official name by itself."""
        return tuple(self.name.split(" - "))

    @property
    def norwegian_name(self) -> str:
        """The name in Norwegian, by which most look it up."""
        return self.norwegian or self.names[0]

    @property
    def is_county(self) -> bool:
        """Whether this is a county."""
        return self.kind == COUNTY

    def of_level(self, level: str) -> Municipality:
        """Return this place as one of the two levels, called by the word that it had as its kind."""
        return replace(self, kind=level, word=self.kind)

    def was_valid(self, on: PartialDate) -> bool:
        """Return whether the number may have been in use on a date, however the two are read."""
        is_later = self.valid_from is None or not on.is_before(self.valid_from)
        return is_later and (self.valid_to is None or not self.valid_to.is_before(on))


@dataclass(frozen=True)
class Municipalities:
    """A register of places: for Norway the division of 1 January 2024, 357 municipalities and 15
    counties, with the numbers since 2016 that are not in use any more.

    `by_number` has what is in use. `is_whole` tells that the register could be read to its end:
    in another one, a number that is not there may be no mistake.
    """

    by_number: Mapping[str, Municipality]
    _by_name: Mapping[str, tuple[str, ...]] = field(repr=False)
    _former: Mapping[str, tuple[Municipality, ...]] = field(default_factory=dict, repr=False)
    division: Division = Division.NORWAY
    is_whole: bool = True

    @classmethod
    def of(
        cls,
        entries: Iterable[Municipality],
        division: Division = Division.NORWAY,
        *,
        is_whole: bool = True,
    ) -> Municipalities:
        """Build the register from these entries; those with a last day are earlier ones."""
        by_number: dict[str, Municipality] = {}
        former: dict[str, tuple[Municipality, ...]] = {}
        by_name: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            if entry.valid_to:
                former[entry.number] = (*former.get(entry.number, ()), entry)
            else:
                by_number[entry.number] = entry
        for entry in by_number.values():
            if entry.is_county:
                continue
            for name in {entry.name, *entry.names}:
                key = name.casefold()
                by_name[key] = (*by_name.get(key, ()), entry.number)
        return cls(by_number, by_name, former, division, is_whole)

    @property
    def is_norwegian(self) -> bool:
        """Whether these are the places of Norway."""
        return self.division is Division.NORWAY

    @property
    def has_counties(self) -> bool:
        """Whether every municipality lies in a county, so that there can be lists by county."""
        return bool(self.by_number) and all(
            entry.is_county
            or (entry.parent in self.by_number and self.by_number[entry.parent].is_county)
            for entry in self.by_number.values()
        )

    def find(self, text: str) -> tuple[Municipality, ...]:
        """Return all entries that a number or a name may mean: several may share a name."""
        if text in self.by_number:
            return (self.by_number[text],)
        return tuple(self.by_number[number] for number in self._by_name.get(text.casefold(), ()))

    def former(self, number: str) -> tuple[Municipality, ...]:
        """Return those that had this number earlier and have it no more."""
        return self._former.get(number, ())

    def all_former(self) -> tuple[Municipality, ...]:
        """Return all that are no more, or have another number now."""
        return tuple(entry for entries in self._former.values() for entry in entries)

    def successors(self, number: str) -> tuple[Municipality, ...]:
        """Return what became of the municipality that had this number earlier; none if unknown."""
        return tuple(
            {
                place.number: place
                for former in self.former(number)
                for place in self.became(former)
            }.values()
        )

    def became(self, former: Municipality) -> tuple[Municipality, ...]:
        """Return what an earlier place has become by now, over as many steps as it took. Numbers
        that the register does not know lead nowhere, and neither does a circle.
        """
        found: dict[str, Municipality] = {}
        waiting, seen = [former], [former]
        while waiting:
            place = waiting.pop(0)
            for number in place.successors:
                later = self._later(number, place)
                if later and not later.valid_to:
                    found.setdefault(number, later)
                elif later and later not in seen:
                    seen.append(later)
                    waiting.append(later)
        return tuple(found.values())

    def present(self, number: str) -> str:
        """Return the number of today for one that may be an earlier one; empty where nothing, or
        more than one place, came of it.
        """
        if number in self.by_number:
            return number
        successors = self.successors(number)
        return successors[0].number if len(successors) == 1 else ""

    def names(self) -> tuple[str, ...]:
        """Return all names in lower case, for suggestions."""
        return tuple(self._by_name)

    def labels(self) -> dict[str, str]:
        """Return the name to show of every number, also of those that are not in use any more."""
        former = {number: places[-1].name for number, places in self._former.items()}
        return former | {number: self.label(number) for number in self.by_number}

    def label(self, number: str) -> str:
        """Return the name to show; the county is added where two municipalities share a name."""
        entry = self.by_number[number]
        if not self._is_shared(entry):
            return entry.name
        county = self.county(entry)
        return f"{entry.name} ({county.names[0] if county else number})"

    def short_name(self, number: str) -> str:
        """Return the name in Norwegian, with the county where two municipalities share it."""
        entry = self.by_number[number]
        if not self._is_shared(entry):
            return entry.norwegian_name
        county = self.county(entry)
        return f"{entry.norwegian_name} {county.norwegian_name if county else number}"

    def county(self, entry: Municipality) -> Municipality | None:
        """Return the county in which a municipality lies, or the county itself; None where the
        register does not say.
        """
        return entry if entry.is_county else self.by_number.get(entry.parent)

    def municipalities_in(self, county: str) -> tuple[Municipality, ...]:
        """Return the municipalities that lie in a county, in the order of the register."""
        return tuple(
            entry
            for entry in self.by_number.values()
            if not entry.is_county and entry.parent == county
        )

    def _later(self, number: str, place: Municipality) -> Municipality | None:
        """Return who has this number after a place: numbers are given anew, so that it may have
        been another's before.
        """
        later = (
            former
            for former in self.former(number)
            if not (former.valid_to and place.valid_to and former.valid_to <= place.valid_to)
        )
        return next(later, None) or self.by_number.get(number)

    def _is_shared(self, entry: Municipality) -> bool:
        return not entry.is_county and len(self._by_name[entry.name.casefold()]) > 1
