"""The look-up says of no municipality that it is unknown when the content names it."""

from __future__ import annotations

import pytest

from living_strategy.content.graph import Graph
from living_strategy.figures.participation import open_projects, openings_of, participations
from living_strategy.model.measure import Audience
from tests.factories import TODAY

# Each was once said not to be named by any source.
NAMED = {
    "Giske": "1532", "Indre Fosen": "5054", "Ørland": "5057", "Åfjord": "5058", "Osen": "5020",
    "Molde": "1506", "Sandnes": "1108", "Sunndal": "1563", "Halden": "3101", "Aukra": "1547",
    "Rauma": "1539", "Vestnes": "1535", "Fyresdal": "4032", "Midt-Telemark": "4020",
    "Haram": "1580", "Ålesund": "1508", "Herøy": "1818",
}  # fmt: skip


@pytest.mark.parametrize(("name", "number"), NAMED.items(), ids=NAMED)
def test_what_the_content_names_is_found(graph: Graph, name: str, number: str) -> None:
    """Entries and pages that have the name lead there."""
    found = participations(graph)[number]

    assert found.municipality.name.startswith(name)
    assert found.is_found
    assert found.mentions or found.is_listed


def test_counts_are_of_what_they_say(graph: Graph) -> None:
    """Those listed as participant or member, and those named besides, are counted apart."""
    places = [one for one in participations(graph).values() if not one.municipality.is_county]
    listed = {one.municipality.number for one in places if one.projects or one.member_of}

    assert len(places) == 357
    assert {one.municipality.number for one in places if one.is_listed} == listed
    assert len([one for one in places if one.is_found]) > len(listed)
    assert listed.isdisjoint({NAMED["Giske"], NAMED["Molde"], NAMED["Sandnes"]})


def test_nothing_old_and_nobody_s_own_project_is_open(graph: Graph) -> None:
    """What a place could join was under way within two years, and is led for many."""
    counties = [one for one in graph.corpus.municipalities.by_number if len(one) == 2]
    openings = tuple(openings_of(graph, TODAY))
    found = {
        project.id: project
        for county in counties
        for audience in (Audience.MUNICIPALITY, Audience.COUNTY)
        for project in open_projects(openings, audience, county)
    }

    assert "felles-tjenesteplattform-fase-1" in found
    assert "tiltaksplan-kongsbergregionen-2021" not in found
    dates = [one.status_date for one in found.values()]
    assert all(one is not None and one.latest().year >= TODAY.year - 2 for one in dates)
