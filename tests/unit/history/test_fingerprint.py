"""Equal histories have the same fingerprint, and others another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from living_strategy.history.assembly import settled
from living_strategy.history.event import Gap, History
from tests.histories import STRATEGY_FILE, Commit, history_of

TODAY = date(2026, 6, 1)
GOAL = "---\ntitle: Mål\n---\n{} om samordning i hele landet.\n"


def written(*texts: str) -> History:
    """The history of a goal that had these texts."""
    return history_of(
        *(
            Commit(f"2026-01-0{day}", STRATEGY_FILE | {"goals/mal.md": GOAL.format(text)})
            for day, text in enumerate(texts, 1)
        )
    )


HISTORY = written("Kommunnene samarbeider", "Kommunene samarbeider")


def test_what_was_looked_up_is_no_part_of_it() -> None:
    """Nor is which of two equal histories it is."""
    fingerprint = HISTORY.fingerprint
    assert (HISTORY.by_entry, HISTORY.updated, HISTORY.first_key("a", "b")) != ()

    assert HISTORY.fingerprint == fingerprint
    assert written("Kommunnene samarbeider", "Kommunene samarbeider").fingerprint == fingerprint


def test_all_that_pages_may_tell_is_part_of_it() -> None:
    """What happened, when, what is missing, and which files there are."""
    others = (
        HISTORY,
        written("Kommunnene samarbeider"),
        written("Kommunnene samarbeider", "Kommunene strides"),
        replace(HISTORY, tip="annet"),
        replace(HISTORY, begins=None),
        replace(HISTORY, gap=Gap("history-shallow", {})),
        replace(HISTORY, files=()),
        replace(HISTORY, states=()),
        replace(HISTORY, successors=((("goal", "a"), ("goal", "mal")),)),
        replace(HISTORY, events=tuple(event._replace(day=TODAY) for event in HISTORY.events)),
    )

    assert len({history.fingerprint for history in others}) == len(others)


def test_what_was_decided_with_the_words_of_today_is_part_of_it() -> None:
    """A change that is a slip of the pen as long as no text of today has the word."""
    slip = settled(HISTORY, {"kommunene"}, TODAY)
    word = settled(HISTORY, {"kommunene", "kommunnene"}, TODAY)
    other = settled(HISTORY, {"kommunene", "by"}, TODAY)

    assert [change.change for change in slip.events[-1].changes] != [
        change.change for change in word.events[-1].changes
    ]
    assert slip.fingerprint != word.fingerprint
    assert slip.fingerprint == other.fingerprint
