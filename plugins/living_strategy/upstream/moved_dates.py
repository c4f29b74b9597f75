"""Dates that somebody has promised and that are others in a later version."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from living_strategy.history.change import FieldChange, Operation
from living_strategy.model.trait import Origin
from living_strategy.partial_date import PartialDate

# The fields that hold what somebody has promised for a date.
_PROMISED = frozenset(("milestones", "period", "indicators"))
_DATES = frozenset(("date", "start", "end"))


class MovedDate(NamedTuple):
    """A date that was promised and is another one. `field` is milestones, period or indicators;
    `what` the milestone, the indicator, or the end of the period.
    """

    field: str
    what: str
    old: str
    new: str


def moved_dates(changes: Iterable[FieldChange]) -> tuple[MovedDate, ...]:
    """Return the dates that were promised and are others."""
    return tuple(
        MovedDate(change.path[0], _what(change), str(change.old), str(change.new))
        for change in changes
        if is_moved(change)
    )


def is_moved(change: FieldChange) -> bool:
    """Whether a change is that of a promised date, and of nothing else."""
    return (
        change.operation is Operation.SET
        and change.origin is Origin.DECIDED
        and change.path[0] in _PROMISED
        and change.path[-1] in _DATES
        and day_of(change.old) is not None
        and day_of(change.new) is not None
    )


def day_of(value: object) -> PartialDate | None:
    """Return the date that another strategy writes; None for what is none."""
    if isinstance(value, str):
        with suppress(PydanticCustomError):
            return PartialDate.parse(value)
    return None


def _what(change: FieldChange) -> str:
    return change.path[1] if len(change.path) > 1 else change.path[0]
