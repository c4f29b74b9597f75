"""Maps on the pages of entries: in numbers what they draw, and nothing where nothing is known."""

from __future__ import annotations

import re
from typing import Any

import pytest

from living_strategy.language import Language
from living_strategy.model import Component, Network
from living_strategy.site.pages.component import view as component
from living_strategy.site.pages.network import view as network
from living_strategy.site.pages.project import view as project
from living_strategy.site.place_maps import PlaceMaps, ShownPlaces
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area
from tests.unit.site.pages.conftest import Show

NETWORK = Network.model_validate(
    {"id": "nett", "title": "Network", "counties": ["46"], "members": ["4601", "Oslo"]}
)
COMPONENT = Component.model_validate({"id": "losning", "title": "Solution"})
BASE = (an_area(), a_goal(), a_measure())


def places_of(numbers: list[str], *networks: Network) -> ShownPlaces | None:
    """The map of these municipalities and counties."""
    graph = a_graph(*BASE, *networks)
    register = graph.corpus.municipalities.by_number
    maps = PlaceMaps(graph, Language.load("nb"))
    return maps.of([register[number] for number in numbers], networks)


def test_a_map_counts_what_it_draws() -> None:
    """A municipality is listed, or in a county where a network works, or not known."""
    places = places_of(["0301", "4601", "15"], NETWORK)

    assert places is not None
    assert [places.listed, places.near, places.authorities, places.unknown] == [2, 42, 1, 313]
    assert places.picture.listed.count("M") == 2
    assert places.picture.near.count("M") == 1
    assert places.picture.framed.count("M") == 1
    assert places.picture.hatched.count("M") == 15


def test_there_is_no_map_of_nothing() -> None:
    """Neither of no places, nor of a network of which no county is known."""
    assert places_of([]) is None
    assert places_of([], Network.model_validate({"id": "nett", "title": "Network"})) is None


def test_the_heaviest_map_is_light() -> None:
    """All municipalities listed, and all counties: some kB before they are compressed."""
    register = a_graph(*BASE).corpus.municipalities.by_number
    places = places_of(list(register))

    assert places is not None
    assert places.unknown == 0
    drawn = places.picture
    assert len(drawn.hatched + drawn.listed + drawn.near + drawn.framed) < 10_000


KEYS = re.compile(r"</svg> ([^<]+)</li>")


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"participants": ["0301", "nett", "15"]}, [
            "1 municipality listed as a participant",
            "the county authority of 1 county is listed",
            "43 municipalities where a network works that takes part; whether they do themselves "
            "is not known",
            "313 municipalities that our sources do not name here",
        ]),
        ({"participants": ["0301"]}, [
            "1 municipality listed as a participant",
            "356 municipalities that our sources do not name here",
        ]),
        ({}, []),
    ],
)  # fmt: skip
def test_pages_of_projects_say_who_takes_part(
    fields: dict[str, Any], key: list[str], show: Show
) -> None:  # fmt: skip
    """In a list with links, and below it on a map with a key that counts."""
    entry = a_project(id="p", title="Joint", **fields)
    page = show(project, *BASE, NETWORK, entry)["projects/p/"]

    assert KEYS.findall(page.page.content) == key
    assert ("ls-place-map" in page.page.content) == bool(key)
    assert ("../../municipalities/#ls-map" in page.links) == bool(key)


def test_pages_of_networks_say_where_they_work(show: Show) -> None:
    """Members that a source names are apart from the rest of the counties."""
    page = show(network, *BASE, NETWORK)["networks/nett/"]

    assert KEYS.findall(page.page.content) == [
        "2 municipalities listed as members",
        "42 municipalities where the network works; whether they are members is not known",
        "313 municipalities that our sources do not name here",
    ]
    assert "Where the network works" in page.blocks


def test_pages_of_components_list_who_is_in_projects_that_use_them(
    show: Show,
) -> None:
    """By name, once each, as long as the project is in force; the map says the same."""
    retired = {"date": "2025", "reason": "Over."}
    uses = {"uses": ["losning"], "participants": ["0301", "nett"]}
    page = show(
        component, *BASE, NETWORK, COMPONENT, a_project(id="a", **uses), a_project(id="b", **uses),
        a_project(id="c", uses=["losning"], participants=["1103"], retired=retired),
    )["components/losning/"]  # fmt: skip

    _, _, section = page.page.content.partition('id="ls-participants"')
    assert re.findall(r"<li><a href=\"([^\"]*)", section.partition("</ul>")[0]) == [
        "../../networks/nett/", "../../municipalities/oslo/",
    ]  # fmt: skip
    assert KEYS.findall(page.page.content)[0] == "1 municipality listed as a participant"
    without = show(component, *BASE, COMPONENT)["components/losning/"].page.content
    assert "ls-place-map" not in without
