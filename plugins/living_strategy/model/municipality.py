"""Municipalities and counties: matched by number as text, or by name in any of their languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from living_strategy.partial_date import PartialDate

# The day of the division and of the numbers of inhabitants (Statistisk sentralbyrå, table 07459).
COUNTED = PartialDate("2024-01-01")
COUNTED_BY = "Statistisk sentralbyrå"
INHABITANTS_URL = "https://www.ssb.no/statbank/table/07459/"


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality (four-digit number) or a county (two digits).

    `name` holds all official names, separated by " - ". `inhabitants` is the count of `COUNTED`;
    `language_form` is what it asks of the state: nb, nn or neutral. `norwegian` is the name in
    Norwegian where that is not the first, otherwise empty.
    """

    number: str
    name: str
    inhabitants: int
    language_form: str
    norwegian: str = ""

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
        return len(self.number) == 2


@dataclass(frozen=True)
class Municipalities:
    """The division of 1 January 2024: 357 municipalities and 15 counties."""

    by_number: Mapping[str, Municipality]
    _by_name: Mapping[str, tuple[str, ...]] = field(repr=False)
    _former: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(
        cls, entries: Iterable[Municipality], former: Mapping[str, tuple[str, ...]] | None = None
    ) -> Municipalities:
        """Build the register from these entries. `former` has the numbers of today by earlier
        ones.
        """
        by_number = {entry.number: entry for entry in entries}
        by_name: dict[str, tuple[str, ...]] = {}
        for entry in by_number.values():
            if entry.is_county:
                continue
            for name in {entry.name, *entry.names}:
                key = name.casefold()
                by_name[key] = (*by_name.get(key, ()), entry.number)
        return cls(by_number, by_name, former or {})

    def find(self, text: str) -> tuple[Municipality, ...]:
        """Return all entries that a number or a name may mean: several may share a name."""
        if text in self.by_number:
            return (self.by_number[text],)
        return tuple(self.by_number[number] for number in self._by_name.get(text.casefold(), ()))

    def successors(self, number: str) -> tuple[Municipality, ...]:
        """Return what became of the municipality that had this number earlier; none if unknown."""
        return tuple(self.by_number[successor] for successor in self._former.get(number, ()))

    def names(self) -> tuple[str, ...]:
        """Return all names in lower case, for suggestions."""
        return tuple(self._by_name)

    def label(self, number: str) -> str:
        """Return the name to show; the county is added where two municipalities share a name."""
        entry = self.by_number[number]
        return (
            f"{entry.name} ({self.county(entry).names[0]})"
            if self._is_shared(entry)
            else entry.name
        )

    def short_name(self, number: str) -> str:
        """Return the name in Norwegian, with the county where two municipalities share it."""
        entry = self.by_number[number]
        county = f" {self.county(entry).norwegian_name}" if self._is_shared(entry) else ""
        return f"{entry.norwegian_name}{county}"

    def county(self, entry: Municipality) -> Municipality:
        """Return the county in which a municipality lies, or the county itself."""
        return self.by_number[entry.number[:2]]

    def _is_shared(self, entry: Municipality) -> bool:
        return not entry.is_county and len(self._by_name[entry.name.casefold()]) > 1
