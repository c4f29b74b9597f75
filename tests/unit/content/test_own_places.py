"""A strategy's own register of places: what it says, and chains of successors of any kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.graph import Graph
from living_strategy.model import Network, Project
from living_strategy.model.municipality import Division, Municipalities, Municipality
from living_strategy.partial_date import PartialDate
from tests.examples import examples
from tests.factories import inspect_files

HEAD = "number;name;kind;parent;valid_from;valid_to;successors\n"
SKANE = f"""\
# Skåne, the county of the test; sources: SCB, Indelningar
{HEAD}12;Skåne län;county
1281;Lund;municipality;12
1280;Malmö;municipality;12;1971
"""
VALID = Path(__file__).parent.parent.parent / "golden" / "valid"


def graph_of(table: str, **files: str) -> Graph:
    """The valid strategy with a register of its own."""
    settings = (VALID / "strategy" / "strategy.yml").read_text("utf-8")
    named = {path.replace("__", "/"): text for path, text in files.items()}
    return inspect_files(
        {
            "strategy/strategy.yml": f"places: strategy/registers/places.csv\n{settings}",
            "strategy/registers/places.csv": table,
            **named,
        }
    ).graph


def test_own_register() -> None:
    """A name is that of the own register, and what is in the package is unknown."""
    register = graph_of(SKANE).corpus.municipalities

    assert register.division is Division.OWN
    assert [place.number for place in register.find("Lund")] == ["1281"]
    assert register.find("Bodø") == ()
    assert (register.has_counties, register.is_whole) == (True, True)
    assert register.short_name("1281") == register.label("1281") == "Lund"


def test_networks() -> None:
    """A network names counties and members by the numbers of the register, also earlier ones."""
    table = f"{SKANE}1201;Gamla Lund;municipality;12;;1970-12-31;1281\n"
    network = "natverket:\n  title: Nätverket\n  counties: ['12']\n  members: ['1201', Lund]\n"
    graph = graph_of(table, **{"strategy/registers/networks.yml": network})
    (entry,) = graph.of_kind(Network)

    assert graph.counties_of(entry) == ("12",)
    assert [member.number for member in graph.members_of(entry)] == ["1281"]


def test_words_of_its_own() -> None:
    """A kind by another word is a county when others lie in it, and a municipality if not."""
    table = f"{HEAD}01;Ahvenanmaa;landskap\n478;Mariehamn;stad;01\n"
    places = graph_of(table).corpus.municipalities.by_number

    assert [(place.word, place.is_county) for place in places.values()] == [
        ("landskap", True),
        ("stad", False),
    ]


def test_number_given_anew() -> None:
    """A number that another place has today means the earlier one in an entry about its time."""
    table = f"{SKANE}1279;Sjöbo;municipality;12;1974\n1279;Fjärås;municipality;12;;1973;1280\n"
    for as_of, meant in (("1970", "1280"), ("2020", "1279")):
        project = (
            "title: P\nmeasures: [tiltak]\nstatus: completed\nparticipants: ['1279']\n"
            f"as_of: {as_of}\nsources: [{{title: S, publisher: KS}}]\n"
        )
        graph = graph_of(table, **{"projects/prosjekt.yml": project})
        (entry,) = graph.of_kind(Project)
        assert [place.number for place in graph.municipalities_of[entry.id]] == [meant]


NUMBERS = st.sampled_from([f"{number:02}" for number in range(8)])
ENDS = st.none() | st.sampled_from([PartialDate(str(year)) for year in range(1990, 1995)])
PLACES = st.lists(
    st.builds(
        Municipality,
        number=NUMBERS,
        name=st.just("Ort"),
        valid_to=ENDS,
        successors=st.lists(NUMBERS, max_size=3).map(tuple),
    ),
    max_size=12,
)


@pytest.mark.no_cover
@examples(200)
@given(PLACES)
def test_successors_end(places: list[Municipality]) -> None:
    """Whatever a table says, following successors ends, and ends at numbers that are in use; a
    number that is understood is one of them.
    """
    register = Municipalities.of(places, Division.OWN)

    for former in register.all_former():
        found = register.became(former)
        assert all(register.by_number[place.number] is place for place in found)
        assert len(found) == len({place.number for place in found})
        present = register.present(former.number)
        assert not present or present in register.by_number
