"""A status in words: with its year when it is old, so that nobody takes it for a current one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from living_strategy.figures.facets import CONFIRMED
from living_strategy.figures.status_age import first_year, is_old
from living_strategy.language import Language
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status


def status_words(entry: Measure | Project, language: Language, today: date) -> str:
    """Write `Ongoing`, `Ongoing (2021)` or `Ongoing (undated)`."""
    word, age = language.term(entry.status), status_age(entry, today)
    return word if age is None else f"{word} ({age or language.text('undated')})"


def status_age(entry: Measure | Project, today: date) -> str | None:
    """Return the year of an old status; empty for an open one without date; None when recent."""
    if entry.status_date and is_old(entry, today):
        return str(entry.status_date.year)
    return "" if entry.status.goes_stale and not entry.status_date else None


def status_choices(counts: Mapping[str, int], language: Language, today: date) -> dict[str, str]:
    """Return each status, and below it its confirmed part, unless that is all of it."""
    template = language.text("{status}, confirmed since {year}")
    labels: dict[str, str] = {}
    for status in Status:
        word, confirmed = language.term(status), f"{status.value}{CONFIRMED}"
        if status.value not in counts:
            continue
        labels[status.value] = word
        if 0 < counts.get(confirmed, 0) < counts[status.value]:
            labels[confirmed] = template.format(status=word, year=first_year(today))
    return labels
