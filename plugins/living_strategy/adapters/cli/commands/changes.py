"""`changes`: what has changed in the strategy, in words, since a day, a meeting or a revision."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta

import click
from pydantic_core import PydanticCustomError

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.options import as_of_option, format_option
from living_strategy.adapters.cli.output import note, write, write_data
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.git.history import Past, open_past
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import Diagnostic, Finding, Location, Severity
from living_strategy.history.comparison import Occasion, OccasionSort
from living_strategy.history.event import Event, EventClass, Gap
from living_strategy.history.event_words import titles_of
from living_strategy.history.log import LogGapError
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.papers.change_records import change_record
from living_strategy.papers.changes import ChangeWords, changes_paper
from living_strategy.papers.forms import FORMS
from living_strategy.partial_date import PartialDate
from living_strategy.rules.wording import render


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        changes,
        text(
            "Without --since, everything is told that happened, the newest first. With it, the "
            "state then and the state now are compared: what was changed and changed back is left "
            "out."
        ),
        (
            click.Option(
                ["--since"],
                metavar=text("WHEN"),
                help=text(
                    "A date such as 2026-10 or 2026-10-15, the id of a body that met or decided "
                    "(see meetings and adopted in strategy.yml), or a tag or commit."
                ),
            ),
            click.Option(
                ["--class", "weight"],
                type=click.Choice([weight.value for weight in EventClass]),
                help=text("Only changes of this sort."),
            ),
            as_of_option(language),
            format_option(language, FORMS[0].name, "json", *(form.name for form in FORMS[1:])),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the command tells: a title, the events, and the files that could not be read then."""

    title: str
    events: tuple[Event, ...]
    unread: tuple[str, ...] = ()


def changes(session: Session, since: str | None, weight: str | None, output_format: str) -> None:
    """Write what has changed."""
    language = session.language
    graph = link(load(DiskSource(session.root)).corpus)
    language = speaking(language, graph.corpus.settings)
    past = open_past(session.root, graph, session.today)
    if isinstance(past, Gap):
        raise CannotStart(_gap_words(past, language))
    try:
        result = _since(since, past, graph, session) if since else _everything(past, language)
        if gap := past.history.gap:
            note(_gap_words(gap, language))
    except LogGapError as error:
        raise CannotStart(_gap_words(error.gap, language)) from None
    for path in result.unread:
        note(language.text("{file} could not be read as it was then.").format(file=path))
    events = [
        event
        for event in result.events
        if event.classified and (weight is None or event.classified.value == weight)
    ]
    titles = titles_of(graph, past.history)
    words = ChangeWords(titles, language, lambda kind, entry: "")
    if output_format == "json":
        records = [change_record(event, words) for event in events]
        write_data(json.dumps(records, ensure_ascii=False, indent=2))
        return
    form = next(form for form in FORMS if form.name == output_format)
    write(form.render(changes_paper(result.title, events, words)).rstrip("\n"))


def _everything(past: Past, language: Language) -> _Told:
    history = past.history
    unread = dict.fromkeys(version.path for version in history.unread)
    return _Told(language.text("Changes"), history.events[::-1], tuple(unread))


def _since(since: str, past: Past, graph: Graph, session: Session) -> _Told:
    """Compare with what the reader named.

    Raises:
        CannotStart: there is no such day, meeting or revision, or no history of that time.
    """
    language, history = session.language, past.history
    occasion = _occasion(since, past, session)
    comparison = past.since(occasion)
    if comparison is None or not comparison.is_known:
        message = language.text("The history begins {begins}, and does not say how it was {since}.")
        begins = language.date(PartialDate(history.begins.isoformat())) if history.begins else ""
        raise CannotStart(message.format(begins=begins, since=since))
    title = language.text("Changed since: {occasion}").format(
        occasion=_occasion_words(occasion, since, graph, language)
    )
    return _Told(title, comparison.events, comparison.unread)


def _occasion(since: str, past: Past, session: Session) -> Occasion:
    """Return what is meant by a date, by the id of a body, by a key, or by a revision."""
    text, today = session.language.text, session.today
    if day := _day(since):
        if day > today:
            raise CannotStart(text("{date} is still to come.").format(date=since))
        return Occasion(OccasionSort.MEETING, PartialDate(day.isoformat()))
    been = [occasion for occasion in past.occasions if occasion.day.earliest() <= today]
    named = [occasion for occasion in been if since in (occasion.body, occasion.key)]
    if named:
        return max(named, key=lambda occasion: occasion.day.latest())
    try:
        return Occasion(
            OccasionSort.RELEASE,
            PartialDate(today.isoformat()),
            title=since,
            revision=past.commit(since),
        )
    except LookupError:
        message = text(
            "“{since}” is no date, no body with a meeting or decision in strategy.yml, and no tag "
            "or commit of this repository."
        )
        raise CannotStart(message.format(since=since)) from None


def _day(since: str) -> date | None:
    """Return the day whose last state counts. What happened in a month or a year is told too, so
    that is the day before it began.
    """
    try:
        written = PartialDate.parse(since)
    except (PydanticCustomError, ValueError):
        return None
    return written.earliest() if written.day else written.earliest() - timedelta(days=1)


def _occasion_words(occasion: Occasion, since: str, graph: Graph, language: Language) -> str:
    if occasion.sort is OccasionSort.RELEASE:
        return since
    day = language.date(occasion.day)
    body = graph.find(occasion.body) if occasion.body else None
    return f"{body.title}, {day}" if body else day


def _gap_words(gap: Gap, language: Language) -> str:
    diagnostic = Diagnostic(gap.code, Location(""), gap.particulars)
    finding = Finding.judged(diagnostic, Severity.WARNING)
    return " ".join(render(finding, language)).strip()
