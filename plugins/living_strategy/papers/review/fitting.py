"""Sections of a review cut to what somebody can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from living_strategy.language import Language
from living_strategy.papers.outline import Item, Section

# So many lines are told of one matter, each of so many letters, and so many matters stand in an
# aside.
MAX_LINES = 30
MAX_ASIDE = 200
MAX_LENGTH = 600


def fitting(section: Section, language: Language) -> Section:
    """Return a section that somebody can read, whatever stands in content."""
    items = tuple(
        replace(
            item,
            title=_shortened(item.title),
            lines=_limited(map(_shortened, item.lines), language),
        )
        for item in section.items
    )
    rest = len(items) - MAX_ASIDE
    if section.is_aside and rest > 0:
        items = (*items[:MAX_ASIDE], Item(_more(rest, language)))
    return replace(section, items=items)


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]} …"


def _limited(lines: Iterable[str], language: Language) -> tuple[str, ...]:
    listed = tuple(lines)
    rest = len(listed) - MAX_LINES
    return (*listed[:MAX_LINES], _more(rest, language)) if rest > 0 else listed


def _more(count: int, language: Language) -> str:
    return language.plural("and {count} more", "and {count} more", count).format(count=count)
