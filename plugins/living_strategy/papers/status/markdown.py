"""The report about the status as Markdown, fit to paste into a case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signal_words import meaning_words, signal_words
from living_strategy.figures.signals import SignalKind, State
from living_strategy.figures.summary_words import amounts, basis_words
from living_strategy.papers.layout import one_line
from living_strategy.papers.owner_letter import status_line
from living_strategy.papers.status.paper import Paper, StatusReport
from living_strategy.papers.status.report_words import (
    holder_name,
    national_words,
    summary_words,
    warning_words,
)

# What would be markup in a title, and is meant as it stands.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def render(report: StatusReport) -> str:
    """Write the report: the sums as tables, what may need a look, and a letter to each owner."""
    blocks = [
        *_beginning(report),
        *_roll_ups(report),
        *_kinds(report),
        *_national(report),
        *_letters(report),
    ]
    return "\n\n".join(blocks)


def _beginning(report: StatusReport) -> Iterator[str]:
    language, summary = report.language, report.summary
    title = language.text("Status of “{title}”, {date}")
    yield "# " + title.format(title=_plain(report.settings.title), date=report.today)
    yield f"{summary_words(report)} {warning_words(language)}"
    rows = [
        (
            language.term(kind),
            language.number(summary.all.by_kind.get(kind, 0)),
            meaning_words(kind, report.settings.review_months, language),
        )
        for kind in SignalKind
    ]
    headings = (language.text("Signal"), language.text("How many"), language.text("What it means"))
    yield from _table(headings, rows)
    yield _list(basis_words(summary, language))


def _roll_ups(report: StatusReport) -> Iterator[str]:
    language, summary = report.language, report.summary
    areas = [area.area for area in summary.areas]
    goals = [goal for area in summary.areas for goal in area.goals]
    for heading, label, roll_ups in (
        (language.text("By priority area"), language.text("Priority area"), areas),
        (language.text("By goal"), language.text("Goal"), goals),
        (language.text("By who is responsible"), language.text("Responsible"), summary.owners),
    ):
        if roll_ups:
            yield f"## {heading}"
            headings = (
                label,
                language.text("Rests on"),
                *(language.term(state) for state in State),
            )
            yield from _table(headings, [_row(roll_up, report) for roll_up in roll_ups])


def _row(roll_up: RollUp, report: StatusReport) -> tuple[str, ...]:
    language = report.language
    basis = amounts(roll_up.rests_on, language)
    counts = (language.number(count) for count in roll_up.by_state.values())
    return (_plain(holder_name(roll_up, language)), basis, *counts)


def _kinds(report: StatusReport) -> Iterator[str]:
    for kind in report.summary.all.by_kind:
        yield f"## {report.language.term(kind)}"
        yield _list(_item_words(kind, report))


def _item_words(kind: SignalKind, report: StatusReport) -> Iterator[str]:
    language = report.language
    for item in report.summary.items:
        signals = [signal for signal in item.signals if signal.kind is kind]
        if signals:
            words = " ".join(_plain(signal_words(signal, language)) for signal in signals)
            status = status_line(item.entry, language)
            yield f"**{_plain(item.entry.title)}** ({status}). {words}"


def _national(report: StatusReport) -> Iterator[str]:
    for goals in report.national:
        yield "## " + report.language.text("National goals in our strategy")
        yield _list(map(_plain, national_words(goals, report.language)))


def _letters(report: StatusReport) -> Iterator[str]:
    language = report.language
    if report.letters:
        yield "## " + language.text("Letters to those who are responsible")
    for letter in report.letters:
        yield f"### {_plain(letter.owner.title)}"
        yield language.text("Subject: {subject}").format(subject=_plain(letter.subject))
        yield "\n".join(f"    {line}".rstrip() for line in letter.text.splitlines())


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows:
        lines = (headings, ["---"] * len(headings), *rows)
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it stands, on one line."""
    return _MARKUP.sub(r"\\\1", one_line(text))


PAPER = Paper("md", render)
