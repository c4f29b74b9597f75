"""`report`: what happened in a period, by priority area, in words and figures."""

from __future__ import annotations

from datetime import date

import click
from pydantic_core import PydanticCustomError

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.options import as_of_option, format_option
from living_strategy.adapters.cli.output import note, write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.git.history import open_past
from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.source import DiskSource
from living_strategy.diagnostics import Diagnostic, Finding, Location, Severity
from living_strategy.history.event import Gap, History
from living_strategy.history.event_words import titles_of
from living_strategy.history.log import LogGapError
from living_strategy.history.period import Period
from living_strategy.language import Language
from living_strategy.model.own_words import speaking
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.forms import FORMS
from living_strategy.papers.report import Reported, report_paper, report_title
from living_strategy.partial_date import PartialDate
from living_strategy.rules.wording import render


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        report,
        text(
            "What was done, started, moved, stopped, reported, decided and measured, by priority "
            "area: fit to be pasted into the papers of a council. It rests on the history that git "
            "keeps, and on what the content gives a date."
        ),
        (
            click.Option(
                ["--from", "first"],
                required=True,
                metavar=text("DATE"),
                help=text("The first day, such as 2026-05-01; 2026-05 is the first of May."),
            ),
            click.Option(
                ["--to", "last"],
                required=True,
                metavar=text("DATE"),
                help=text("The last day, such as 2026-08-31; 2026-08 is the end of August."),
            ),
            as_of_option(language),
            format_option(language, *(form.name for form in FORMS)),
        ),
    )


def report(session: Session, first: str, last: str, output_format: str) -> None:
    """Write what happened in the period."""
    language, today = session.language, session.today
    period = _period(first, last, today, language)
    graph = link(load(DiskSource(session.root)).corpus)
    history = _history(session, graph)
    if history.gap:
        diagnostic = Diagnostic(history.gap.code, Location(""), history.gap.particulars)
        finding = Finding.judged(diagnostic, Severity.WARNING)
        note(" ".join(render(finding, language)).strip())
    language = speaking(language, graph.corpus.settings)
    words = ChangeWords(titles_of(graph, history), language, lambda kind, entry: "")
    reported = Reported(graph, history, today)
    paper = report_paper(report_title(period, language), period, reported, words)
    form = next(form for form in FORMS if form.name == output_format)
    write(form.render(paper).rstrip("\n"))


def _history(session: Session, graph: Graph) -> History:
    """Return what is known; what is not is a gap, and the report says what it rests on."""
    past = open_past(session.root, graph, session.today)
    if isinstance(past, Gap):
        return History(gap=past)
    try:
        return past.history
    except LogGapError as error:
        return History(gap=error.gap)


def _period(first: str, last: str, today: date, language: Language) -> Period:
    """Return the period.

    Raises:
        CannotStart: it has no days, or none of them has been.
    """
    period = Period(_date(first, language).earliest(), _date(last, language).latest())
    if period.first > period.last:
        message = language.text("The period ends before it begins: {first} to {last}.")
        raise CannotStart(message.format(first=first, last=last))
    if period.first > today:
        raise CannotStart(language.text("{date} is still to come.").format(date=first))
    return period


def _date(written: str, language: Language) -> PartialDate:
    try:
        return PartialDate.parse(written)
    except (PydanticCustomError, ValueError):
        message = language.text("“{date}” is no date. Write it as 2026-05-01, 2026-05 or 2026.")
        raise CannotStart(message.format(date=written)) from None
