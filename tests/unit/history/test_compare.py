"""Comparing two versions of an entry."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.compare import compare
from living_strategy.history.kept_changes import Page, packed_page
from living_strategy.model import KINDS, Framework, Goal, Measure, Project, Scheme
from living_strategy.model.trait import Change, Origin
from living_strategy.settings import Settings
from tests.examples import examples
from tests.unit.history.replay import normalised, replay
from tests.unit.history.versions import version_of

MODELS: tuple[type[BaseModel], ...] = (*KINDS, Settings)
SUBSTANTIVE, CLARIFICATION, EDITORIAL = Change
DECIDED, REPORTED = Origin
SEEDS = st.integers(0, 2**32)


def _edited(version: dict[str, Any], random: Random) -> dict[str, Any]:
    """A later version: parts moved, gone and taken twice, and fields of parts exchanged."""
    edited = deepcopy(version)
    for value in edited.values():
        if isinstance(value, list) and value:
            if random.random() < 0.5:
                random.shuffle(value)
            if random.random() < 0.3:
                value.pop(random.randrange(len(value)))
            if value and random.random() < 0.3:
                value.insert(random.randrange(len(value)), deepcopy(random.choice(value)))
            for part in value:
                if isinstance(part, dict) and part and random.random() < 0.3:
                    part[random.choice(sorted(part))] = "2028"
    return edited


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@examples(20)
@given(seed=SEEDS)
def test_replaying_the_changes_gives_the_last_version(model: type[BaseModel], seed: int) -> None:
    """No change is lost, none is told twice, and all can be kept between builds."""
    random = Random(seed)
    first, other = version_of(model, random), version_of(model, random)
    edited = _edited(first, random)
    for last in (other, edited, first | other):
        changes = compare(model, first, last)

        assert normalised(model, replay(model, first, changes)) == normalised(model, last)
        assert len(set(map(repr, changes))) == len(changes)
        assert Page("", packed_page([()], [changes])).changes == (changes,)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@examples(20)
@given(seed=SEEDS)
def test_nothing_changes_where_nothing_differs(model: type[BaseModel], seed: int) -> None:
    """Neither for one object nor for two that say the same."""
    version = version_of(model, Random(seed))

    assert compare(model, version, version) == ()
    assert compare(model, version, deepcopy(version)) == ()


def _changes(
    model: type[BaseModel], old: dict[str, Plain], new: dict[str, Plain]
) -> list[tuple[Operation, tuple[str, ...], Change, Plain, Plain]]:
    return [
        (change.operation, change.path, change.change, change.old, change.new)
        for change in compare(model, old, new)
    ]


def test_a_value_that_changed() -> None:
    """The class and the origin are those that the field declares."""
    assert compare(Measure, {"status": "planned"}, {"status": "ongoing"}) == (
        FieldChange(Operation.SET, ("status",), SUBSTANTIVE, REPORTED, "planned", "ongoing"),
    )


def test_a_link_that_leads_elsewhere() -> None:
    """One went and one came, for one field as for a list."""
    assert _changes(Project, {"lead": "ks", "uses": ["a"]}, {"lead": "nav", "uses": ["b"]}) == [
        (Operation.UNLINKED, ("lead",), SUBSTANTIVE, "ks", None),
        (Operation.LINKED, ("lead",), SUBSTANTIVE, None, "nav"),
        (Operation.UNLINKED, ("uses",), SUBSTANTIVE, "a", None),
        (Operation.LINKED, ("uses",), SUBSTANTIVE, None, "b"),
    ]


def test_a_part_that_was_put_before_the_others() -> None:
    """It came, and the others stayed as they were."""
    first, second, third = ({"title": title, "date": "2027"} for title in ("En", "To", "Tre"))

    assert compare(
        Measure, {"milestones": [first, second]}, {"milestones": [third, first, second]}
    ) == (
        FieldChange(Operation.ADDED, ("milestones",), SUBSTANTIVE, DECIDED, new=third, position=0),
    )


def test_a_part_that_moved_and_changed() -> None:
    """Milestones are the same by their titles."""
    old: list[Plain] = [{"title": "En", "date": "2027"}, {"title": "To", "date": "2028"}]
    new: list[Plain] = [{"title": "To", "date": "2028-06"}, {"title": "En", "date": "2029"}]

    assert _changes(Measure, {"milestones": old}, {"milestones": new}) == [
        (Operation.SET, ("milestones", "To", "date"), CLARIFICATION, "2028", "2028-06"),
        (Operation.SET, ("milestones", "En", "date"), SUBSTANTIVE, "2027", "2029"),
        (Operation.REORDERED, ("milestones",), EDITORIAL, ["En", "To"], ["To", "En"]),
    ]


def test_a_sum_that_is_for_another_year() -> None:
    """A cost with the same sums is the same cost, also beside one whose sum changed in its year."""
    old: list[Plain] = [
        {"year": "2026", "operating": "250000", "scheme": "digifin"},
        {"year": "2028", "investment": "100"},
    ]
    new: list[Plain] = [
        {"year": "2027", "operating": "250000", "scheme": "digifin"},
        {"year": "2028", "investment": "200"},
    ]

    assert _changes(Measure, {"costs": old}, {"costs": new}) == [
        (Operation.SET, ("costs", "2026", "year"), SUBSTANTIVE, "2026", "2027"),
        (Operation.SET, ("costs", "2028", "investment"), SUBSTANTIVE, "100", "200"),
    ]


def test_equal_sums_of_several_years_are_not_guessed_at() -> None:
    """Of two costs with the same sum that went, nobody knows which one is for the new year."""
    costs = [{"year": year, "operating": "250000"} for year in ("2026", "2027", "2028")]

    assert _changes(Measure, {"costs": costs[:2]}, {"costs": costs[2:]}) == [
        (Operation.REMOVED, ("costs",), SUBSTANTIVE, costs[0], None),
        (Operation.REMOVED, ("costs",), SUBSTANTIVE, costs[1], None),
        (Operation.ADDED, ("costs",), SUBSTANTIVE, None, costs[2]),
    ]


def test_a_value_of_an_indicator() -> None:
    """A change of a part brings the parts it is in, as they are now."""
    old: Plain = {"id": "a", "title": "A", "values": [{"date": "2020", "value": "1"}]}
    value: Plain = {"date": "2020", "value": "2"}
    new: Plain = {"id": "a", "title": "A", "values": [value]}

    (change,) = compare(Goal, {"indicators": [old]}, {"indicators": [new]})

    assert change.path == ("indicators", "A", "values", "2020", "value")
    assert change.parts == (new, value)


def test_parts_of_one_name_are_told_apart() -> None:
    """A second report of a month has a number behind its name."""
    old: list[Plain] = [
        {"date": "2026-11", "text": "En."},
        {"date": "2026-11", "text": "To.", "source": "https://www.ks.no/a"},
    ]
    new: list[Plain] = [
        {"date": "2026-11", "text": "En."},
        {"date": "2026-11", "text": "To.", "source": "https://www.ks.no/b"},
    ]

    assert [change.path for change in compare(Goal, {"updates": old}, {"updates": new})] == [
        ("updates", "2026-11 (2)", "source")
    ]


def test_a_sentence_in_a_list() -> None:
    """A rule with another figure is the same rule, reworded."""
    old: list[Plain] = ["Alle kan søke.", "Inntil 50 prosent dekkes."]
    new: list[Plain] = ["Alle kan søke.", "Inntil 60 prosent dekkes."]

    assert _changes(Scheme, {"rules": old}, {"rules": new}) == [
        (Operation.WORDED, ("rules", "2"), SUBSTANTIVE, old[1], new[1])
    ]


def test_what_says_the_same_is_no_change() -> None:
    """White space, zeros, empty fields, and a choice that stands where it was left out."""
    old: dict[str, Plain] = {"title": "En  tittel", "total_cost": "100", "uses": []}
    new: dict[str, Plain] = {"title": "En tittel", "total_cost": "1e2", "note": " "}

    assert compare(Project, old, new) == ()
    assert compare(Framework, {}, {"role": "above"}) == ()
    assert compare(Settings, {"areas": ["a"]}, {"areas": ["b"]}) == ()


def test_everything_inside_a_source_is_editorial() -> None:
    """A part weighs no more than the field it stands in."""
    old: Plain = [{"title": "Plan", "url": "https://www.ks.no/a", "note": "Side 3."}]
    new: Plain = [{"title": "Plan", "url": "https://www.ks.no/a", "note": "Side 4."}]

    assert _changes(Goal, {"sources": old}, {"sources": new}) == [
        (Operation.WORDED, ("sources", "Plan", "note"), EDITORIAL, "Side 3.", "Side 4.")
    ]


def test_what_old_versions_said_is_kept() -> None:
    """A field that no model has any more, and one that held something else."""
    old: dict[str, Plain] = {"owner": "ks", "period": "2017–2020"}
    new: dict[str, Plain] = {"period": {"start": "2017"}}

    assert _changes(Measure, old, new) == [
        (Operation.SET, ("period",), SUBSTANTIVE, "2017–2020", {"start": "2017"}),
        (Operation.UNKNOWN, ("owner",), EDITORIAL, "ks", None),
    ]


def test_equal_fields_are_not_looked_at() -> None:
    """What was read once is told equal by identity, however much it holds."""

    class Unread(dict[str, Plain]):
        def __eq__(self, other: object) -> bool:
            raise AssertionError

        __hash__ = None

    period = Unread()

    assert compare(Measure, {"period": period}, {"period": period}) == ()
