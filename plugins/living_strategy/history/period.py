"""A period that a report is of: from one day to another, and the thirds of a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from living_strategy.partial_date import PartialDate

_MONTHS = 4
_IN_YEAR = 12 // _MONTHS
# How many finished thirds of a year have a report, beside the one that runs.
_FINISHED = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both within it."""

    first: date
    last: date

    @property
    def months(self) -> tuple[str, str] | None:
        """Its first and last month, as 2026-05, if it is of whole months."""
        is_whole = self.first.day == 1 and (self.last + timedelta(days=1)).day == 1
        return (f"{self.first:%Y-%m}", f"{self.last:%Y-%m}") if is_whole else None

    def has_day(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def has_date(self, written: PartialDate, today: date) -> bool:
        """Whether a date lies in it however it is read, and may have been by today."""
        within = self.first <= written.earliest() and written.latest() <= self.last
        return within and written.earliest() <= today

    def has_text(self, written: object, today: date) -> bool:
        """Whether a text of an old version is a date that lies in it."""
        try:
            return isinstance(written, str) and self.has_date(PartialDate.parse(written), today)
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Tertial:
    """A third of a year: January to April is the first one."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """The last part of the address of its page, such as 2026-3."""
        return f"{self.year}-{self.number}"

    @property
    def period(self) -> Period:
        """Its days."""
        following = self.moved(1)
        return Period(self._first, following._first - timedelta(days=1))

    def moved(self, thirds: int) -> Tertial:
        """Return the one so many thirds of a year later."""
        year, index = divmod(self.year * _IN_YEAR + self.number - 1 + thirds, _IN_YEAR)
        return Tertial(year, index + 1)

    @property
    def _first(self) -> date:
        return date(self.year, (self.number - 1) * _MONTHS + 1, 1)


def reported_tertials(begins: date | None, today: date) -> Iterator[Tertial]:
    """Yield the third of a year that runs, and the finished ones before it that a history which
    begins on that day says anything of, newest first; none without a history.
    """
    if begins is None:
        return
    current = Tertial(today.year, (today.month - 1) // _MONTHS + 1)
    for back in range(_FINISHED + 1):
        tertial = current.moved(-back)
        if tertial.period.last >= begins:
            yield tertial
