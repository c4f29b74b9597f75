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
    participation = participations(graph)[number]

    assert participation.municipality.name.startswith(name)
    assert participation.is_found
    assert participation.mentions or participation.is_listed


def test_counts_are_of_what_they_say(graph: Graph) -> None:
    """Those listed as participant or member, and those named besides, are counted apart."""
    places = [
        participation
        for participation in participations(graph).values()
        if not participation.municipality.is_county
    ]
    listed = {
        participation.municipality.number
        for participation in places
        if participation.projects or participation.member_of
    }

    assert len(places) == 357
    assert {
        participation.municipality.number for participation in places if participation.is_listed
    } == listed
    assert len([participation for participation in places if participation.is_found]) > len(listed)
    assert listed.isdisjoint({NAMED["Giske"], NAMED["Molde"], NAMED["Sandnes"]})


def test_nothing_old_and_nobody_s_own_project_is_open(graph: Graph) -> None:
    """What a place could join was under way within two years, and is led for many."""
    counties = [number for number in graph.corpus.municipalities.by_number if len(number) == 2]
    openings = tuple(openings_of(graph, TODAY))
    projects = {
        project.id: project
        for county in counties
        for audience in (Audience.MUNICIPALITY, Audience.COUNTY)
        for project in open_projects(openings, audience, county)
    }

    assert "felles-tjenesteplattform-fase-1" in projects
    assert "tiltaksplan-kongsbergregionen-2021" not in projects
    dates = [project.status_date for project in projects.values()]
    assert all(date is not None and date.latest().year >= TODAY.year - 2 for date in dates)
