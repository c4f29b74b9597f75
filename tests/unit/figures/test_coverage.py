"""Which goals of a framework are supported."""

from __future__ import annotations

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

    found = coverage(graph, FRAMEWORK)

    assert [[entry.id for entry in goal.supporters] for goal in found.goals] == [["m1", "m2"], []]
    assert [entry.id for entry in found.general] == ["omrade"]
    assert found.covered == 1


def test_retired_goals_support_nothing() -> None:
    """What left the strategy does not count as support."""
    gone = {"date": "2025", "reason": "Nådd."}
    graph = a_graph(FRAMEWORK, an_area(), a_goal(frameworks=["agenda/en"], retired=gone))

    assert coverage(graph, FRAMEWORK).covered == 0


def test_other_links_to_a_framework_are_no_support() -> None:
    """A later framework that follows this one does not support its goals."""
    later = Framework.model_validate({"id": "ny", "title": "Ny agenda", "follows": "agenda"})
    graph = a_graph(FRAMEWORK, later)

    found = coverage(graph, FRAMEWORK)

    assert found.covered == 0
    assert found.general == ()
