"""The report of a period as a whole: what stands where, in words and figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from living_strategy.history.event import NO_HISTORY, History
from living_strategy.history.event_words import titles_of
from living_strategy.history.happenings import Matter, happenings
from living_strategy.history.period import Period
from living_strategy.language import Language
from living_strategy.papers.changes import ChangeWords
from living_strategy.papers.forms import FORMS
from living_strategy.papers.outline import Item, Outline, Section
from living_strategy.papers.report import Reported, period_words, report_paper, report_title
from tests.factories import TODAY
from tests.histories import Commit, history_of
from tests.reported_year import COMMITS, reported_graph, reported_history

SECOND = Period(date(2026, 5, 1), date(2026, 8, 31))
THIRD = Period(date(2026, 9, 1), date(2026, 12, 31))
# What the council gets.
PAPER = (Path(__file__).parent / "report.md").read_text("utf-8")


def paper(history: History, code: str = "nb", period: Period = SECOND) -> Outline:
    """The report of a period in a language."""
    graph, language = reported_graph(), Language.load(code)
    words = ChangeWords(titles_of(graph, history), language, lambda kind, entry: "")
    title = report_title(period, language)
    return report_paper(title, period, Reported(graph, history, TODAY), words)


def rendered(form: str, outline: Outline) -> str:
    """The paper in a form."""
    return next(member for member in FORMS if member.name == form).render(outline)


def test_whole_report() -> None:
    """Each matter stands in its place, once: two moves of a date are one; what the content dates
    is told by that date, also if it was written down later; what is dated otherwise is no part of
    what was reported, decided or measured.
    """
    assert rendered("md", paper(reported_history())) == PAPER


@pytest.mark.parametrize(
    ("first", "last", "code", "expected"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "nb", "november 2026"),
        (date(2026, 9, 1), date(2026, 12, 31), "nn", "september 2026 til desember 2026"),
        (date(2026, 11, 3), date(2026, 11, 3), "nb", "3. november 2026"),
        (date(2026, 11, 3), date(2026, 11, 4), "en", "November 3, 2026 to November 4, 2026"),
    ],
)
def test_what_a_period_is_called(first: date, last: date, code: str, expected: str) -> None:
    """From month to month or from day to day; a single month or day is called by it."""
    assert period_words(Period(first, last), Language.load(code)) == expected


def titles(sections: tuple[Section, ...]) -> list[str]:
    """The headings, those below others with them."""
    return [title for section in sections for title in (section.heading, *titles(section.parts))]


@pytest.mark.parametrize(
    ("code", "title", "headings"),
    [
        (
            "nn",
            "Rapport: mai 2026 til august 2026",
            "Gjort, Flytt, Stansa eller på pause, Rapportert, Vedteke, Målt, Nytt og utgått, "
            "Andre vesentlege endringar",
        ),
        (
            "en",
            "What happened: May 2026 to August 2026",
            "Done, Moved, Stopped or paused, Reported, Decided, Measured, New and retired, "
            "Other changes of substance",
        ),
    ],
)
def test_other_languages(code: str, title: str, headings: str) -> None:
    """The words of the report are those of the site's language."""
    outline = paper(reported_history(), code)

    assert outline.title == title
    assert titles(outline.sections)[1:9] == headings.split(", ")


def test_what_happened_afterwards() -> None:
    """The next period has what came then: it is not over, a status is another again, a report came
    late, and an entry is gone, of which nobody knows the area.
    """
    outline = paper(reported_history(), period=THIRD)

    assert outline.paragraphs[:3] == (
        "21. november 2026 var 3 tiltak og 0 prosjekter i gang. Ingen tiltak eller "
        "prosjekter fikk statusen «fullført» i perioden.",
        "Perioden er ikke over: Dette er det som er kjent 21. november 2026.",
        "Historikken begynner 10. april 2026 og dekker hele perioden.",
    )
    nothing = ("Ingenting er registrert.",)
    again = Item(
        "Felles plattform",
        "tiltak",
        "",
        (
            "Status endret fra fullført til pågår",
            "Ny rapport for 15. juli 2026: «Ni skoler er med.»",
        ),
    )
    gone = Item("Utprøving av nettbrett", "tiltak", "", ("Fjernet fra strategien",))
    assert outline.sections == (
        Section("Skole", parts=(Section("Andre vesentlige endringer", items=(again,)),)),
        Section("Helse", nothing),
        Section("Uten satsingsområde", parts=(Section("Nytt og utgått", items=(gone,)),)),
    )


