"""What a council says about entries of a strategy above, as events with their sentences."""

from __future__ import annotations

import pytest

from living_strategy.history.event import Event
from living_strategy.history.event_words import told
from living_strategy.language import Language
from tests.histories import STRATEGY_FILE, Commit, brief, history_of

PATH = "adoption/ks/deling.yml"
TITLES = {"ks:deling": "Deling av data", "styret": "Styret"}
PLANNED = 'state: planned\nplanned: 2027\nagainst: {version: "v1", hash: "aa"}\n'
ADOPTED = (
    'state: adopted\nagainst: {version: "v1", hash: "aa"}\n'
    "decision: {body: Kommunestyret, date: 2026-06-18, case: PS 45/26}\n"
)


def _events(*texts: str | None) -> tuple[Event, ...]:
    """The events of a record that has these texts on one day after the other."""
    commits = [Commit("2026-06-01", STRATEGY_FILE)]
    for number, text in enumerate(texts, 2):
        files = STRATEGY_FILE if text is None else STRATEGY_FILE | {PATH: text}
        commits.append(Commit(f"2026-06-{number:02}", files))
    return history_of(*commits).events[1:]


def _told(events: tuple[Event, ...], code: str = "nb") -> list[list[str]]:
    language = Language.load(code)
    return [[sentence.text for sentence in told(event, TITLES, language)] for event in events]


def test_a_record_comes_changes_and_goes() -> None:
    """Each is an event of the entry above; another state weighs as a decision does."""
    events = _events(PLANNED, ADOPTED, None, ADOPTED)

    assert [brief(event) for event in events] == [
        "2026-06-02 adoption ks:deling new new: state, against, planned",
        "2026-06-03 adoption ks:deling changed substantive: state, decision, planned",
        "2026-06-04 adoption ks:deling removed",
        "2026-06-05 adoption ks:deling returned new: state, against, decision",
    ]
    assert _told(events) == [
        [
            "«Deling av data» fra den nasjonale strategien er planlagt her",
            "Planlagt tidspunkt satt til 2027",
        ],
        [
            "Kommunestyret vedtok «Deling av data» fra den nasjonale strategien, 18. juni 2026 "
            "(før: planlagt)",
            "Planlagt tidspunkt tatt bort (var 2027)",
        ],
        ["Den lokale behandlingen av «Deling av data» er tatt ut"],
        ["Kommunestyret vedtok «Deling av data» fra den nasjonale strategien, 18. juni 2026"],
    ]


def test_a_record_that_comes_back_otherwise() -> None:
    """The state is the same, so it is in force again."""
    events = _events(ADOPTED, None, f"{ADOPTED}next_review: 2028\n")

    assert _told(events)[2] == [
        "Den lokale behandlingen av «Deling av data» gjelder igjen",
        "Neste vurdering satt til 2028",
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("nn", "Styret sa nei til «Deling av data» frå den nasjonale strategien, 2026"),
        ("en", "Styret said no to “Deling av data” from the national strategy, 2026"),
    ],
)
def test_a_body_of_the_strategy_is_named(code: str, expected: str) -> None:
    """The id of a body is told by its title, in the language of the reader."""
    declined = "state: declined\nreason: Nei.\ndecision: {body: styret, date: 2026}\n"

    assert _told(_events(declined), code)[0][0] == expected


def test_the_same_judgement_of_another_version_is_editorial() -> None:
    """Another version, judged as before, is no decision; other words here are one."""
    again = ADOPTED.replace("v1", "v2").replace("aa", "bb")
    worded = again + 'overlays: [{field: title, text: "Vi deler alt", base: "cc"}]\n'
    events = _events(ADOPTED, again, worded)[1:]

    assert [event.classified for event in events] == ["editorial", "substantive"]
    assert _told(events)[1] == ["Andre ord her enn i den nasjonale teksten: «Vi deler alt»"]


def test_a_record_like_another_is_not_taken_for_it() -> None:
    """Git calls a file renamed that is like one that went; a record belongs to its name."""
    other = "adoption/ks/annet.yml"
    events = history_of(
        Commit("2026-06-01", STRATEGY_FILE),
        Commit("2026-06-02", STRATEGY_FILE | {PATH: ADOPTED}),
        Commit("2026-06-03", STRATEGY_FILE | {other: ADOPTED}, renamed={other: PATH}),
    ).events[2:]

    assert [(event.entry, event.nature.value) for event in events] == [
        ("ks:deling", "removed"), ("ks:annet", "new")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "path",
    ["adoption/README.md", "adoption/ks/README.yml", "adoption/ks/a/b.yml", "adoption/x.yml"],
)
def test_what_is_no_record_is_no_event(path: str) -> None:
    """Notes and files in other places say nothing."""
    first = Commit("2026-06-01", STRATEGY_FILE)

    assert len(history_of(first, Commit("2026-06-02", STRATEGY_FILE | {path: ADOPTED})).events) == 1
