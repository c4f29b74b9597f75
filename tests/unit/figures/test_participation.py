"""What a municipality takes part in, as far as sources name it."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.participation import (
    counties_of,
    open_projects,
    openings_of,
    participations,
    projects_behind,
)
from living_strategy.model import Network
from living_strategy.model.measure import Audience
from living_strategy.settings import Settings
from tests.factories import TODAY, a_graph, a_measure, a_project, an_organisation


def a_network(**changes: Any) -> Network:
    """A network in Vestland."""
    return Network.model_validate({"id": "nett", "title": "Nett", "counties": ["46"]} | changes)


def test_a_place_is_named_by_number_or_name() -> None:
    """Both count; a county's number is the county authority, not its municipalities."""
    graph = a_graph(
        a_measure(), a_project(id="a", participants=["4601"]),
        a_project(id="b", participants=["Voss"]), a_project(id="c", participants=["46"]),
    )  # fmt: skip

    by_number = participations(graph)

    assert [entry.id for entry in by_number["4601"].projects] == ["a"]
    assert [entry.id for entry in by_number["4621"].projects] == ["b"]
    assert [entry.id for entry in by_number["46"].projects] == ["c"]
    assert len(by_number) == 357 + 15


def test_a_name_that_several_places_share_names_none() -> None:
    """Herøy lies in two counties: the finding asks which, and until then nobody takes part."""
    by_number = participations(a_graph(a_measure(), a_project(participants=["Herøy"])))

    assert not by_number["1515"].is_found
    assert not by_number["1818"].is_found


@pytest.mark.parametrize("field", [{"lead": "bergen"}, {"partners": ["bergen"]}])
def test_a_municipality_takes_part_as_an_organisation_too(field: dict[str, Any]) -> None:
    """Whoever leads a project or is a partner in it takes part in it."""
    bergen = an_organisation(id="bergen", title="Bergen", type="municipality", number="4601")
    graph = a_graph(bergen, a_measure(), a_project(**field))

    assert [entry.id for entry in participations(graph)["4601"].projects] == ["prosjekt"]


def test_members_are_told_apart_from_those_nearby() -> None:
    """A network that works in the county says nothing about who is a member."""
    by_number = participations(a_graph(a_network(members=["4601"])))

    assert [entry.id for entry in by_number["4601"].member_of] == ["nett"]
    assert by_number["4601"].nearby == ()
    assert by_number["4602"].member_of == ()
    assert [entry.id for entry in by_number["4602"].nearby] == ["nett"]
    assert not by_number["4602"].is_found
    assert by_number["0301"].nearby == ()


def test_retired_entries_are_left_out() -> None:
    """Nobody takes part in what left the strategy."""
    gone = {"retired": {"date": "2024", "reason": "Slutt."}}
    graph = a_graph(
        a_network(members=["4601"], **gone), a_measure(), a_project(participants=["4601"], **gone)
    )

    assert not participations(graph)["4601"].is_found


def test_projects_behind_a_network() -> None:
    """It leads, is a partner or takes part; each project counts once."""
    graph = a_graph(
        a_network(), a_measure(), a_project(id="a", lead="nett", participants=["nett"]),
        a_project(id="b", partners=["nett"]), a_project(id="c"),
    )  # fmt: skip

    assert [entry.id for entry in projects_behind(graph, graph.entries["nett"])] == ["a", "b"]


# A network in the county, known to be at it, whatever it does.
SHARED = {"lead": "nett", "status_date": "2026"}


def opened(*entries: Any, audience: Audience = Audience.MUNICIPALITY, county: str = "46") -> Any:
    """Ids of the projects that are open to a place in the county."""
    graph = a_graph(a_network(), *entries)
    return [entry.id for entry in open_projects(openings_of(graph, TODAY), audience, county)]


