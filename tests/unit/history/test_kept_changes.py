"""Changes that were kept come back as they were, and are unpacked when somebody asks for them."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.kept_changes import (
    KeptChanges,
    Page,
    is_open,
    mask_of,
    packed_page,
    page_name,
    told_classes,
)
from living_strategy.model.trait import Change, Origin

TEXTS = st.text(max_size=8) | st.just("\udce5")
PLAIN = st.recursive(
    TEXTS | st.none(),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(TEXTS, parts, max_size=3),
    max_leaves=6,
)


def tuples(values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """A few of these."""
    return st.lists(values, max_size=3).map(tuple)


CHANGES = st.builds(
    FieldChange,
    operation=st.sampled_from(Operation),
    # Few paths: what a field said before is often what it came to say last.
    path=st.sampled_from([(), ("a",), ("a", "b")]) | tuples(TEXTS),
    change=st.sampled_from(Change),
    origin=st.sampled_from(Origin),
    old=PLAIN | st.sampled_from(["x", "y"]),
    new=PLAIN | st.sampled_from(["x", "y"]),
    slips=tuples(st.tuples(TEXTS, TEXTS)),
    parts=tuples(st.dictionaries(TEXTS, PLAIN, max_size=2)),
    position=st.none() | st.integers(0, 9),
    correction=st.booleans(),
)


def kept(events: Sequence[Sequence[FieldChange]]) -> list[KeptChanges]:
    """The changes of these events, from a page that was packed."""
    content = packed_page([()] * len(events), events)
    page = Page(page_name(content), content)
    return [KeptChanges(page, number, mask_of(changes)) for number, changes in enumerate(events)]


@settings(max_examples=150)
@given(st.lists(tuples(CHANGES), max_size=5))
def test_they_come_back(events: list[tuple[FieldChange, ...]]) -> None:
    """Whatever happened; and what is known without unpacking them is true."""
    changes = kept(events)
    known = [(told_classes(of_event), is_open(of_event)) for of_event in changes]

    assert known == [(told_classes(of_event), is_open(of_event)) for of_event in events]
    assert events == changes
    assert [tuple(of_event) for of_event in changes] == events


def test_they_are_a_sequence() -> None:
    """As the tuple is that they were, also for other processes and for tables."""
    first, second = (
        FieldChange(Operation.SET, ("a",), Change.EDITORIAL, Origin.REPORTED, None, new)
        for new in "xy"
    )
    changes, same, other = kept([(first, second), (first, second), (second,)])

    assert (len(changes), changes[0], changes[1:]) == (2, first, (second,))
    assert changes == same == (first, second)
    assert changes != other
    assert changes != [first, second]
    assert hash(changes) == hash((first, second))
    assert repr(changes) == repr((first, second))
    assert pickle.loads(pickle.dumps(changes)) == (first, second)


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ((Operation.UNLINKED,), False),
        ((Operation.LINKED, Operation.UNLINKED), True),
        ((Operation.SET, Operation.WORDED), False),
    ],
)
def test_what_is_still_to_be_decided(operations: tuple[Operation, ...], expected: bool) -> None:
    """A link that went may have come under another id, if one came in the same field."""
    changes = tuple(
        FieldChange(operation, ("goals",), Change.SUBSTANTIVE, Origin.DECIDED)
        for operation in operations
    )

    assert is_open(changes) is expected
    assert is_open((*changes, *changes[:1])) is expected


def test_old_values_stand_once() -> None:
    """A text that is changed again and again is not kept twice for each change."""
    texts = [f"{number} {'tekst ' * 50}" for number in range(10)]
    events = [
        (FieldChange(Operation.SET, ("a",), Change.EDITORIAL, Origin.DECIDED, old, new),)
        for old, new in zip([None, *texts], texts, strict=False)
    ]

    assert kept(events) == events
    rows = Page("", packed_page([], events))._line(1)
    assert [row[4] for (row,) in rows[1:]] == [0] * 9
