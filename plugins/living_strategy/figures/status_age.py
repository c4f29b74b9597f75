"""Age of a status: what was under way two years ago may be over without anyone reporting it."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.months import months_before
from living_strategy.model import Measure, Project
from living_strategy.partial_date import PartialDate

# Years after which a status may no longer be true.
MAX_AGE = 2


def first_year(today: date) -> int:
    """Return the first year from which a status counts as confirmed. A whole year, so that what is
    said with it stays true however long the page is read.
    """
    return today.year - MAX_AGE


def is_confirmed(entry: Measure | Project, today: date) -> bool:
    """Return whether the status is from that year or later."""
    return entry.status_date is not None and entry.status_date.year >= first_year(today)


def is_older(when: PartialDate, today: date) -> bool:
    """Return whether every reading of a date lies more than two years back."""
    return when.latest() < months_before(today, 12 * MAX_AGE)


def is_old(entry: Measure | Project, today: date) -> bool:
    """Return whether every reading of the date of the status lies more than two years back."""
    return entry.status_date is not None and is_older(entry.status_date, today)


def is_doubtful(entry: Measure | Project, today: date) -> bool:
    """Return whether time may have changed the status since: it is old or has no date, and is one
    that changes without anybody telling.
    """
    return entry.status.goes_stale and not is_fresh(entry, today)


def is_fresh(entry: Measure | Project, today: date) -> bool:
    """Return whether the status has a date, and may be from the last two years."""
    return entry.status_date is not None and not is_old(entry, today)
