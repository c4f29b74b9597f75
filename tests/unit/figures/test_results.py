"""Results: what was measured, which way it went, which come first."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from living_strategy.figures.results import (
    Course,
    front_results,
    newest_of_area,
    result_counts,
    results,
    results_by_area,
    results_of,
)
from living_strategy.model import Goal
from living_strategy.settings import Settings
from tests.factories import a_goal, a_graph, an_area


def an_indicator(name: str, *values: tuple[str, int | str], **changes: Any) -> dict[str, Any]:
    """An indicator that was measured at these dates; the first is its baseline."""
    measured = [{"date": date, "value": value} for date, value in values]
    fields: dict[str, Any] = {"id": name, "title": name, "unit": "count", "direction": "up"}
    if measured:
        fields |= {"baseline": measured[0], "values": measured[1:]}
    return fields | changes


def a_measured_goal(name: str, area: str, *indicators: dict[str, Any], **changes: Any) -> Goal:
    """A goal with these indicators."""
    return a_goal(id=name, area=area, indicators=indicators, **changes)


@pytest.mark.parametrize(
    ("direction", "values", "course", "change"),
    [
        ("up", (("2018", 19), ("2019", 34)), Course.BETTER, "15"),
        ("up", (("2018", 68), ("2019", "58.5")), Course.WORSE, "-9.5"),
        ("down", (("2013", 10), ("2021", 2)), Course.BETTER, "-8"),
        ("down", (("2013", 2), ("2015", 9), ("2021", 3)), Course.WORSE, "1"),
        ("up", (("2020", 92), ("2021", 92)), Course.SAME, "0"),
        ("up", (("2020", 177),), Course.ONCE, None),
        ("up", (), Course.NEVER, None),
    ],
)
def test_the_way_from_the_first_value_to_the_last(
    direction: str, values: tuple[tuple[str, int]], course: Course, change: str | None
) -> None:
    """Better is what the strategy wants; one value has no direction, and none is never zero."""
    (result,) = results_of(
        a_measured_goal("mal", "omrade", an_indicator("andel", *values, direction=direction))
    )

    assert (result.course, result.change) == (course, Decimal(change) if change else None)
    assert result.is_series == (len(values) > 1)
    assert result.ref == "mal/andel"
    assert result.as_of == (values[-1][0] if values else None)


def test_values_without_a_baseline_are_a_series() -> None:
    """The first of them is what the others are compared with."""
    values = [{"date": "2019", "value": 3}, {"date": "2020", "value": 5}]
    (result,) = results_of(
        a_measured_goal("mal", "omrade", an_indicator("andel") | {"values": values})
    )

    assert result.first is not None
    assert (result.first.date, result.change) == ("2019", Decimal(2))


TWO_AREAS = (
    an_area(id="a"),
    an_area(id="b"),
    a_measured_goal(
        "m",
        "a",
        an_indicator("never"),
        an_indicator("once", ("2024", 1)),
        an_indicator("old", ("2010", 1), ("2012", 2)),
        an_indicator("new", ("2010", 1), ("2022", 2)),
    ),
    a_measured_goal("n", "b", an_indicator("older", ("2010", 5), ("2011", 2))),
)


def test_results_stand_by_area_and_what_moved_stands_first() -> None:
    """The order of areas and goals is the strategy's own; retired goals have no results."""
    gone = {"date": "2025", "reason": "Slått sammen."}
    retired = a_measured_goal("x", "a", an_indicator("gone", ("2010", 1)), retired=gone)
    graph = a_graph(*TWO_AREAS, retired)

    assert [result.ref for result in results(graph)] == [
        "m/never", "m/once", "m/old", "m/new", "n/older",
    ]  # fmt: skip
    assert [
        (of_area.area and of_area.area.id, [result.indicator.id for result in of_area.results])
        for of_area in results_by_area(graph)
    ] == [("a", ["old", "new", "once", "never"]), ("b", ["older"])]


def test_counts() -> None:
    """Every course has a number, and series are those that have a direction."""
    counts = result_counts(results(a_graph(*TWO_AREAS)))

    assert (counts.total, counts.series) == (5, 3)
    assert counts.by_course == {
        Course.BETTER: 2, Course.WORSE: 1, Course.SAME: 0, Course.ONCE: 1, Course.NEVER: 1,
    }  # fmt: skip


def test_the_front_page_takes_the_newest_series_of_each_area_in_turn() -> None:
    """What was measured once is not chosen; an area has its second after all have their first."""
    graph = a_graph(*TWO_AREAS)

    assert [result.ref for result in front_results(graph)] == ["m/new", "n/older", "m/old"]
    assert [result.ref for result in front_results(graph, 2)] == ["m/new", "n/older"]
    assert front_results(a_graph(an_area(), a_goal())) == ()


def test_the_front_page_shows_what_settings_name() -> None:
    """In their order, each once, also by an earlier id of the goal and when measured once."""
    names = ("n/older", "old-m/once", "n/older", "m/unknown")
    settings = Settings.model_validate({"title": "Strategi", "results": names})
    goals = (
        a_measured_goal("m", "a", *TWO_AREAS[2].model_dump()["indicators"], aliases=["old-m"]),
    )  # type: ignore[attr-defined]
    graph = a_graph(*TWO_AREAS[:2], *goals, TWO_AREAS[3], settings=settings)

    assert [result.ref for result in front_results(graph)] == ["n/older", "m/once"]


def test_an_area_is_stood_for_by_what_the_strip_does_not_show() -> None:
    """Its newest series, then its newest value; the same again when there is no other."""
    of_a, of_b = results_by_area(a_graph(*TWO_AREAS))
    old, new, once, _ = of_a.results

    assert newest_of_area(of_a) == new
    assert newest_of_area(of_a, (new,)) == old
    assert newest_of_area(of_a, (new, old)) == once
    assert newest_of_area(of_b, of_b.results) == of_b.results[0]
    (unmeasured,) = results_by_area(
        a_graph(an_area(), a_measured_goal("mal", "omrade", an_indicator("andel")))
    )
    assert newest_of_area(unmeasured) is None
