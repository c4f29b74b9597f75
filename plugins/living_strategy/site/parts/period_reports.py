"""Reports of parts of a year: which there are, their words and addresses."""

from __future__ import annotations

from living_strategy.history.period import YearPart, reported_parts
from living_strategy.papers.report import period_words
from living_strategy.site.context import ViewContext


def year_parts(context: ViewContext) -> tuple[YearPart, ...]:
    """Return the parts of a year that have a report, newest first."""
    begins, sort = context.history.begins, context.settings.reporting
    return tuple(reported_parts(begins, context.today, sort))


def part_path(part: YearPart, context: ViewContext) -> str:
    """Return the path of the page with the report."""
    return f"{context.addresses.view('report')}{part.key}/"


def part_words(part: YearPart, context: ViewContext) -> str:
    """Return its months in words, and that it runs, if it does."""
    words = period_words(part.period, context.language)
    if part.period.last < context.today:
        return words
    return context.language.text("{period}, so far").format(period=words)


def part_links(context: ViewContext) -> list[tuple[str, str]]:
    """Return path and words of each report, newest first."""
    return [(part_path(part, context), part_words(part, context)) for part in year_parts(context)]
