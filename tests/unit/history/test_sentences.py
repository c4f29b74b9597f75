"""Changes that are told together, and what happened to an entry as a whole."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.compare import compare
from living_strategy.history.event import Event, Nature
from living_strategy.history.event_words import told
from living_strategy.history.sentences import Sentence, nature_sentence, sentence, sentences
from living_strategy.history.slips import settle
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Goal, Measure, Project
from living_strategy.model.own_words import language_of
from living_strategy.model.trait import Change, Origin
from living_strategy.settings import Settings

NB = Language.load("nb")
TITLES = {"ks": "KS", "digdir": "Digitaliseringsdirektoratet", "ny-plan": "Ny plan"}
SUBSTANTIVE, CLARIFICATION, EDITORIAL = Change


def _told(old: dict[str, Plain], new: dict[str, Plain]) -> tuple[Sentence, ...]:
    return sentences(compare(Measure, old, new), Measure, TITLES, NB)


def test_a_status_with_its_date_and_reason() -> None:
    """Three changes are one thing to a reader."""
    old: dict[str, Plain] = {"status": "ongoing", "status_date": "2025", "title": "En plan"}
    new: dict[str, Plain] = {
        "status": "stopped",
        "status_date": "2026-06",
        "status_reason": "Det er ikke midler til mer.",
        "title": "En ny plan",
    }

    assert _told(old, new) == (
        Sentence("Tittel endret fra «En plan» til «En ny plan»", CLARIFICATION, Origin.DECIDED),
        Sentence(
            "Status endret fra pågår til stanset, per juni 2026: «Det er ikke midler til mer.»",
            SUBSTANTIVE,
            Origin.REPORTED,
            3,
        ),
    )


def test_a_link_that_leads_elsewhere() -> None:
    """One for one is told once; what changed in a list with more is told by itself."""
    assert _told({"responsible": ["ks"]}, {"responsible": ["digdir"]}) == (
        Sentence(
            "Ny ansvarlig: «Digitaliseringsdirektoratet» (var «KS»)",
            SUBSTANTIVE,
            Origin.DECIDED,
            2,
        ),
    )
    assert [
        told.text for told in _told({"responsible": ["ks"]}, {"responsible": ["digdir", "x"]})
    ] == [
        "Ikke lenger ansvarlig: «KS»",
        "Ny ansvarlig: «Digitaliseringsdirektoratet»",
        "Ny ansvarlig: «x»",
    ]


def test_an_earlier_id_is_told_as_it_was() -> None:
    """The id, and not the title that the entry has today, to which the id leads."""
    titles = TITLES | {"gammel-plan": "Ny plan", "1532": "Giske"}
    aliases = compare(Measure, {}, {"aliases": ["gammel-plan"]})
    places = compare(Project, {}, {"participants": ["1532"]})

    assert [told.text for told in sentences(aliases, Measure, titles, NB)] == [
        "Id endret; het før «gammel-plan»"
    ]
    assert [told.text for told in sentences(places, Project, titles, NB)] == [
        "Ny deltaker: «Giske»"
    ]


def test_no_change_is_told_twice_and_none_is_lost() -> None:
    """The sentences tell as many changes as there are, but for what no model knows."""
    old: dict[str, Plain] = {"status": "ongoing", "responsible": ["ks"], "gammelt": "x"}
    new: dict[str, Plain] = {"status": "paused", "status_reason": "Nei.", "responsible": ["x"]}
    changes = compare(Measure, old, new)

    assert len(changes) == 5
    assert sum(told.changes for told in sentences(changes, Measure, TITLES, NB)) == 4


def test_a_slip_is_shown() -> None:
    """A reader sees which word was mended."""
    (change,) = compare(Goal, {"note": "Kommnuene er med."}, {"note": "Kommunene er med."})

    assert sentence(settle(change, {"kommunene"}), Goal, {}, NB) == (
        "Skrivemåte rettet i «Merknad»: «Kommnuene» er blitt «Kommunene»"
    )
    assert sentence(settle(change, {"kommnuene"}), Goal, {}, NB) == (
        "Merknad endret fra «Kommnuene er med.» til «Kommunene er med.»"
    )


def test_what_old_versions_said_is_told_as_text() -> None:
    """A status that no vocabulary has, a date that is none, a list where a text belongs."""
    old: dict[str, Plain] = {"status": "i gang", "period": {"start": "snart"}, "note": ["a", "b"]}
    new: dict[str, Plain] = {"status": "ongoing", "period": {"start": "2027"}, "note": "Ny."}

    assert [told.text for told in _told(old, new)] == [
        "Merknad endret fra «a, b» til «Ny.»",
        "Status endret fra i gang til pågår",
        "Startdato flyttet fra snart til 2027",
    ]


def test_a_field_that_no_model_has_any_more() -> None:
    """It can be told of, to those who ask for everything."""
    (change,) = compare(Measure, {"eier": "ks"}, {})

    assert change == FieldChange(
        Operation.UNKNOWN, ("eier",), EDITORIAL, Origin.REPORTED, "ks", None
    )
    assert sentence(change, Measure, {}, NB) == (
        "Et felt som nettstedet ikke kjenner, er endret: eier"
    )


def _event(nature: Nature, other: str = "", changes: tuple[FieldChange, ...] = ()) -> Event:
    return Event(
        "1", "measure", "plan", "Plan", nature, date(2026, 11, 3), "abc", "", changes, other
    )


RETIRED = compare(
    Measure,
    {},
    {"retired": {"date": "2026-12-31", "reason": "Løst.", "replaced_by": "ny-plan"}},
)


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (_event(Nature.FOUNDED), "Innholdet ble lagt inn her"),
        (_event(Nature.NEW), "Nytt tiltak"),
        (_event(Nature.CHANGED), ""),
        (
            _event(Nature.RETIRED, changes=RETIRED),
            "Utgått 31. desember 2026: Løst. Erstattet av «Ny plan»",
        ),
        (_event(Nature.RETIRED), "Utgått"),
        (_event(Nature.REMOVED), "Fjernet fra strategien"),
        (_event(Nature.RETURNED), "Tatt inn igjen"),
        (_event(Nature.MERGED, "ny-plan"), "Slått sammen med «Ny plan»"),
        (_event(Nature.CONVERTED, "project"), "Omgjort fra prosjekt til tiltak"),
    ],
    ids=lambda value: value.nature if isinstance(value, Event) else "",
)
def test_nature(event: Event, text: str) -> None:
    """What an event did to the entry as a whole."""
    assert nature_sentence(event, TITLES, NB) == text


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_can_be_new(code: str) -> None:
    """Each in a sentence of its own."""
    language = Language.load(code)
    kinds = [kind.kind for kind in KINDS]
    told = [
        nature_sentence(
            Event("1", kind, "a", "A", Nature.NEW, date(2026, 1, 1), "abc", ""), {}, language
        )
        for kind in kinds
    ]

    assert len(set(told)) == len(kinds)
    assert all(told)
    assert not [words for words in told if ":" in words], "a key stands where a word should"


def test_one_thing_is_told_once_in_an_event() -> None:
    """What readers know by one name may be several settings that changed together."""
    new: dict[str, Plain] = {
        "results": ["mal/a", "mal/b"],
        "doors": [{"who": "For alle", "ways": [{"what": "Les", "to": "mal/"}]}],
    }
    changes = compare(Settings, {}, new)
    event = Event("1", "strategy", "", "Planen", Nature.CHANGED, date(2026, 1, 1), "a", "", changes)

    assert len(changes) > 1
    assert [line.text for line in told(event, {}, NB)] == ["Forsiden viser noe annet"]


def test_a_gain_has_the_decimals_of_its_unit() -> None:
    """As everywhere else, where the unit is the strategy's own; sums have none."""
    settings = Settings.model_validate(
        {"title": "A", "currency": "SEK", "units": {"gwh": {"symbol": "GWh", "decimals": 1}}}
    )
    old = {"gains": [{"title": "Mindre strøm", "unit": "gwh", "reached": "2"}]}
    new = {"gains": [{"title": "Mindre strøm", "unit": "gwh", "reached": "12"}]}
    sums = {"gains": [{"title": "Mindre strøm", "unit": "sek", "reached": "12"}]}
    before = {"gains": [{"title": "Mindre strøm", "unit": "sek", "reached": "2"}]}
    language = language_of(settings)

    [told_gain] = sentences(compare(Measure, old, new), Measure, {}, language)
    [told_sum] = sentences(compare(Measure, before, sums), Measure, {}, language)

    assert "2,0" in told_gain.text
    assert "12,0" in told_gain.text
    assert "," not in told_sum.text.partition("»")[2]
