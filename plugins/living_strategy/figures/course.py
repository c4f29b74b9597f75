"""The known course of a measure or project: as far as a source confirms it, and no further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from living_strategy.figures.timeline import Planned
from living_strategy.model.values import Period
from living_strategy.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Course:
    """The days of an entry. Sources confirm that it ran from `begin` to `confirmed`, which is None
    when none does. From there to `until` nobody knows, or, after today, it is what was planned.

    `begin_known` and `end_known` say whether the first and the last day are stated; otherwise it
    may have begun earlier, and may have ended earlier or still go on.
    """

    begin: date
    confirmed: date | None
    until: date
    begin_known: bool
    end_known: bool


def last_confirmed(entry: Planned) -> PartialDate | None:
    """Return the newest date on which a source states the status of the entry."""
    return max(
        _statements(entry), key=lambda statement: (statement.latest(), statement), default=None
    )


def course(entry: Planned, today: date) -> Course | None:
    """Return what is known of an entry's days; None when neither its start nor its end is stated.

    A date known to the year or month stands for all of that year or month, as far as today.
    """
    period = entry.period
    if period is None or not (period.start or period.end):
        return None
    begin = _begin(entry, period)
    if entry.status.is_ahead:
        confirmed, until, end_known = None, _open_end(period, today), bool(period.end)
    elif entry.status.is_closed:
        confirmed, until, end_known = _closed(entry, period, today)
    else:
        confirmed, until, end_known = _running(entry, period, today)
    if confirmed is not None and confirmed < begin:
        confirmed = None
    return Course(begin, confirmed, max(begin, until), bool(period.start), end_known)


def _statements(entry: Planned) -> Iterator[PartialDate]:
    if entry.status_date:
        yield entry.status_date
    yield from _activity_dates(entry)


def _activity_dates(entry: Planned) -> Iterator[PartialDate]:
    """Yield the dates of its updates and of the milestones reached."""
    yield from (update.date for update in entry.updates)
    yield from (milestone.done for milestone in entry.milestones if milestone.done)


def _begin(entry: Planned, period: Period) -> date:
    """Return the stated start, else the first day that it is known to have run."""
    if period.start:
        return period.start.earliest()
    days = [activity.earliest() for activity in _activity_dates(entry)]
    if entry.status_date and not entry.status.is_ahead:
        days.append(entry.status_date.earliest())
    if period.end:
        days.append(period.end.earliest())
    return min(days)


def _running(entry: Planned, period: Period, today: date) -> tuple[date | None, date, bool]:
    days = [statement.latest() for statement in _statements(entry)]
    if period.start:
        days.append(period.start.latest())
    confirmed = min(today, max(days)) if days else None
    end = period.end.latest() if period.end else None
    if end and (confirmed is None or end >= confirmed):
        return confirmed, end, True
    # It has gone on after its end: nobody knows how long.
    return confirmed, max(today, _open_end(Period(start=period.start), today)), False


def _closed(entry: Planned, period: Period, today: date) -> tuple[date, date, bool]:
    status_end = min(today, entry.status_date.latest()) if entry.status_date else None
    if period.end and (status_end is None or status_end >= period.end.earliest()):
        end = min(today, period.end.latest())
        return end, end, True
    days = [activity.latest() for activity in _activity_dates(entry)]
    days += [period.start.latest()] if period.start else []
    confirmed = min(today, max(days)) if days else _begin(entry, period)
    if status_end:
        confirmed = min(confirmed, status_end)
    return confirmed, status_end or confirmed, False


def _open_end(period: Period, today: date) -> date:
    if period.end:
        return period.end.latest()
    return max(today, period.start.latest()) if period.start else today
