"""A status in words: with its year, so that nobody takes an old one for one of today."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from living_strategy.figures.facets import CONFIRMED
from living_strategy.figures.status_age import first_year, is_doubtful
from living_strategy.language import Language
from living_strategy.model import Measure, Project
from living_strategy.model.values import Status


def status_words(entry: Measure | Project, language: Language, today: date) -> str:
    """Write `Ongoing (2025)`, `Ongoing, last confirmed 2021` or `Ongoing, undated`."""
    year = entry.status_date.year if entry.status_date else None
    template = _template(year is not None, is_doubtful(entry, today), language)
    return template.format(status=language.term(entry.status), year=year)


def status_templates(language: Language) -> dict[tuple[bool, bool], str]:
    """Return how a status is written, by whether it has a date, and whether it is doubtful."""
    cases = ((True, False), (True, True), (False, True), (False, False))
    return {case: _template(*case, language) for case in cases}


def _template(dated: bool, doubtful: bool, language: Language) -> str:
    if not dated:
        return language.text("{status}, undated") if doubtful else "{status}"
    if doubtful:
        return language.text("{status}, last confirmed {year}")
    return language.text("{status} ({year})")


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
