"""Years that a measure or project belongs to."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.timeline import Planned


def years_of(entry: Planned, today: date) -> tuple[int, ...]:
    """Return the years of its period and of its milestones, from the first to the last.

    A period without an end goes on to this year while the entry is open, and to the year its
    status was last known when it is closed. Nothing is guessed about a period without a start.
    """
    years = {milestone.date.year for milestone in entry.milestones}
    period = entry.period
    first = period.start.year if period and period.start else None
    last = period.end.year if period and period.end else None
    if first and last is None:
        last = max(first, today.year)
        if entry.status.is_closed:
            last = entry.status_date.year if entry.status_date else first
    if first and last:
        years |= set(range(first, last + 1))
    elif last:
        years.add(last)
    return tuple(sorted(years))
