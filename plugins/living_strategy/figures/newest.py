"""How new the newest facts behind a picture are."""

from __future__ import annotations

from collections.abc import Iterable

from living_strategy.model import Entry
from living_strategy.partial_date import PartialDate


def newest_facts(entries: Iterable[Entry]) -> PartialDate | None:
    """The latest date that any of the entries in force says its facts are from."""
    dates = [entry.as_of for entry in entries if entry.as_of and not entry.retired]
    return max(dates, key=lambda one: (one.latest(), one), default=None)
