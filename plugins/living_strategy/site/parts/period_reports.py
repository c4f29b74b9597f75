"""Reports of thirds of a year: which there are, their words and addresses."""

from __future__ import annotations

from living_strategy.history.period import Tertial, reported_tertials
from living_strategy.papers.report import period_words
from living_strategy.site.context import ViewContext


def tertials(context: ViewContext) -> tuple[Tertial, ...]:
    """Return the thirds of a year that have a report, newest first."""
    return tuple(reported_tertials(context.history.begins, context.today))


def tertial_path(tertial: Tertial, context: ViewContext) -> str:
    """Return the path of the page with the report."""
    return f"{context.addresses.view('report')}{tertial.key}/"


def tertial_words(tertial: Tertial, context: ViewContext) -> str:
    """Return its months in words, and that it runs, if it does."""
    words = period_words(tertial.period, context.language)
    if tertial.period.last < context.today:
        return words
    return context.language.text("{period}, so far").format(period=words)


def tertial_links(context: ViewContext) -> list[tuple[str, str]]:
    """Return path and words of each report, newest first."""
    return [
        (tertial_path(tertial, context), tertial_words(tertial, context))
        for tertial in tertials(context)
    ]