def test_open_projects_have_the_audience_and_are_not_over() -> None:
    """The audience is that of the measures they carry out."""
    entries = (
        a_measure(audience=["municipality"]), a_measure(id="stat", audience=["state"]),
        a_project(id="a", **SHARED), a_project(id="b", **SHARED | {"status": "planned"}),
        a_project(id="c", **SHARED | {"status": "completed"}),
        a_project(id="d", **SHARED | {"measures": ["stat"]}),
        a_project(id="e", **SHARED | {"status": "proposed"}),
    )  # fmt: skip

    assert opened(*entries) == ["a", "b"]
    assert opened(*entries, audience=Audience.COUNTY) == []


def test_what_was_last_seen_long_ago_is_not_open() -> None:
    """Two years decide, and so does the lack of any date."""
    entries = (
        a_measure(audience=["municipality"]), a_project(id="a", lead="nett", status_date="2021"),
        a_project(id="b", lead="nett"), a_project(id="c", lead="nett", status_date="2024-12"),
    )  # fmt: skip

    assert opened(*entries) == ["c"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("association", True), ("ministry", True), ("agency", True), ("company", True),
        ("county", True), ("municipality", False), ("intermunicipal", False), ("other", False),
    ],
)  # fmt: skip
def test_what_one_does_alone_is_not_open(kind: str, *, expected: bool) -> None:
    """A municipality's internal project is for municipalities, too, but nothing others can join."""
    lead = an_organisation(id="en", title="En", type=kind)
    project = a_project(lead="en", status_date="2026")

    ids = opened(lead, a_measure(audience=["municipality"]), project)

    assert ids == (["prosjekt"] if expected else [])


def test_several_who_carry_it_out_make_it_open() -> None:
    """Two besides the one who leads it, by number, as network or as organisation."""
    lead = an_organisation(id="en", title="En", type="municipality", number="4601")
    other = an_organisation(id="to", title="To", type="municipality", number="4621")
    measure = a_measure(audience=["municipality"])

    def project(**fields: Any) -> Any:
        return a_project(lead="en", status_date="2026", **fields)

    assert opened(lead, other, measure, project(participants=["4601", "4602"])) == []
    assert opened(lead, other, measure, project(participants=["4621"], partners=["to"])) == []
    assert opened(lead, other, measure, project(participants=["4602"], partners=["to"])) == [
        "prosjekt"
    ]


def test_nothing_of_a_municipality_s_own_strategy_is_open_to_others() -> None:
    """What it does with two neighbours is theirs; a network's project stays open."""
    owner = an_organisation(id="en", title="En", type="municipality", number="4601")
    graph = a_graph(
        owner, a_network(), a_measure(audience=["municipality"]),
        a_project(id="a", lead="en", status_date="2026", participants=["4602", "4621"]),
        a_project(id="b", **SHARED),
        settings=Settings(title="Plan", owner="en"),
    )  # fmt: skip

    openings = openings_of(graph, TODAY)
    assert [entry.id for entry in open_projects(openings, Audience.MUNICIPALITY, "46")] == ["b"]


def test_regional_projects_are_open_in_their_counties() -> None:
    """A network or county binds a project; a cooperation's own project is for its members."""
    company = an_organisation(id="iks", title="IKS", type="intermunicipal")
    state = an_organisation(id="stat", title="Stat", type="agency")
    county = an_organisation(id="fylke", title="Fylke", type="county", number="50")
    entries = (
        company, state, county, a_measure(audience=["municipality"]),
        a_project(id="a", **SHARED | {"lead": "stat", "partners": ["nett"]}),
        a_project(id="b", **SHARED | {"lead": "stat", "participants": ["50"]}),
        a_project(id="c", **SHARED | {"lead": "iks", "participants": ["4601", "4602", "4621"]}),
        a_project(id="d", **SHARED | {"lead": "stat", "participants": ["4601"]}),
        a_project(id="e", **SHARED | {"lead": "fylke"}),
    )  # fmt: skip

    assert opened(*entries) == ["a", "d"]
    assert opened(*entries, county="50") == ["b", "d", "e"]
    graph = a_graph(a_network(), *entries)
    assert counties_of(graph, graph.entries["a"]) == {"46"}  # type: ignore[arg-type]
