"""Meetings, decisions and releases: what they are called, and the editions that were published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from living_strategy.history.comparison import Occasion, OccasionSort
from living_strategy.history.edition import Edition
from living_strategy.site.context import ViewContext


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """The files of the strategy as it was at an occasion. `path` is the page with what differs
    today, and the files lie in `folder`.
    """

    title: str
    path: str
    folder: str
    edition: Edition


def occasion_title(occasion: Occasion, context: ViewContext) -> str:
    """Return what an occasion is called: by its title, or by who met or decided, and when."""
    language = context.language
    day = language.date(occasion.day)
    body = context.titles.get(occasion.body, occasion.body)
    if occasion.title:
        return f"{occasion.title}, {day}" if occasion.body else occasion.title
    template = (
        language.text("The decision of {body}, {day}")
        if occasion.sort is OccasionSort.ADOPTED
        else language.text("{body}, {day}")
    )
    return template.format(body=body, day=day)


def published_editions(context: ViewContext) -> Iterator[PublishedEdition]:
    """Yield the editions that have files: decisions first, each sort oldest first."""
    for comparison in context.comparisons:
        occasion = comparison.occasion
        edition = context.editions.get(occasion.key)
        if edition and edition.files:
            yield PublishedEdition(
                occasion_title(occasion, context),
                context.addresses.since(occasion.key),
                context.addresses.edition(occasion.key),
                edition,
            )
