"""What lists can be narrowed by."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.areas import areas_of
from living_strategy.figures.facets import FACETS, facet_values
from living_strategy.figures.newest import latest_as_of
from living_strategy.figures.years import years_of
from living_strategy.model import Network
from tests.factories import TODAY, a_goal, a_graph, a_measure, a_project, an_area, an_organisation

PARTS = (
    an_area(id="a"), an_area(id="b"), a_goal(id="ma", area="a"), a_goal(id="mb", area="b"),
    an_organisation(), Network.model_validate({"id": "nett", "title": "Nett"}),
)  # fmt: skip


def test_areas_are_all_that_are_served_in_the_order_of_the_strategy() -> None:
    """Overviews put an entry under its first area; filters must find it under each."""
    project = a_project(measures=["t"])
    graph = a_graph(*PARTS, a_measure(id="t", goals=["mb", "ma"]), project)

    assert [area.id for area in areas_of(graph, project)] == ["a", "b"]
    assert areas_of(graph, graph.entries["ks"]) == ()


def test_a_measure_has_the_networks_of_its_projects() -> None:
    """So a reader who chooses a network finds what it works with."""
    measure = a_measure(goals=["ma"], responsible=["ks"], audience=["leader"], status="planned")
    graph = a_graph(*PARTS, measure, a_project(participants=["nett"]))

    assert facet_values(graph, measure, TODAY) == {
        "area": ("a",), "status": ("planned",), "responsible": ("ks",), "audience": ("leader",),
        "network": ("nett",), "national": (), "year": (),
    }  # fmt: skip


def test_every_kind_gets_the_facets_it_declares() -> None:
    """An entry without values for a facet has it empty; kinds without facets have none."""
    graph = a_graph(*PARTS)

    assert facet_values(graph, graph.entries["ma"], TODAY) == {
        "area": ("a",), "standing": ("adopted",)
    }  # fmt: skip
    assert facet_values(graph, graph.entries["nett"], TODAY) == {}
    assert set(FACETS) == {"goal", "measure", "project", "component"}


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({}, []),
        ({"period": {"start": "2019-05", "end": "2021"}}, [2019, 2020, 2021]),
        ({"period": {"start": "2025"}}, [2025, 2026]),
        ({"period": {"start": "2019"}, "status": "completed"}, [2019]),
        ({"period": {"start": "2019"}, "status": "completed", "status_date": "2020"}, [2019, 2020]),
        ({"period": {"end": "2021"}}, [2021]),
        ({"milestones": [{"title": "x", "date": "2030"}]}, [2030]),
        ({"period": {"end": "2021"}, "milestones": [{"title": "x", "date": "2018"}]}, [2018, 2021]),
        ({"period": {"start": "2030"}}, [2030]),
    ],
)
def test_years(fields: dict[str, Any], years: list[int]) -> None:
    """What is open goes on to this year; nothing is guessed about an unknown start."""
    assert list(years_of(a_measure(**fields), TODAY)) == years


def test_newest_facts() -> None:
    """The latest date any entry in force names; none when no entry names one."""
    gone = a_goal(id="b", as_of="2026", retired={"date": "2025", "reason": "x"})

    assert latest_as_of([a_goal(as_of="2024"), a_goal(id="c", as_of="2024-11"), gone]) == "2024"
    assert latest_as_of([]) is None
