"""Overdue dates: computed from today, and never mixed with the declared status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from living_strategy.model import Entry, Measure, Project, Scheme
from living_strategy.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Overdue:
    """A date that has passed. `milestone` is empty when the period of the entry itself is over."""

    entry: Entry
    due: PartialDate
    milestone: str = ""


def overdue(entries: Iterable[Entry], today: date) -> tuple[Overdue, ...]:
    """Open milestones and unfinished entries whose last day has passed, oldest first. A funding
    scheme is not finished by anybody: when its period is over, it was one.
    """
    deadlines: list[Overdue] = []
    for entry in entries:
        if not isinstance(entry, Measure | Project | Scheme) or entry.retired:
            continue
        if not isinstance(entry, Scheme) and entry.status.is_closed:
            continue
        deadlines += [
            Overdue(entry, milestone.date, milestone.title)
            for milestone in entry.milestones
            if milestone.done is None and milestone.date.latest() < today
        ]
        end = entry.period.end if entry.period and not isinstance(entry, Scheme) else None
        if end and end.latest() < today:
            deadlines.append(Overdue(entry, end))
    return tuple(sorted(deadlines, key=lambda deadline: (deadline.due.latest(), deadline.entry.id)))