@pytest.mark.parametrize(
    ("code", "heading", "sentence", "figure"),
    [
        (
            "nb", "Startet", "Status endret fra planlagt til pågår",
            "1 tiltak eller prosjekt ble startet.",
        ),
        (
            "nn", "Starta", "Status endra frå planlagt til pågår",
            "1 tiltak eller prosjekt vart starta.",
        ),
        (
            "en", "Started", "Status changed from planned to ongoing",
            "1 measure or project was started.",
        ),
    ],
)  # fmt: skip
def test_what_was_started(code: str, heading: str, sentence: str, figure: str) -> None:
    """What was planned and is under way stands below a heading of its own, and is counted."""
    outline = paper(reported_history(), code, Period(date(2026, 5, 1), date(2026, 6, 30)))
    (started,) = (part for part in outline.sections[0].parts if part.heading == heading)

    assert [(item.title, item.lines) for item in started.items] == [
        ("Felles plattform", (sentence,))
    ]
    assert figure in outline.paragraphs[0]


@pytest.mark.parametrize(
    ("old", "new", "matter"),
    [
        ("proposed", "ongoing", Matter.STARTED),
        ("planned", "ongoing", Matter.STARTED),
        ("paused", "ongoing", Matter.OTHER),
        ("completed", "ongoing", Matter.OTHER),
        ("gammel-status", "ongoing", Matter.OTHER),
        ("proposed", "planned", Matter.OTHER),
        ("planned", "completed", Matter.DONE),
    ],
)
def test_matter_of_a_status(old: str, new: str, matter: Matter) -> None:
    """What rested or was over goes on, and is not started; what is only planned has not begun."""
    measure = "---\ntitle: Tiltak\ngoals: [laering]\nstatus: {status}\n---\n"
    history = history_of(
        *(
            Commit(day, {"measures/tiltak.md": measure.format(status=status)})
            for day, status in (("2026-02-01", old), ("2026-03-01", new))
        )
    )
    period = Period(date(2026, 1, 1), date(2026, 12, 31))

    assert [
        happening.matter
        for happening in happenings(reported_graph(), history, period, TODAY).told
        if happening.key == ("measure", "tiltak") and happening.changes
    ] == [matter]


DATED = ["Skole", "Gjort", "Rapportert", "Vedtatt", "Målt", "Helse"]


@pytest.mark.parametrize(
    ("history", "sentence"),
    [
        (
            NO_HISTORY,
            "Ingen historikk er kjent: Rapporten bygger bare på det som har dato i innholdet.",
        ),
        (
            reported_history(COMMITS[-1]),
            "Historikken begynner 1. oktober 2026, etter perioden: Rapporten bygger bare på det "
            "som har dato i innholdet.",
        ),
    ],
)
def test_without_history_of_the_period(history: History, sentence: str) -> None:
    """Only what has a date is told, and nobody pretends to know how many were under way."""
    outline = paper(history)

    assert outline.paragraphs[0] == (
        "Hvor mange som var i gang ved slutten av perioden, er ukjent. Ingen tiltak eller "
        "prosjekter fikk statusen «fullført» i perioden. Datert i perioden: 1 nådd "
        "milepæl, 2 rapporter, 1 vedtak, 1 ny måleverdi."
    )
    assert outline.paragraphs[1] == sentence
    assert titles(outline.sections) == DATED


def test_history_that_begins_in_the_period() -> None:
    """What came with the first content is not called new, and what was before is not known."""
    outline = paper(reported_history(*COMMITS[2:]))

    assert outline.paragraphs[1:3] == (
        "Historikken begynner 1. juli 2026: Fra tiden før har rapporten bare det som har dato i "
        "innholdet.",
        "10 oppføringer ble lagt inn i perioden med det første innholdet, og er ikke regnet som "
        "nye.",
    )
    assert titles(outline.sections) == DATED


NESTED = Outline(
    "Tittel",
    (),
    (Section("Område", ("Innledning.",), parts=(Section("Gjort", (), (Item("Sak"),)),)),),
)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (
            "text",
            "Tittel\n======\n\nOmråde\n------\nInnledning.\n\nGjort\n.....\n\nSak\n",
        ),
        ("md", "## Tittel\n\n### Område\n\nInnledning.\n\n#### Gjort\n\n- **Sak**\n"),
        (
            "html",
            "<h2>Tittel</h2>\n<h3>Område</h3>\n<p>Innledning.</p>\n<h4>Gjort</h4>\n<ul>\n"
            "<li><strong>Sak</strong></li>\n</ul>\n",
        ),
    ],
)
def test_headings_below_headings(form: str, text: str) -> None:
    """Each form has a level more."""
    assert rendered(form, NESTED) == text
