"""Signals in words, in all languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from living_strategy.figures.signal_words import (
    gap_words,
    meaning_words,
    question_words,
    signal_words,
)
from living_strategy.figures.signals import Gap, Signal, SignalKind
from living_strategy.figures.status_summary import status_summary
from living_strategy.figures.summary_words import (
    amounts,
    amounts_in_letters,
    basis_words,
    look_words,
)
from living_strategy.language import LANGUAGES, Language
from living_strategy.partial_date import PartialDate
from living_strategy.settings import ReviewMonths
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
)

ENGLISH = Language.load("en")
NORWEGIAN = Language.load("nb")


def a_signal(kind: SignalKind, since: str | None, months: int | None = None) -> Signal:
    """A signal since a date; that of a milestone or an indicator names it."""
    title = "Pilot" if kind is SignalKind.LATE_MILESTONE else ""
    indicator = "Andel" if kind is SignalKind.BEHIND_PATH else ""
    return Signal(kind, PartialDate(since) if since else None, months, title, indicator)


@pytest.mark.parametrize(
    ("signal", "nb", "nn"),
    [
        (
            a_signal(SignalKind.LATE_MILESTONE, "2025-03-31", 1),
            "Fristen for milepælen «Pilot» er passert (31. mars 2025), og vi har ikke funnet at "
            "den er nådd. Det er 1 måned siden.",
            "Fristen for milepælen «Pilot» er passert (31. mars 2025), og vi har ikkje funne at "
            "han er nådd. Det er 1 månad sidan.",
        ),
        (
            a_signal(SignalKind.PAST_END, "2025", 10),
            "Perioden er over (2025), men statusen er ikke «fullført» eller «stanset». "
            "Det er minst 10 måneder siden.",
            "Perioden er over (2025), men statusen er ikkje «fullført» eller «stansa». "
            "Det er minst 10 månader sidan.",
        ),
        (
            a_signal(SignalKind.PAST_END, "2021", 58),
            "Perioden er over (2021), men statusen er ikke «fullført» eller «stanset». "
            "Det er minst 4 år siden.",
            "Perioden er over (2021), men statusen er ikkje «fullført» eller «stansa». "
            "Det er minst 4 år sidan.",
        ),
        (
            a_signal(SignalKind.PAST_END, "2024-10-31", 24),
            "Perioden er over (31. oktober 2024), men statusen er ikke «fullført» eller «stanset». "
            "Det er 2 år siden.",
            "Perioden er over (31. oktober 2024), men statusen er ikkje «fullført» eller «stansa». "
            "Det er 2 år sidan.",
        ),
        (
            a_signal(SignalKind.NOT_STARTED, "2026-10", 0),
            "Skulle ha begynt (oktober 2026), men statusen er «planlagt».",
            "Skulle ha byrja (oktober 2026), men statusen er «planlagt».",
        ),
        (
            a_signal(SignalKind.BEHIND_PATH, "2025", 10),
            "«Andel» har ikke kommet så langt som målbanen sier for 2025.",
            "«Andel» har ikkje kome så langt som målbana seier for 2025.",
        ),
        (
            a_signal(SignalKind.UNCONFIRMED, "2021", 58),
            "Oppgitt som pågående, men ingen kilde vi kjenner, bekrefter det etter 2021.",
            "Oppgitt som pågåande, men inga kjelde vi kjenner, stadfestar det etter 2021.",
        ),
        (
            a_signal(SignalKind.NO_REPORT, "2025-11", 11),
            "Den nyeste meldingen om hvordan det går, er fra november 2025.",
            "Den nyaste meldinga om korleis det går, er frå november 2025.",
        ),
        (
            a_signal(SignalKind.NO_REPORT, None),
            "Det finnes ingen rapport, og statusen har ingen dato.",
            "Det finst ingen rapport, og statusen har ingen dato.",
        ),
        (
            a_signal(SignalKind.STALE, "2024", 22),
            "Det nyeste tegnet på at noen har sett på dette, er fra 2024.",
            "Det nyaste teiknet på at nokon har sett på dette, er frå 2024.",
        ),
        (
            a_signal(SignalKind.NO_OWNER, None),
            "Ingen er oppgitt som ansvarlig.",
            "Ingen er oppgitt som ansvarleg.",
        ),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Signal) else "",
)
def test_a_signal_is_a_sentence(signal: Signal, nb: str, nn: str) -> None:
    """With the date, and for what is late also how long ago."""
    assert signal_words(signal, NORWEGIAN) == nb
    assert signal_words(signal, Language.load("nn")) == nn


WRITERS: tuple[Callable[[SignalKind, Language], str], ...] = (
    lambda kind, language: signal_words(a_signal(kind, "2025", 10), language),
    question_words,
    lambda kind, language: meaning_words(kind, ReviewMonths(), language),
    lambda kind, language: language.term(kind),
)


@pytest.mark.parametrize("kind", SignalKind)
@pytest.mark.parametrize("write", WRITERS)
def test_every_kind_has_words_in_every_language(
    write: Callable[[SignalKind, Language], str], kind: SignalKind
) -> None:
    """Each language has words of its own, and no placeholder is left open."""
    words = {code: write(kind, Language.load(code)) for code in LANGUAGES}

    assert words["en"] not in (words["nb"], words["nn"])
    assert not any("{" in text for text in words.values())


@pytest.mark.parametrize("gap", Gap)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_gap_has_words(gap: Gap, code: str) -> None:
    """The number stands first, so that nobody overlooks it."""
    words = [gap_words(gap, count, Language.load(code)) for count in (1, 3)]

    assert [text.partition(" ")[0] for text in words] == ["1", "3"]


def test_limits_are_said_with_their_months() -> None:
    """As the strategy has set them."""
    limits = ReviewMonths(running=1, other=18)

    assert meaning_words(SignalKind.STALE, limits, ENGLISH) == (
        "Nobody has reviewed it or changed anything of substance for a long time: the limit is "
        "1 month for what is under way, 18 months for the rest."
    )
    assert meaning_words(SignalKind.NO_REPORT, limits, ENGLISH) == (
        "The status is “ongoing”, but no report or dated status is newer than 1 month. "
        "What is older than two years is counted as unconfirmed instead."
    )


@pytest.mark.parametrize(
    ("counts", "digits", "letters"),
    [
        ({"measure": 4}, "4 tiltak", "fire tiltak"),
        ({"measure": 12, "project": 1}, "12 tiltak og 1 prosjekt",
         "tolv tiltak og ett prosjekt"),
        ({"goal": 1, "measure": 13, "project": 2}, "1 mål, 13 tiltak og 2 prosjekter",
         "1 mål, 13 tiltak og 2 prosjekter"),
        ({}, "ingenting er registrert", "ingenting er registrert"),
    ],
)  # fmt: skip
def test_amounts(counts: dict[str, int], digits: str, letters: str) -> None:
    """In running text small numbers are written in letters, if none of them is large."""
    assert (amounts(counts, NORWEGIAN), amounts_in_letters(counts, NORWEGIAN)) == (digits, letters)


def said(changed: bool) -> Iterator[str]:
    """What a summary says it rests on, with a measure whose history is known, or without."""
    graph = a_graph(an_area(), an_organisation(), a_goal(), a_measure(), a_project(lead="ks"))

    summary = status_summary(
        graph, TODAY, lambda entry: TODAY if changed and entry.id == "tiltak" else None
    )

    return basis_words(summary, ENGLISH)


def test_the_basis_is_said() -> None:
    """The day, the history as far as it is known, what is missing, and what does not count."""
    without, with_history = list(said(changed=False)), list(said(changed=True))

    assert without == [
        "It was computed November 21, 2026, from dates alone.",
        "Where the history is not known, the dates of the item itself say when somebody looked at "
        "it: when it was reviewed, its reports, the date of its status and the date its facts are "
        "from.",
        "2 have neither an end nor a coming milestone: nobody can say whether they are late.",
        "2 are under way without a date for that: nobody can say how old it is.",
        "What is not known counts neither as good nor as bad. An item with something to look at "
        "counts there, also when other things about it are not known.",
        "What has the status “completed” or “stopped”, or is retired, is not looked at.",
    ]
    assert with_history == [
        without[0],
        "The day of the last change of substance is known for 1 of 3 items, from the history of "
        "their files.",
        *without[1:],
    ]


def test_a_sum_is_said_with_what_is_late() -> None:
    """Only if anything is."""
    late = a_measure(id="sent", period={"end": "2025"})
    graphs = (a_graph(an_area(), a_goal(), a_measure()), a_graph(an_area(), a_goal(), late))

    assert [look_words(status_summary(graph, TODAY).all, ENGLISH) for graph in graphs] == [
        "Of 1 goal and 1 measure, 2 may need a look.",
        "Of 1 goal and 1 measure, 2 may need a look. 1 is past a date.",
    ]
