"""A period that a report is of: from one day to another, and the parts of a year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from living_strategy.partial_date import PartialDate
from living_strategy.settings import Reporting


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
class YearPart:
    """A part of a year that results are told for, counted from 1: a third, a quarter or a half."""

    year: int
    number: int
    sort: Reporting = Reporting.TERTIAL

    @property
    def key(self) -> str:
        """The last part of the address of its page, such as 2026-3."""
        return f"{self.year}-{self.number}"

    @property
    def period(self) -> Period:
        """Its days."""
        following = self.moved(1)
        return Period(self._first, following._first - timedelta(days=1))

    def moved(self, parts: int) -> YearPart:
        """Return the one so many parts of a year later."""
        in_year = self.sort.in_year
        year, index = divmod(self.year * in_year + self.number - 1 + parts, in_year)
        return YearPart(year, index + 1, self.sort)

    @property
    def _first(self) -> date:
        return date(self.year, (self.number - 1) * self.sort.months + 1, 1)


def parts_of(year: int, sort: Reporting) -> Iterator[YearPart]:
    """Yield the parts of a year in order."""
    return (YearPart(year, number, sort) for number in range(1, sort.in_year + 1))


def reported_parts(begins: date | None, today: date, sort: Reporting) -> Iterator[YearPart]:
    """Yield the part of a year that runs, and the finished ones before it, as many as a year has,
    that a history which begins on that day says anything of, newest first; none without one.
    """
    if begins is None:
        return
    current = YearPart(today.year, (today.month - 1) // sort.months + 1, sort)
    for back in range(sort.in_year + 1):
        part = current.moved(-back)
        if part.period.last >= begins:
            yield part
