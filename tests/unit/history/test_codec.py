"""A history that was kept comes back as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.codec import packed, unpacked, unpacked_all
from living_strategy.history.event import NO_HISTORY, Event, Gap, History, Nature, Unread
from living_strategy.model.trait import Change, Origin
from tests.examples import examples

TEXTS = st.text(max_size=8)
PLAIN = st.recursive(
    TEXTS | st.none(),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(TEXTS, parts, max_size=3),
    max_leaves=6,
)
PAIRS = st.tuples(TEXTS, TEXTS)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A few of these."""
    return st.lists(values, max_size=3).map(tuple)


CHANGES = st.builds(
    FieldChange,
    operation=st.sampled_from(Operation),
    path=tuples(TEXTS),
    change=st.sampled_from(Change),
    origin=st.sampled_from(Origin),
    old=PLAIN,
    new=PLAIN,
    slips=tuples(PAIRS),
    parts=tuples(st.dictionaries(TEXTS, PLAIN, max_size=2)),
    position=st.none() | st.integers(0, 9),
    correction=st.booleans(),
)
EVENTS = st.builds(
    Event,
    key=TEXTS,
    kind=TEXTS,
    entry=TEXTS,
    title=TEXTS,
    nature=st.sampled_from(Nature),
    day=st.dates(),
    revision=TEXTS,
    subject=TEXTS,
    changes=tuples(CHANGES),
    other=TEXTS,
)
HISTORIES = st.builds(
    History,
    tip=TEXTS,
    begins=st.none() | st.dates(),
    events=tuples(EVENTS),
    states=tuples(st.tuples(st.dates(), TEXTS)),
    successors=tuples(st.tuples(PAIRS, PAIRS)),
    unread=tuples(st.builds(Unread, day=st.dates(), revision=TEXTS, path=TEXTS, code=TEXTS)),
    gap=st.none()
    | st.builds(Gap, code=TEXTS, particulars=st.dictionaries(TEXTS, TEXTS, max_size=2)),
)


@examples(10)
@given(HISTORIES)
def test_histories(history: History) -> None:
    """Whatever happened, in whatever words."""
    assert unpacked(History, packed(history)) == history


@examples(20)
@given(tuples(CHANGES))
def test_sequences(changes: tuple[FieldChange, ...]) -> None:
    """The changes of one pair of contents are kept for themselves."""
    assert unpacked_all(FieldChange, packed(changes)) == changes


def test_what_says_nothing_is_left_out() -> None:
    """Most changes have few particulars."""
    change = FieldChange(
        Operation.SET, ("status",), Change.SUBSTANTIVE, Origin.REPORTED, None, "ongoing"
    )
    event = Event("k", "goal", "mal", "Mål", Nature.CHANGED, date(2026, 11, 3), "r", "Æ", (change,))

    assert packed(NO_HISTORY) == "[]"
    assert packed([event]) == (
        '[["k","goal","mal","Mål","changed","2026-11-03","r","Æ",'
        '[["set",["status"],"substantive","reported",null,"ongoing"]]]]'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "[1", "null", "7", '"x"', "[[]]", '[["set"]]', '[["annet",[],"","",1]]'),
        '[["set",[],"substantive","reported",1,2,3]]', "[null]",
    ],
)  # fmt: skip
def test_what_another_wrote(text: str) -> None:
    """A text that is no such value is said to be none."""
    with pytest.raises(ValueError):
        unpacked_all(FieldChange, f"[{text}]" if text.startswith("{") else text or "x")
    with pytest.raises(ValueError):
        unpacked(Event, text)


def test_nothing_but_values_of_a_history() -> None:
    """Something else is a mistake of the program."""
    with pytest.raises(TypeError):
        packed([object()])
    with pytest.raises(TypeError):
        packed(Event)
