"""What a municipality takes part in, as far as sources name it."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.participation import (
    counties_of,
    open_projects,
    participations,
    projects_behind,
)
from living_strategy.model import Network
from living_strategy.model.measure import Audience
from tests.factories import a_graph, a_measure, a_project, an_organisation


def a_network(**changes: Any) -> Network:
    """A network in Vestland."""
    return Network.model_validate({"id": "nett", "title": "Nett", "counties": ["46"]} | changes)


def test_a_place_is_named_by_number_or_name() -> None:
    """Both count; a county's number is the county authority, not its municipalities."""
    graph = a_graph(
        a_measure(), a_project(id="a", participants=["4601"]),
        a_project(id="b", participants=["Voss"]), a_project(id="c", participants=["46"]),
    )  # fmt: skip

    found = participations(graph)

    assert [one.id for one in found["4601"].projects] == ["a"]
    assert [one.id for one in found["4621"].projects] == ["b"]
    assert [one.id for one in found["46"].projects] == ["c"]
    assert len(found) == 357 + 15


def test_a_name_that_several_places_share_names_none() -> None:
    """Herøy lies in two counties: the finding asks which, and until then nobody takes part."""
    found = participations(a_graph(a_measure(), a_project(participants=["Herøy"])))

    assert not found["1515"].is_named
    assert not found["1818"].is_named


@pytest.mark.parametrize("field", [{"lead": "bergen"}, {"partners": ["bergen"]}])
def test_a_municipality_takes_part_as_an_organisation_too(field: dict[str, Any]) -> None:
    """Whoever leads a project or is a partner in it takes part in it."""
    bergen = an_organisation(id="bergen", title="Bergen", type="municipality", number="4601")
    graph = a_graph(bergen, a_measure(), a_project(**field))

    assert [one.id for one in participations(graph)["4601"].projects] == ["prosjekt"]


def test_members_are_told_apart_from_those_nearby() -> None:
    """A network that works in the county says nothing about who is a member."""
    found = participations(a_graph(a_network(members=["4601"])))

    assert [one.id for one in found["4601"].member_of] == ["nett"]
    assert found["4601"].nearby == ()
    assert found["4602"].member_of == ()
    assert [one.id for one in found["4602"].nearby] == ["nett"]
    assert not found["4602"].is_named
    assert found["0301"].nearby == ()


def test_retired_entries_are_left_out() -> None:
    """Nobody takes part in what left the strategy."""
    gone = {"retired": {"date": "2024", "reason": "Slutt."}}
    graph = a_graph(
        a_network(members=["4601"], **gone), a_measure(), a_project(participants=["4601"], **gone)
    )

    assert not participations(graph)["4601"].is_named


def test_projects_behind_a_network() -> None:
    """It leads, is a partner or takes part; each project counts once."""
    graph = a_graph(
        a_network(), a_measure(), a_project(id="a", lead="nett", participants=["nett"]),
        a_project(id="b", partners=["nett"]), a_project(id="c"),
    )  # fmt: skip

    assert [one.id for one in projects_behind(graph, graph.entries["nett"])] == ["a", "b"]


def test_open_projects_have_the_audience_and_are_not_over() -> None:
    """The audience is that of the measures they carry out."""
    graph = a_graph(
        a_measure(audience=["municipality"]), a_measure(id="stat", audience=["state"]),
        a_project(id="a"), a_project(id="b", status="planned"),
        a_project(id="c", status="completed"),
        a_project(id="d", measures=["stat"]), a_project(id="e", status="proposed"),
    )  # fmt: skip

    found = open_projects(graph, Audience.MUNICIPALITY, "46")

    assert [one.id for one in found] == ["a", "b"]
    assert open_projects(graph, Audience.COUNTY, "46") == ()


def test_regional_projects_are_open_in_their_counties() -> None:
    """A network binds a project to its counties; a cooperation's own project is for members."""
    company = an_organisation(id="iks", title="IKS", type="intermunicipal")
    graph = a_graph(
        a_network(), company, a_measure(audience=["municipality"]),
        a_project(id="a", partners=["nett"]), a_project(id="b", participants=["50"]),
        a_project(id="c", lead="iks"), a_project(id="d", participants=["4601"]),
    )  # fmt: skip

    def ids(county: str) -> list[str]:
        return [one.id for one in open_projects(graph, Audience.MUNICIPALITY, county)]

    assert ids("46") == ["a", "d"]
    assert ids("50") == ["b", "d"]
    assert counties_of(graph, graph.entries["a"]) == {"46"}  # type: ignore[arg-type]
