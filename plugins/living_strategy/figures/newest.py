"""How new the facts behind a picture are."""

from __future__ import annotations

from collections.abc import Iterable

from living_strategy.model import Entry
from living_strategy.partial_date import PartialDate


def latest_as_of(entries: Iterable[Entry]) -> PartialDate | None:
    """The latest date that any of the entries in force says its facts are from."""
    span = facts_span(entries)
    return span[1] if span else None


def facts_span(entries: Iterable[Entry]) -> tuple[PartialDate, PartialDate] | None:
    """The earliest and the latest date that entries in force say their facts are from."""
    dates = [entry.as_of for entry in entries if entry.as_of and not entry.retired]
    if not dates:
        return None
    return min(dates, key=lambda as_of: (as_of.earliest(), as_of)), max(
        dates, key=lambda as_of: (as_of.latest(), as_of)
    )
