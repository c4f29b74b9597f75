"""Age of a status: what was under way two years ago may be over without anyone reporting it."""

from __future__ import annotations

from datetime import date

from living_strategy.model import Measure, Project

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


def is_old(entry: Measure | Project, today: date) -> bool:
    """Return whether every reading of the date of the status lies more than two years back."""
    # 29 February has no counterpart; the day before is as near as one comes.
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    threshold = date(today.year - MAX_AGE, today.month, day)
    return entry.status_date is not None and entry.status_date.latest() < threshold


def is_fresh(entry: Measure | Project, today: date) -> bool:
    """Return whether the status has a date, and may be from the last two years."""
    return entry.status_date is not None and not is_old(entry, today)
