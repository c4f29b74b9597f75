"""The outlook of a municipality or county: how it takes part, with whom, and what is open to it."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.figures.outlook import Outlook, Outlooks, Role
from living_strategy.figures.participation import participations
from living_strategy.model import Entry, Network
from tests.factories import TODAY, a_graph, a_measure, a_project, an_organisation

NETWORK = Network.model_validate(
    {"id": "nett", "title": "Nett", "counties": ["46"], "members": ["4601", "4602", "46"]}
)
KS = an_organisation(id="ks", title="KS", type="association")


def outlook(number: str, *entries: Entry) -> Outlook:
    """The outlook of one, in a strategy of these entries."""
    graph = a_graph(a_measure(audience=["municipality"]), *entries)
    by_number = participations(graph)
    return Outlooks(graph, by_number, TODAY).of(by_number[number])


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ({"lead": "bergen", "partners": ["bergen"]}, Role.LEAD),
        ({"partners": ["bergen"], "participants": ["4601"]}, Role.PARTNER),
        ({"participants": ["4601"], "lead": "ks"}, Role.PARTICIPANT),
    ],
)
def test_the_strongest_role_is_told(fields: dict[str, Any], role: Role) -> None:
    """Who leads a project is not called a participant in it."""
    bergen = an_organisation(id="bergen", title="Bergen", type="municipality", number="4601")
    roles = outlook("4601", KS, bergen, a_project(**fields)).roles

    assert [(project.id, told) for project, told in roles] == [("prosjekt", role)]


def test_members_of_a_network_know_each_other() -> None:
    """A member sees the others that are listed, its neighbours see all; elsewhere nobody does."""
    seats = {
        number: [
            (seat.network.id, seat.is_member, [member.name for member in seat.members])
            for seat in outlook(number, NETWORK).seats
        ]
        for number in ("4601", "4613", "0301")
    }

    assert seats == {
        "4601": [("nett", True, ["Vestland", "Kinn"])],
        "4613": [("nett", False, ["Vestland", "Bergen", "Kinn"])],
        "0301": [],
    }


def test_a_project_stands_in_one_place() -> None:
    """Its own first, then those of its networks, then what it could join."""
    fresh = {"status": "ongoing", "status_date": "2026", "lead": "ks"}
    projects = (
        a_project(id="own", participants=["4601", "nett"], **fresh),
        a_project(id="near", participants=["nett"], **fresh),
        a_project(id="open", **fresh),
        a_project(id="old", **fresh | {"status_date": "2020"}),
    )
    told = outlook("4601", KS, NETWORK, *projects)

    assert [project.id for project, _ in told.roles] == ["own"]
    assert [project.id for project in told.through] == ["near"]
    assert [project.id for project in told.open] == ["open"]
    assert [project.id for project in outlook("46", KS, NETWORK, *projects).open] == []
