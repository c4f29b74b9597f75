"""Counts by declared status."""

from __future__ import annotations

from living_strategy.figures.progress import (
    StatusCount,
    measures_of,
    progress,
    projects_of,
    projects_without_measure,
)
from living_strategy.model.values import Status
from tests.factories import TODAY, a_goal, a_graph, a_measure, a_project, an_area


def test_statuses_are_counted_and_undated_ones_apart() -> None:
    """Retired entries and other kinds are passed over; every status has a count."""
    counts = progress(
        [
            a_measure(status="completed", status_date="2024"), a_project(), a_goal(),
            a_measure(retired={"date": "2024", "reason": "Slutt."}),
        ],
        TODAY,
    )  # fmt: skip

    assert counts.total == 2
    assert counts.completed == 1
    assert counts.without_date[Status.ONGOING] == 1
    assert counts.by_status[Status.STOPPED] == 0


def test_what_is_under_way_is_split_by_age() -> None:
    """An open status that is old or without a date may have changed; a completed one has not."""
    counts = progress(
        [
            a_measure(status_date="2024-01"), a_measure(status_date="2023-12"),
            a_measure(status_date="2024"), a_measure(), a_measure(status_date="2019"),
            a_measure(status="completed", status_date="2017"),
            a_measure(status="planned", status_date="2026"),
        ],
        TODAY,
    )  # fmt: skip

    assert counts.split == (
        StatusCount(Status.PLANNED, 1, confirmed=1, older=0, undated=0, is_split=False),
        StatusCount(Status.ONGOING, 5, confirmed=2, older=2, undated=1, is_split=True),
        StatusCount(Status.COMPLETED, 1, confirmed=0, older=1, undated=0, is_split=False),
    )
    assert [counted.doubtful for counted in counts.split] == [0, 3, 0]
    assert counts.recent == 3


def test_a_measure_that_serves_two_goals_of_an_area_is_counted_once() -> None:
    """So is a project that carries out two of its measures."""
    graph = a_graph(
        area := an_area(), a_goal(id="m1"), a_goal(id="m2"),
        a_measure(id="t1", goals=["m1", "m2"]), a_measure(id="t2", goals=["m2"]),
        a_project(measures=["t1", "t2"]),
    )  # fmt: skip

    assert [measure.id for measure in measures_of(graph, area)] == ["t1", "t2"]
    assert [project.id for project in projects_of(graph, area)] == ["prosjekt"]
    assert projects_without_measure(graph, area) == ()


def test_what_hangs_on_an_area_or_a_goal_itself_is_counted_once() -> None:
    """Also where another way leads there; retired ones are listed, and counted by no one."""
    retired = {"date": "2025", "reason": "Slått sammen."}
    graph = a_graph(
        area := an_area(), goal := a_goal(),
        a_measure(id="t1", areas=["omrade"]), a_measure(id="t2", goals=None, areas=["omrade"]),
        a_project(id="p1", measures=["t2"], areas=["omrade"]),
        a_project(id="p2", measures=None, goals=["mal"]),
        a_project(id="p3", measures=None, areas=["omrade"], retired=retired),
    )  # fmt: skip

    assert [measure.id for measure in measures_of(graph, area)] == ["t1", "t2"]
    assert [measure.id for measure in measures_of(graph, goal)] == ["t1"]
    assert [project.id for project in projects_of(graph, area)] == ["p1", "p3", "p2"]
    assert [project.id for project in projects_of(graph, goal)] == ["p2"]
    assert [project.id for project in projects_without_measure(graph, area)] == ["p3", "p2"]
    assert progress(projects_of(graph, area), TODAY).total == 2
