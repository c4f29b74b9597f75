"""What a change of a strategy above asks of a council: a cell for each nature and each state."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from living_strategy.model.adoption import AdoptionState
from living_strategy.upstream.difference import ItemNature


class Need(StrEnum):
    """How much something asks for, the weightiest first."""

    DECIDE = "decide"
    """A council should decide anew."""
    ACT = "act"
    """Somebody should put something right here: a record, a plan, a link."""
    READ = "read"
    KNOW = "know"
    NOTHING = "nothing"


WEIGHTS: Mapping[Need, int] = {need: index for index, need in enumerate(Need)}
"""The place of each need, the weightiest first."""


class Cell(NamedTuple):
    """What is asked, and a sentence of why: a message id without a full stop. Written by position,
    as the message is found by it.
    """

    need: Need
    sentence: str


UNSEEN = Cell(Need.KNOW, "The wording that was judged is not here, so what differs cannot be shown")
OVERLAID = Cell(Need.READ, "The national text under the local words has changed: compare the three")
STILL_NAMED = Cell(Need.ACT, "Something here still names it")
NO_DATES = Cell(Need.KNOW, "A date was moved; nothing here that names it has a date of its own")


def cell(nature: ItemNature, state: AdoptionState | None) -> Cell:
    """Return what a change asks of who has decided this; None is not treated."""
    return CELLS[nature][state]


def named_cell(nature: ItemNature) -> Cell:
    """Return what a change asks of who names the entry, where nobody decides about it: councils
    treat goals, and measures and projects follow from them.
    """
    return _NAMED.get(nature, _NOTHING)


def untied_cell() -> Cell:
    """Return what a change asks of who neither decides about the entry nor names it."""
    return Cell(Need.NOTHING, "Nothing here builds on it")


_State = AdoptionState
_NOTHING = Cell(Need.NOTHING, "Nothing that was decided has changed")
_REPORTED = Cell(Need.NOTHING, "Only what is reported has changed, such as figures and status")
_SUBSTANTIVE: Mapping[AdoptionState | None, Cell] = {
    _State.ADOPTED: Cell(
        Need.DECIDE, "What was adopted says something else now: a new decision is needed"
    ),
    _State.ADAPTED: Cell(
        Need.DECIDE,
        "What was adapted says something else now: a new decision is needed, and the local words "
        "must be compared",
    ),
    _State.PLANNED: Cell(Need.ACT, "It is planned here, and has changed: look at the plan again"),
    _State.UNDER_CONSIDERATION: Cell(
        Need.ACT, "It is under consideration here: go on with the new wording"
    ),
    _State.DECLINED: Cell(Need.READ, "It was declined: the grounds for that may have changed"),
    _State.NOT_RELEVANT: Cell(
        Need.READ, "It was found not relevant: that may be otherwise with the new wording"
    ),
    None: Cell(Need.KNOW, "It has changed, and has not been treated here"),
}
_TAKEN_OVER: Mapping[AdoptionState | None, Cell] = {
    _State.ADOPTED: Cell(
        Need.DECIDE, "Something else took over from what was adopted: decide about that"
    ),
    _State.ADAPTED: Cell(
        Need.DECIDE,
        "Something else took over from what was adapted: decide about that. "
        "The local words are kept",
    ),
    _State.PLANNED: Cell(Need.ACT, "Something else took over: move the plan to that"),
    _State.UNDER_CONSIDERATION: Cell(Need.ACT, "Something else took over: consider that instead"),
    _State.DECLINED: Cell(
        Need.ACT, "Something else took over from what was declined: does the answer hold for that"
    ),
    _State.NOT_RELEVANT: Cell(
        Need.ACT,
        "Something else took over from what was not relevant: does the answer hold for that",
    ),
    None: Cell(Need.KNOW, "Something else took over; it has not been treated here"),
}

_GONE_NAMED = Cell(Need.ACT, "It is in force no more, and something here still names it")
_CHANGED_NAMED = Cell(Need.READ, "Something here names it, and it has changed: read it again")
_NAMED: Mapping[ItemNature, Cell] = {
    ItemNature.RETIRED: _GONE_NAMED,
    ItemNature.SPLIT: _GONE_NAMED,
    ItemNature.MERGED: _GONE_NAMED,
    ItemNature.SUBSTANTIVE: _CHANGED_NAMED,
    ItemNature.UNSEEN: _CHANGED_NAMED,
    ItemNature.MOVED: Cell(Need.ACT, "A date was moved: compare it with the dates here"),
    ItemNature.NEW: Cell(Need.KNOW, "It is new, and something here names it already"),
    ItemNature.CLARIFICATION: Cell(
        Need.KNOW, "It is put more clearly, and something here names it"
    ),
}

CELLS: Mapping[ItemNature, Mapping[AdoptionState | None, Cell]] = {
    ItemNature.EDITORIAL: {
        _State.ADOPTED: Cell(
            Need.KNOW, "Only its form was put right: the new wording holds without a decision"
        ),
        _State.ADAPTED: Cell(
            Need.KNOW, "Only its form was put right: the rest of the local text follows"
        ),
        _State.PLANNED: _NOTHING,
        _State.UNDER_CONSIDERATION: _NOTHING,
        _State.DECLINED: _NOTHING,
        _State.NOT_RELEVANT: _NOTHING,
        None: _NOTHING,
    },
    ItemNature.REPORTED: dict.fromkeys((*_State, None), _REPORTED),
    ItemNature.CLARIFICATION: {
        _State.ADOPTED: Cell(Need.READ, "It is put more clearly: read it again"),
        _State.ADAPTED: Cell(
            Need.READ, "It is put more clearly: read it again beside the local words"
        ),
        _State.PLANNED: Cell(Need.KNOW, "It is put more clearly, and is planned here"),
        _State.UNDER_CONSIDERATION: Cell(
            Need.KNOW, "It is put more clearly, and is under consideration here"
        ),
        _State.DECLINED: Cell(Need.NOTHING, "It is put more clearly, and was declined"),
        _State.NOT_RELEVANT: Cell(Need.NOTHING, "It is put more clearly, and is not relevant here"),
        None: Cell(Need.KNOW, "It is put more clearly, and has not been treated here"),
    },
    ItemNature.SUBSTANTIVE: _SUBSTANTIVE,
    ItemNature.UNSEEN: _SUBSTANTIVE,
    ItemNature.MOVED: {
        _State.ADOPTED: Cell(Need.ACT, "A date was moved: compare it with the dates here"),
        _State.ADAPTED: Cell(Need.ACT, "A date was moved: compare it with the dates here"),
        _State.PLANNED: Cell(Need.ACT, "A date was moved: look at the plan again"),
        _State.UNDER_CONSIDERATION: Cell(
            Need.KNOW, "A date was moved, and it is under consideration here"
        ),
        _State.DECLINED: Cell(Need.NOTHING, "A date was moved, and it was declined"),
        _State.NOT_RELEVANT: Cell(Need.NOTHING, "A date was moved, and it is not relevant here"),
        None: Cell(Need.KNOW, "A date was moved, and it has not been treated here"),
    },
    ItemNature.NEW: {
        **dict.fromkeys(
            _State, Cell(Need.READ, "It came after the version that it was judged against")
        ),
        None: Cell(Need.READ, "It is new, and has not been treated here"),
    },
    ItemNature.RETIRED: {
        _State.ADOPTED: Cell(
            Need.DECIDE, "It is in force no more: does it go on as a local one, or end"
        ),
        _State.ADAPTED: Cell(
            Need.DECIDE, "It is in force no more: the local words can stand alone"
        ),
        _State.PLANNED: Cell(Need.ACT, "It is in force no more: is the plan to be dropped"),
        _State.UNDER_CONSIDERATION: Cell(
            Need.ACT, "It is in force no more: there is nothing left to consider"
        ),
        _State.DECLINED: Cell(
            Need.KNOW, "It is in force no more, and was declined: the record can be put away"
        ),
        _State.NOT_RELEVANT: Cell(
            Need.KNOW, "It is in force no more, and was not relevant: the record can be put away"
        ),
        None: Cell(Need.NOTHING, "It is in force no more, and was never treated here"),
    },
    ItemNature.MERGED: _TAKEN_OVER,
    ItemNature.SPLIT: _TAKEN_OVER,
}
