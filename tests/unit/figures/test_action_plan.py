"""The action plan of a year: what is in it, and what came of the year before."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.tree import MemorySource
from living_strategy.figures.action_plan import ActionPlan, action_plan
from living_strategy.figures.budget import Division
from living_strategy.inspection import inspect_source
from tests.factories import TODAY, a_goal, a_graph, a_measure, a_project, an_area
from tests.integration.plan_content import FILES


def _plan(year: int) -> ActionPlan:
    files = {path: text.encode() for path, text in FILES.items()}
    return action_plan(inspect_source(MemorySource(files), TODAY).graph, year, TODAY)


def test_a_year() -> None:
    """What is done stands under its area, what is most important first, with the year's sums."""
    plan = _plan(2026)

    assert [
        (area.area and area.area.id, [work.entry.id for work in area.work], area.cost.total)
        for area in plan.areas
    ] == [
        ("tjenester", ["nye-skjema", "felles-arkiv"], 775_000),
        ("trygghet", ["ny-brannmur", "opplaering"], 300_000),
    ]
    assert plan.cost == Division(175_000, 600_000, 300_000, 4)
    assert plan.last_cost == Division(operating=90_000, lines=1)
    forms = plan.work[0]
    assert [owner.id for owner in forms.owners] == ["lillevik"]
    assert [str(milestone.date) for milestone in forms.milestones] == ["2026-12"]
    assert (forms.ends, forms.cost.total) == (None, 550_000)


def test_the_year_before() -> None:
    """Milestones that were reached, gains that were measured, reports, and what it cost."""
    last = _plan(2026).work[0].last

    assert [milestone.title for milestone in last.reached] == ["Ti skjema"]
    assert [gain.title for gain in last.gains] == ["Mindre tid til registrering"]
    assert (len(last.reports), last.open, last.is_told) == (1, (), True)
    assert last.cost == Division(operating=90_000, lines=1)


def test_milestones_that_nobody_has_told_of() -> None:
    """What was promised for the year before is not forgotten because it was not reached."""
    last = _plan(2027).work[0].last

    assert ([milestone.title for milestone in last.open], last.reached) == (["Alle skjema"], ())


def test_who_owes_a_result() -> None:
    """When a year is over, work that was under way and of which nobody has told anything owes one:
    neither what is over, nor what was only planned, nor what began later.
    """
    report = [{"date": "2025-10", "text": "Halvveis."}]
    running = {"period": {"start": "2025"}}
    graph = a_graph(
        an_area(), a_goal(), a_measure(**running), a_measure(id="told", updates=report, **running),
        a_measure(id="over", status="completed", **running),
        a_measure(id="ahead", status="planned", **running),
        a_measure(id="paid", costs=[{"year": 2025}]),
        a_measure(id="later", period={"start": "2026"}),
        a_project(period={"start": "2025"}),
    )  # fmt: skip

    plan, next_plan = action_plan(graph, 2026, TODAY), action_plan(graph, 2027, TODAY)

    assert [entry.id for entry in plan.owing] == ["tiltak", "paid", "prosjekt"]
    assert (plan.last_is_over, next_plan.last_is_over, next_plan.owing) == (True, False, ())


def test_the_end_of_a_period() -> None:
    """It is told in the year that it is in."""
    assert [str(work.ends) for work in _plan(2027).work if work.ends] == ["2027-06"]


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"costs": [{"year": 2027}]}, {2027}),
        ({"milestones": [{"title": "M", "date": "2028-01"}]}, {2028}),
        ({"period": {"start": "2026", "end": "2027-01"}}, {2026, 2027}),
        ({"period": {"start": "2026-05"}}, {2026, 2027, 2028}),
        ({"period": {"start": "2026-05"}, "status": "completed", "status_date": "2027"},
         {2026, 2027}),
        ({"period": {"end": "2027"}}, {2027}),
        ({}, set()),
    ],
)  # fmt: skip
def test_the_years_of_something(fields: dict[str, Any], years: set[int]) -> None:
    """It is in the plan of a year in which it costs something, runs or has a milestone."""
    graph = a_graph(an_area(), a_goal(), a_measure(**fields))

    assert {year for year in range(2025, 2029) if action_plan(graph, year, TODAY).work} == years


def test_order() -> None:
    """Priority first, then number, then title; what has neither comes last."""
    entries = (
        a_measure(id="d", title="A"), a_measure(id="c", title="B", number="1"),
        a_measure(id="a", title="D", priority=2), a_measure(id="b", title="C", priority=1),
    )  # fmt: skip
    dated = [entry.model_copy(update={"costs": _costs()}) for entry in entries]

    plan = action_plan(a_graph(an_area(), a_goal(), *dated), 2026, TODAY)

    assert [work.entry.id for work in plan.work] == ["b", "a", "c", "d"]


def _costs() -> object:
    return a_measure(costs=[{"year": 2026, "operating": 1}]).costs


def test_what_no_plan_has() -> None:
    """What has neither dates nor costs is named apart, unless it is over."""
    graph = a_graph(
        an_area(), a_goal(), a_measure(), a_project(costs=[{"year": 2026}]),
        a_measure(id="over", status="completed"), a_measure(id="datert", period={"start": "2020"}),
    )  # fmt: skip

    assert [entry.id for entry in action_plan(graph, 2026, TODAY).undated] == ["tiltak"]
