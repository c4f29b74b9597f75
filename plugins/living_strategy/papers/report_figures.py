"""The figures of a report in words, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.status_age import first_year
from living_strategy.history.earlier_status import UnderWay, under_way
from living_strategy.history.event import History
from living_strategy.history.happenings import Happenings, Matter
from living_strategy.history.period import Period
from living_strategy.language import Language
from living_strategy.model import Measure, Project
from living_strategy.partial_date import PartialDate


def figures(
    known: Happenings,
    graph: Graph,
    history: History,
    period: Period,
    today: date,
    language: Language,
) -> Iterator[str]:
    """Yield sentences: how many were under way at the end, were completed, and so on."""
    end = min(period.last, today)
    measures, projects = (
        under_way(graph, history, kind, end, today) for kind in (Measure, Project)
    )
    if measures is None or projects is None:
        yield language.text("How many were under way at the end of the period, nobody can tell.")
    else:
        yield _under_way(measures, projects, end, language)
        year = first_year(end)
        if unconfirmed := measures.unconfirmed(year) + projects.unconfirmed(year):
            yield language.text(
                "For {count} of these, no source from {year} or later says so."
            ).format(count=language.number(unconfirmed), year=year)
        if unknown := measures.unknown + projects.unknown:
            yield language.plural(
                "Of {count} more that was there then, the status is unknown.",
                "Of {count} more that were there then, the status is unknown.",
                unknown,
            ).format(count=language.number(unknown))
    yield from _counts(known, language)


def _under_way(measures: UnderWay, projects: UnderWay, end: date, language: Language) -> str:
    parts = (
        language.plural("{count} measure", "{count} measures", measures.count).format(
            count=language.number(measures.count)
        ),
        language.plural("{count} joint project", "{count} joint projects", projects.count).format(
            count=language.number(projects.count)
        ),
    )
    return language.text("On {date}, {measures} and {projects} were under way.").format(
        date=_day(end, language), measures=parts[0], projects=parts[1]
    )


def _counts(known: Happenings, language: Language) -> Iterator[str]:
    """Yield how many were completed, also none, and what else there was any of."""
    changes = [
        (happening.matter, change.path) for happening in known.told for change in happening.changes
    ]
    completed = changes.count((Matter.DONE, ("status",)))
    if completed:
        yield language.plural(
            "{count} measure or joint project got the status “{status.completed}” in the period.",
            "{count} measures or joint projects got the status “{status.completed}” in the period.",
            completed,
        ).format(count=language.number(completed))
    else:
        yield language.text(
            "No measure or joint project got the status “{status.completed}” in the period."
        )
    if started := changes.count((Matter.STARTED, ("status",))):
        yield language.plural(
            "{count} measure or joint project was started.",
            "{count} measures or joint projects were started.",
            started,
        ).format(count=language.number(started))
    reached = sum(matter is Matter.DONE and path[0] == "milestones" for matter, path in changes)
    reports = sum(matter is Matter.REPORTED for matter, _ in changes)
    decisions = sum(matter is Matter.DECIDED for matter, _ in changes)
    values = sum(matter is Matter.MEASURED for matter, _ in changes)
    counted = (
        (reached, language.plural("{count} milestone", "{count} milestones", reached)),
        (reports, language.plural("{count} report", "{count} reports", reports)),
        (decisions, language.plural("{count} decision", "{count} decisions", decisions)),
        (values, language.plural("{count} new value", "{count} new values", values)),
    )
    words = [words.format(count=language.number(count)) for count, words in counted if count]
    if words:
        yield language.text("Dated in it: {list}.").format(list=", ".join(words))


def reach(
    known: Happenings, history: History, period: Period, today: date, language: Language
) -> Iterator[str]:
    """Yield what a reader must know of what the report rests on."""
    text = language.text
    if period.last > today:
        yield text("The period is not over: this is what is known on {date}.").format(
            date=_day(today, language)
        )
    yield _beginning(history, period, language)
    unread = {version.path for version in history.unread if period.has_day(version.day)}
    if unread:
        yield text("Versions that could not be read are not told of: {list}.").format(
            list=", ".join(sorted(unread))
        )
    if known.founded:
        yield language.plural(
            "{count} entry was written down in the period with the first content, and is not "
            "told as new.",
            "{count} entries were written down in the period with the first content, and are not "
            "told as new.",
            known.founded,
        ).format(count=language.number(known.founded))
    if known.worded:
        yield language.plural(
            "{count} entry had only its wording, sources or day of review changed, and is "
            "left out.",
            "{count} entries had only their wording, sources or day of review changed, and are "
            "left out.",
            known.worded,
        ).format(count=language.number(known.worded))
    yield text(
        "Milestones, decisions, reports and values count by the date that the content gives "
        "them; one that is only known by month or year counts if all of it lies in the period. "
        "Everything else counts by the day it was published."
    )


def _beginning(history: History, period: Period, language: Language) -> str:
    begins = history.begins
    if begins is None:
        return language.text(
            "No history is known: the report rests only on what the content gives a date."
        )
    if begins > period.last:
        message = language.text(
            "The history begins {date}, after the period: the report rests only on what the "
            "content gives a date."
        )
    elif begins > period.first:
        message = language.text(
            "The history begins {date}: of the time before, the report has only what the content "
            "gives a date."
        )
    else:
        message = language.text("The history begins {date}, and covers the whole period.")
    return message.format(date=_day(begins, language))


def _day(day: date, language: Language) -> str:
    return language.date(PartialDate(day.isoformat()))
