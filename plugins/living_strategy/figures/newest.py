"""Dates of the facts behind a picture."""

from __future__ import annotations

from collections.abc import Iterable

from living_strategy.model import Entry
from living_strategy.partial_date import PartialDate


def latest_as_of(entries: Iterable[Entry]) -> PartialDate | None:
    """Return the latest `as_of` date of the entries in force."""
    span = facts_span(entries)
    return span[1] if span else None


def facts_span(entries: Iterable[Entry]) -> tuple[PartialDate, PartialDate] | None:
    """Return the earliest and the latest `as_of` date of the entries in force."""
    dates = [entry.as_of for entry in entries if entry.as_of and not entry.retired]
    if not dates:
        return None
    return min(dates, key=lambda as_of: (as_of.earliest(), as_of)), max(
        dates, key=lambda as_of: (as_of.latest(), as_of)
    )
