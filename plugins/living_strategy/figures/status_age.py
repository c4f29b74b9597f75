"""How old a status is: what was under way two years ago may be over without anybody having told."""

from __future__ import annotations

from datetime import date

from living_strategy.model import Measure, Project
from living_strategy.model.values import Status

YEARS = 2

# Such a status changes with time; a completed or stopped project stays so.
OPEN = (Status.PLANNED, Status.ONGOING, Status.PAUSED)


def since(today: date) -> date:
    """The first day that counts as recent."""
    # 29 February has no counterpart; the last day of the month is as near as one comes.
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year - YEARS, today.month, day)


def is_old(entry: Measure | Project, today: date) -> bool:
    """Whether every reading of the date of the status lies more than two years back."""
    return entry.status_date is not None and entry.status_date.latest() < since(today)


def is_confirmed(entry: Measure | Project, today: date) -> bool:
    """Whether the status has a date, and that date may lie within the last two years."""
    return bool(entry.status_date) and not is_old(entry, today)


def is_doubtful(entry: Measure | Project, today: date) -> bool:
    """Whether the status may have changed since it was seen: open, and old or without a date."""
    return entry.status in OPEN and not is_confirmed(entry, today)
