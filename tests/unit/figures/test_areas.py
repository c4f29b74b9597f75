"""Where a measure or project stands in an overview by area."""

from __future__ import annotations

from living_strategy.figures.areas import area_of, areas_of, by_area
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area

RETIRED = {"date": "2025", "reason": "Slått sammen med et annet."}


def test_project_stands_under_the_area_of_its_first_goal() -> None:
    """The way goes from project to measure to goal to area, by the first link each time."""
    graph = a_graph(
        an_area(id="a"), an_area(id="b"), a_goal(id="ma", area="a"), a_goal(id="mb", area="b"),
        a_measure(goals=["mb", "ma"]), project := a_project(),
    )  # fmt: skip

    area = area_of(graph, project)

    assert area is not None
    assert area.id == "b"


def test_retired_goals_lead_nowhere() -> None:
    """A measure whose only goal is retired has no area."""
    graph = a_graph(an_area(), a_goal(retired=RETIRED), measure := a_measure())

    assert area_of(graph, measure) is None


def test_area_is_its_own_area() -> None:
    """Nothing lies above an area."""
    graph = a_graph(area := an_area())

    assert area_of(graph, area) is area


def test_other_kinds_have_no_area() -> None:
    """A measure without a goal that exists has no area."""
    graph = a_graph(measure := a_measure())

    assert area_of(graph, measure) is None


def test_entries_stand_once_under_areas_in_the_order_of_the_strategy() -> None:
    """Areas without entries are left out, and entries without area come last."""
    graph = a_graph(
        an_area(id="b"), an_area(id="a"), an_area(id="tom"), a_goal(id="ma", area="a"),
        a_goal(id="mb", area="b"), first := a_measure(id="t1", goals=["ma", "mb"]),
        second := a_measure(id="t2", goals=["mb"]), lost := a_measure(id="t3", goals=["ukjent"]),
    )  # fmt: skip

    groups = by_area(graph, [lost, first, second])

    assert [(under.area.id if under.area else None, under.entries) for under in groups] == [
        ("b", (second,)), ("a", (first,)), (None, (lost,)),
    ]  # fmt: skip


def test_a_project_without_measures_stands_under_its_own_area() -> None:
    """A road through a goal comes before an area of its own; a dead end is passed over."""
    graph = a_graph(
        an_area(id="a"), an_area(id="b"), a_goal(area="b"), a_goal(id="dod", retired=RETIRED),
        alone := a_project(id="p1", measures=None, areas=["b", "a"]),
        both := a_project(id="p2", measures=None, goals=["mal"], areas=["a"]),
        dead_end := a_project(id="p3", measures=None, goals=["dod"], areas=["a"]),
    )  # fmt: skip

    first = [area_of(graph, project) for project in (alone, both, dead_end)]
    assert [area and area.id for area in first] == ["b", "b", "a"]
    assert [[area.id for area in areas_of(graph, project)] for project in (alone, both)] == [
        ["a", "b"], ["a", "b"],
    ]  # fmt: skip


def test_all_areas_that_a_project_serves() -> None:
    """Every way upwards counts once; a retired goal on the way leads nowhere."""
    graph = a_graph(
        an_area(id="a"), an_area(id="b"), an_area(id="c"), a_goal(id="ma", area="a"),
        a_goal(id="mb", area="b"), a_goal(id="mb2", area="b"),
        a_goal(id="mc", area="c", retired=RETIRED),
        a_measure(goals=["mb", "ma", "mc", "mb2"]), project := a_project(),
    )  # fmt: skip

    assert [area.id for area in areas_of(graph, project)] == ["a", "b"]
