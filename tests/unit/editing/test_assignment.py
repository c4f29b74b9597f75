"""What somebody writes for a change of a field, read by the types of the field."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.editing.assignment import (
    Assignment,
    Item,
    Misread,
    Misreading,
    Operation,
    assignment,
)
from living_strategy.model import Goal, Measure, Scheme

ADD, REMOVE, SET = Operation.ADD, Operation.REMOVE, Operation.SET


@pytest.mark.parametrize(
    ("written", "path", "value", "operation"),
    [
        ("status=completed", ("status",), "completed", SET),
        (" title = A = B ", ("title",), "A = B", SET),
        ("status_reason=", ("status_reason",), None, SET),
        ("goals=", ("goals",), None, SET),
        ("goals=a, b,", ("goals",), ["a", "b"], SET),
        ("goals=[a, b]", ("goals",), ["a", "b"], SET),
        ("goals+=c", ("goals",), ["c"], ADD),
        ("audience-=county, state", ("audience",), ["county", "state"], REMOVE),
        ("period.end=2027", ("period", "end"), "2027", SET),
        ("period={start: 2020, end: 2021}", ("period",), {"start": "2020", "end": "2021"}, SET),
        ("milestones[arkiv].done=2026-11", ("milestones", Item("arkiv"), "done"), "2026-11", SET),
        ("milestones[2]=", ("milestones", Item("2")), None, SET),
        ("milestones[0]={title: A, date: 2026}", ("milestones", Item("0")),
         {"title": "A", "date": "2026"}, SET),
        ("goals[0]=a,b", ("goals", Item("0")), "a,b", SET),
        ("milestones+={title: A, date: 2026}", ("milestones",),
         [{"title": "A", "date": "2026"}], ADD),
        ("own=a, b", ("own",), "a, b", SET),
        ("own+=a", ("own",), "a", ADD),
    ],
)  # fmt: skip
def test_read(written: str, path: Any, value: Any, operation: Operation) -> None:
    """Ids and choices are divided at commas, parts are written as in a file."""
    assert assignment(written, Measure) == Assignment(path, value, operation)


def test_sentences_keep_their_commas() -> None:
    """A list of texts takes one at a time, or several in brackets."""
    assert assignment("rules+=Først, så", Scheme) == Assignment(("rules",), ["Først, så"], ADD)
    several = assignment('rules=["Først, så", Sist]', Scheme)
    assert several == Assignment(("rules",), ["Først, så", "Sist"], SET)


def test_items_in_items() -> None:
    """Each list has its own brackets; the names of fields are known without them."""
    read = assignment("indicators[bruk].values[2024].value=3", Goal)

    assert isinstance(read, Assignment)
    assert read.path == ("indicators", Item("bruk"), "values", Item("2024"), "value")
    assert read.keys == ("indicators", "values", "value")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("status", Misreading.NO_ASSIGNMENT),
        ("=completed", Misreading.NO_ASSIGNMENT),
        ("[a]=b", Misreading.NO_ASSIGNMENT),
        ("milestones[]=b", Misreading.NO_ASSIGNMENT),
        ("milestones[a=b", Misreading.NO_ASSIGNMENT),
        ("a b=c", Misreading.NO_ASSIGNMENT),
        ("status+=completed", Misreading.NO_LIST),
        ("milestones[0].done+=2026", Misreading.NO_LIST),
        ("goals+=", Misreading.NO_VALUE),
        ("goals=,", Misreading.NO_VALUE),
        ("goals=[a", Misreading.NO_VALUE),
        ("period={start", Misreading.NO_VALUE),
        ("milestones+=~", Misreading.NO_VALUE),
    ],
)
def test_what_cannot_be_read(written: str, reason: Misreading) -> None:
    """It is named as it was written."""
    assert assignment(written, Measure) == Misread(written, reason)
