"""Which goals of a framework are supported."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.coverage import coverage
from living_strategy.model import Framework
from tests.factories import a_goal, a_graph, an_area

FRAMEWORK = Framework.model_validate(
    {
        "id": "agenda", "title": "Digital agenda", "follows": None,
        "goals": [{"id": "en", "title": "Mål én"}, {"id": "to", "title": "Mål to"}],
    }
)  # fmt: skip


def test_each_goal_lists_its_supporters_once() -> None:
    """Supporters come in file order, and references to the whole framework are kept apart."""
    graph = a_graph(
        FRAMEWORK, an_area(frameworks=["agenda"]),
        a_goal(id="m1", frameworks=["agenda/en"]), a_goal(id="m2", frameworks=["agenda/en"]),
    )  # fmt: skip

    support = coverage(graph, FRAMEWORK)

    assert [[entry.id for entry in goal.supporters] for goal in support.goals] == [["m1", "m2"], []]
    assert [entry.id for entry in support.general] == ["omrade"]
    assert support.covered == 1


def test_retired_goals_support_nothing() -> None:
    """What left the strategy does not count as support."""
    gone = {"date": "2025", "reason": "Nådd."}
    graph = a_graph(FRAMEWORK, an_area(), a_goal(frameworks=["agenda/en"], retired=gone))

    assert coverage(graph, FRAMEWORK).covered == 0


def test_other_links_to_a_framework_are_no_support() -> None:
    """A later framework that follows this one does not support its goals."""
    later = Framework.model_validate({"id": "ny", "title": "Ny agenda", "follows": "agenda"})
    graph = a_graph(FRAMEWORK, later)

    support = coverage(graph, FRAMEWORK)

    assert support.covered == 0
    assert support.general == ()


def test_goals_of_unknown_wording_are_neither_covered_nor_uncovered() -> None:
    """Also one that something of ours names: nobody can say whether it supports it."""
    goals = [
        {"id": "en", "title": "Mål én"}, {"id": "to", "title": "Mål to", "wording": "unknown"},
        {"id": "tre", "title": "Mål tre", "wording": "unknown"},
        {"id": "fire", "title": "Mål fire", "wording": "paraphrased"},
    ]  # fmt: skip
    framework = Framework.model_validate(
        {"id": "agenda", "title": "Digital agenda", "goals": goals}
    )
    graph = a_graph(framework, an_area(), a_goal(frameworks=["agenda/en", "agenda/to"]))

    support = coverage(graph, framework)

    assert [goal.goal.id for goal in support.known] == ["en", "fire"]
    assert [goal.goal.id for goal in support.unknown] == ["to", "tre"]
    assert [goal.goal.id for goal in support.uncovered] == ["fire"]
    assert (support.covered, support.is_partial, support.is_counted) == (1, True, True)


@pytest.mark.parametrize(
    ("fields", "counted", "partial"),
    [
        ({}, True, False),
        ({"goal_list": "complete"}, True, False),
        ({"goal_list": "incomplete"}, True, True),
        ({"goals": []}, False, False),
        ({"role": "predecessor"}, False, False),
    ],
)
def test_what_can_be_counted(fields: dict[str, Any], counted: bool, partial: bool) -> None:
    """A predecessor is no yardstick, and an incomplete list is only a part."""
    framework = FRAMEWORK.model_validate(FRAMEWORK.model_dump() | fields)

    support = coverage(a_graph(framework), framework)

    assert (support.is_counted, support.is_partial) == (counted, partial)
