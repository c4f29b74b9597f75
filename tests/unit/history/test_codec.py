"""Values that were kept come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.codec import packed, unpacked
from living_strategy.history.edition import Edition, EditionFile
from living_strategy.history.event import Unread
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
UNREAD = st.builds(Unread, day=st.dates(), revision=TEXTS, path=TEXTS, code=TEXTS)
EDITIONS = st.builds(
    Edition,
    commit=TEXTS,
    files=tuples(st.builds(EditionFile, name=TEXTS, text=TEXTS)),
    unread=tuples(TEXTS),
)
CHANGE = FieldChange(
    Operation.SET, ("status",), Change.SUBSTANTIVE, Origin.REPORTED, None, "ongoing"
)


@examples(10)
@given(EDITIONS | CHANGES | UNREAD)
def test_values(value: object) -> None:
    """Whatever they hold."""
    assert unpacked(type(value), packed(value)) == value


def test_what_says_nothing_is_left_out() -> None:
    """Most values have few particulars."""
    assert packed(Edition("c")) == '["c"]'
    assert packed([CHANGE]) == '[["set",["status"],"substantive","reported",null,"ongoing"]]'


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "[1", "null", "7", '"x"', "[]", '["set"]', '["annet",[],"","",1]', "[[1]]"),
        '["set",[],"substantive","reported",1,2,3]',
    ],
)
def test_what_another_wrote(text: str) -> None:
    """A text that is no such value is said to be none."""
    with pytest.raises(ValueError):
        unpacked(FieldChange, text)


def test_nothing_but_values_of_a_history() -> None:
    """Something else is a mistake of the program."""
    with pytest.raises(TypeError):
        packed([object()])
    with pytest.raises(TypeError):
        packed(Edition)
