"""The course of one part of an entry, such as a milestone: what it was called first, how often it
moved, and when it last did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.event import Event
from living_strategy.model.values import Status

Identity = Mapping[str, str]
"""The fields that tell the parts of a list apart, with their values."""


@dataclass(frozen=True, slots=True)
class PartCourse:
    """`first` is what told the part apart when it came, or as far back as the history reaches.
    `times` counts the revisions that moved it, `last` is the day of the latest of them, or when
    it came; None without a history.
    """

    first: Identity
    times: int = 0
    last: date | None = None


def part_course(
    events: Sequence[Event], field: str, today: Identity, watched: tuple[str, ...]
) -> PartCourse:
    """Follow a part back through the events of its entry, which are given oldest first.

    `field` is the list it stands in and `today` what it is told apart by now. `watched` are the
    other fields of it whose changes count. Whether its entry was stopped or retired, or goes on
    after all, counts too.
    """
    identity = {name: _words(value) for name, value in today.items()}
    times, last = 0, None
    for event in reversed(events):
        own = [change for change in event.changes if _is_of(change, field, identity)]
        came = any(change.operation is Operation.ADDED for change in own)
        moved = [change for change in own if change.path[-1] in {*identity, *watched}]
        if came or moved or any(_calls_off(change) for change in event.changes):
            last = last or event.day
            times += not came
        for change in moved:
            if change.path[-1] in identity:
                identity[change.path[-1]] = _words(change.old)
        if came:
            break
    oldest = events[0].day if events else None
    return PartCourse(identity, times, last or oldest)


def _is_of(change: FieldChange, field: str, identity: Identity) -> bool:
    """Whether a change is one of the part that is told apart so after it."""
    if change.path[0] != field:
        return False
    after: Plain = change.parts[0] if change.parts else change.new
    return isinstance(after, Mapping) and all(
        _words(after.get(name)) == value for name, value in identity.items()
    )


def _calls_off(change: FieldChange) -> bool:
    """Whether a change stops the whole entry, or takes that back."""
    if change.path == ("status",):
        return Status.STOPPED.value in (change.old, change.new)
    return change.path[0] == "retired" and len(change.path) == 1


def _words(value: Plain) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
