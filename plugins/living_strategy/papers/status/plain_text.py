"""The report about the status as plain text: for the terminal, and to paste into a mail."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.figures.roll_ups import RollUp
from living_strategy.figures.signal_words import meaning_words, signal_words
from living_strategy.figures.signals import SignalKind
from living_strategy.figures.summary_words import amounts, basis_words
from living_strategy.papers.layout import one_line, paragraph
from living_strategy.papers.status.paper import Paper, StatusReport
from living_strategy.papers.status.report_words import (
    holder_name,
    national_words,
    states_in_words,
    summary_words,
    warning_words,
)


def render(report: StatusReport) -> str:
    """Write the report: the sums first, then what may need a look, then a letter to each owner."""
    blocks = [
        *_beginning(report),
        *_kinds(report),
        *_roll_ups(report),
        *_national(report),
        *_letters(report),
    ]
    return "\n\n".join(blocks)


def _beginning(report: StatusReport) -> Iterator[str]:
    language, summary = report.language, report.summary
    title = language.text("Status of “{title}”, {date}")
    yield title.format(title=one_line(report.settings.title), date=report.today)
    yield paragraph(f"{summary_words(report)} {warning_words(language)}")
    yield _list(basis_words(summary, language))


def _kinds(report: StatusReport) -> Iterator[str]:
    for kind, count in report.summary.all.by_kind.items():
        yield "\n".join(_kind_lines(kind, count, report))


def _kind_lines(kind: SignalKind, count: int, report: StatusReport) -> Iterator[str]:
    language = report.language
    yield f"{language.term(kind)}: {language.number(count)}"
    yield paragraph(meaning_words(kind, report.settings.review_months, language), "  ", "  ")
    for item in report.summary.items:
        signals = [signal for signal in item.signals if signal.kind is kind]
        words = " ".join(signal_words(signal, language) for signal in signals)
        if signals:
            title = f"{one_line(item.entry.title)} ({item.entry.id}): {one_line(words)}"
            yield paragraph(title, "  - ", "    ")


def _roll_ups(report: StatusReport) -> Iterator[str]:
    language, summary = report.language, report.summary
    areas = [area.area for area in summary.areas]
    goals = [goal for area in summary.areas for goal in area.goals]
    for heading, roll_ups in (
        (language.text("By priority area"), areas),
        (language.text("By goal"), goals),
        (language.text("By who is responsible"), summary.owners),
    ):
        if roll_ups:
            yield heading + "\n" + _list(_sum_words(roll_up, report) for roll_up in roll_ups)


def _sum_words(roll_up: RollUp, report: StatusReport) -> str:
    language = report.language
    name = holder_name(roll_up, language)
    basis = amounts(roll_up.rests_on, language)
    if not roll_up.items:
        return f"{name}: {basis}"
    return f"{name} ({basis}): {states_in_words(roll_up, language)}"


def _national(report: StatusReport) -> Iterator[str]:
    for goals in report.national:
        heading = report.language.text("National goals in our strategy")
        yield heading + "\n" + _list(iter(national_words(goals, report.language)))


def _letters(report: StatusReport) -> Iterator[str]:
    text = report.language.text
    for letter in report.letters:
        yield "-" * 72
        yield text("Subject: {subject}").format(subject=letter.subject)
        yield letter.text.rstrip("\n")


def _list(lines: Iterator[str]) -> str:
    return "\n".join(paragraph(line, "  - ", "    ") for line in lines)


PAPER = Paper("text", render)
