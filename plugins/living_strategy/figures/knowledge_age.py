"""How old the knowledge is: measures and projects by the year their status was last confirmed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from living_strategy.model import Entry, Measure, Project


@dataclass(frozen=True, slots=True)
class YearOfKnowledge:
    """How many have a status from a year; None is no date. `changing` counts those whose status
    changes without anybody telling, `settled` what is over or only proposed.
    """

    year: int | None
    changing: int
    settled: int

    @property
    def total(self) -> int:
        """How many there are of both."""
        return self.changing + self.settled


def knowledge_by_year(entries: Iterable[Entry]) -> tuple[YearOfKnowledge, ...]:
    """Count measures and projects in force by the year of their status, the newest first and those
    without a date last. Years without any are left out.
    """
    counts: Counter[tuple[int | None, bool]] = Counter(
        (entry.status_date.year if entry.status_date else None, entry.status.goes_stale)
        for entry in entries
        if isinstance(entry, Measure | Project) and not entry.retired
    )
    years = sorted({year for year, _ in counts}, key=lambda year: -(year or 0))
    return tuple(
        YearOfKnowledge(year, changing=counts[year, True], settled=counts[year, False])
        for year in years
    )
