"""Which entries have dates, and in which order they come."""

from __future__ import annotations

from datetime import date

from living_strategy.figures.timeline import dated, timelines
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area


def test_days_span_period_and_milestones() -> None:
    """The first and the last day are the widest reading of every date there is."""
    course = dated(
        a_measure(period={"start": "2020-03"}, milestones=[{"title": "Ferdig", "date": "2021"}])
    )

    assert course is not None
    assert (course.first, course.last) == (date(2020, 3, 1), date(2021, 12, 31))


def test_an_entry_without_dates_is_undated() -> None:
    """An empty period says nothing either."""
    assert dated(a_measure()) is None
    assert dated(a_project(period={})) is None


def test_entries_come_by_start_and_undated_ones_apart() -> None:
    """Retired entries are left out; ids decide between equal starts."""
    same = {"period": {"start": "2021"}}
    graph = a_graph(
        an_area(), a_goal(), a_measure(id="b", **same), a_measure(id="a", **same),
        a_measure(id="c"), a_measure(id="borte", retired={"date": "2022", "reason": "Slutt."}),
        a_project(measures=["c"], milestones=[{"title": "Start", "date": "2019"}]),
    )  # fmt: skip

    (timeline,) = timelines(graph)

    assert timeline.area is not None
    assert [course.entry.id for course in timeline.dated] == ["prosjekt", "a", "b"]
    assert [entry.id for entry in timeline.undated] == ["c"]
    assert [entry.id for entry in timeline.entries] == ["prosjekt", "a", "b", "c"]
