"""The day of the last change of substance of an entry, as far as the history knows it."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.signals import LastChanged
from living_strategy.history.event import History
from living_strategy.model import Entry


def last_changes_in(history: History) -> LastChanged:
    """Return what gives the day for an entry. Where the beginning of the history is missing, what
    stood there already on its first day is not known to have changed on that day.
    """

    def last_changed(entry: Entry) -> date | None:
        day = history.last_substantive(entry.kind, entry.id)
        return None if history.gap and day == history.begins else day

    return last_changed
