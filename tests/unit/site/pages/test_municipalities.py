"""Municipalities: the list of all with its map, a page for each, and what scripts read."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from living_strategy.artifact import Artifact, DataFile, Page
from living_strategy.content.municipalities import load_municipalities
from living_strategy.figures.participation import participations
from living_strategy.language import Language
from living_strategy.model import Entry, Network, Scheme
from living_strategy.site.addresses import Addresses
from living_strategy.site.pages.municipalities import view as municipalities
from living_strategy.site.pages.municipalities.county import counties
from living_strategy.site.pages.municipalities.places import MAX_LISTED
from living_strategy.site.pages.municipalities.tile_map import tile_map
from living_strategy.site.pictures.county_blocks import STEP
from tests.factories import a_graph, a_measure, a_project, an_organisation
from tests.unit.site.pages.overviews import Read, a_context, read

NETWORK = Network.model_validate(
    {
        "id": "nett", "title": "Nett", "counties": ["46"], "members": ["4601", "4626"],
        "member_count": 40, "website": "https://nett.example", "as_of": "2024-12",
    }
)  # fmt: skip
FUND = Scheme.model_validate(
    {
        "id": "fond", "title": "Fond",
        "prices": [
            {"payer": "municipality", "every": "once", "per_inhabitant": 20, "date": "2021"},
            {"payer": "county", "every": "once", "per_inhabitant": 5},
        ],
    }
)  # fmt: skip
PARTS = (
    NETWORK, FUND, a_measure(audience=["municipality"]),
    a_project(id="a", title="Første", participants=["4601"], status="completed",
        status_date="2019"),
    a_project(
        id="b", title="Andre", participants=["nett"], lead="nett", status_date="2026",
        description="Kinn kommune spurte først.",
    ),
)  # fmt: skip
REGISTER = load_municipalities()


def artifacts(root: Path, *entries: Entry, **settings: Any) -> dict[str, Artifact]:
    """Everything that the view makes, by path."""
    context = a_context(root, *entries, **settings)
    return {made.path: made for made in municipalities.render(context.graph, context)}


def page(root: Path, folder: str, *entries: Entry) -> Read:
    """A page, read and found sound."""
    made = artifacts(root, *(entries or PARTS))[f"municipalities/{folder}"]
    assert isinstance(made, Page)
    return read(made)


def data(root: Path, name: str) -> Any:
    """A file that a script reads."""
    made = artifacts(root, *PARTS)[f"municipalities/{name}"]
    assert isinstance(made, DataFile)
    return json.loads(made.content)


def test_every_place_has_a_page_that_the_list_leads_to(tmp_path: Path) -> None:
    """357 municipalities and 15 counties, each linked to from the list by its name."""
    made = artifacts(tmp_path, *PARTS)
    pages = {path: artifact for path, artifact in made.items() if isinstance(artifact, Page)}
    overview = page(tmp_path, "")

    assert len(pages) == 357 + 15 + 1
    assert {f"municipalities/{link}" for link in overview.links} >= pages.keys() - {
        "municipalities/"
    }
    for name in ("Herøy (Nordland)", "Herøy (Møre og Romsdal)", "Kárášjohka - Karasjok"):
        assert name in overview.text
    hidden = [path for path in sorted(pages) if not pages[path].listed]
    assert hidden == ["municipalities/oslo-county/"], "all about Oslo stands on the other page"


def test_addresses_tell_everything_apart(tmp_path: Path) -> None:
    """The name in Norwegian, with the county where two share it; a county says that it is one.
    Oslo has one page to be found.
    """
    folders = {number: folder for number, _, folder in data(tmp_path, "places.json")["places"]}

    assert len(set(folders.values())) == 371
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", folder) for folder in folders.values())
    assert "03" not in folders
    chosen = ("1532", "1818", "1515", "5610", "0301", "50")
    assert [folders[number] for number in chosen] == [
        "giske", "heroy-nordland", "heroy-more-og-romsdal", "karasjok", "oslo", "trondelag-county",
    ]  # fmt: skip


def test_the_list_says_how_much_is_known(tmp_path: Path) -> None:
    """In words, by county, and of each that is listed or mentioned."""
    overview = page(tmp_path, "")

    assert overview.blocks[3] == (
        "2 of 357 municipalities are listed as participants or members by our sources. 1 "
        "more is named on a page here. The others may take part all the same: few sources"
        " list participants."
    )
    assert ["Vestland", "43", "2", "1", "1"] in overview.tables[0]
    assert ["Oslo", "1", "0", "0", "0"] in overview.tables[0]
    for words in ("Bergen listed 2 times", "Kinn mentioned 1 time", "Askøy", "Alver"):
        assert words in overview.blocks


def test_a_municipality_that_is_listed(tmp_path: Path) -> None:
    """Its size with date and source, its network, its projects, what it costs."""
    bergen = page(tmp_path, "bergen/")

    for words in (
        "Bergen is a municipality in Vestland with 291,940 inhabitants January 1, 2024.",
        "Bergen is listed as a member. The facts are as of December 2024.",
        "The website of Nett, with whom to ask",
        "Other members that are listed: Øygarden. It has 40 members in all.",
        "Bergen is listed in 1 project:",
        "Første Completed (2019) participant",
        "We have not found Bergen mentioned on other pages.",
        "Andre Ongoing (2026)",
    ):
        assert words in bergen.blocks, words
    assert bergen.tables[0][1][0] == "Fond"
    assert bergen.tables[0][1][2:] == ["NOK 5,838,800", "Once", "2021"]


def test_a_municipality_that_nothing_is_known_of(tmp_path: Path) -> None:
    """The page says so of each thing, and shows what holds for all in the county."""
    voss = page(tmp_path, "voss/")

    for words in (
        "The network works in Vestland. We have not found Voss listed as a member; networks rarely "
        "publish their members. The facts are as of December 2024.",
        "We have not found Voss listed as a participant in a project. It may take part all "
        "the same: few sources list participants.",
        "We have not found Voss mentioned on other pages.",
    ):
        assert words in voss.blocks
    oslo = page(tmp_path, "oslo/")
    assert "We have not found a network for Oslo." in oslo.blocks
    assert "Oslo is both a municipality and a county" in oslo.text


def test_a_county_that_is_a_municipality_says_nothing_of_its_own(tmp_path: Path) -> None:
    """What is known stands on the page of the municipality; that nothing was found is untrue."""
    county = page(tmp_path, "oslo-county/")

    assert "Everything about Oslo stands on the page of the municipality: Oslo" in county.blocks
    assert "We have not found" not in county.text
    assert county.tables == []


def test_a_county_lists_its_municipalities(tmp_path: Path) -> None:
    """With what is known of each; the sentences are about its authority."""
    vestland = page(tmp_path, "vestland-county/")
    table = vestland.tables[-1]

    assert len(table) == 1 + 43
    assert [row for row in table if row[0] in ("Bergen", "Kinn", "Voss")] == [
        ["Bergen", "291,940", "2", "0"], ["Kinn", "17,349", "0", "1"], ["Voss", "16,471", "0", "0"],
    ]  # fmt: skip
    assert (
        "We have not found Vestland county authority mentioned on other pages." in vestland.blocks
    )
    assert vestland.tables[0][1][2] == "NOK 3,256,495"


def test_a_small_strategy_has_none_of_it(tmp_path: Path) -> None:
    """One that names no network, no municipality and no price has no list, pages or files."""
    assert artifacts(tmp_path, a_measure(), a_project()) == {}


def test_pages_stay_small_whatever_there_is(tmp_path: Path) -> None:
    """A municipality in hundreds of projects lists some of each sort, and says how many more."""
    projects = [
        a_project(id=f"{sort}-{number}", status_date="2026", lead=lead, participants=listed)
        for sort, lead, listed in (
            ("own", "ks", ["4601"]), ("near", "nett", ["nett"]), ("open", "ks", []),
        )
        for number in range(200)
    ]  # fmt: skip
    ks = an_organisation(id="ks", title="KS", type="association")
    bergen = page(tmp_path, "bergen/", NETWORK, a_measure(audience=["municipality"]), ks, *projects)

    assert bergen.text.count(f"and {200 - MAX_LISTED} more: see the whole list") == 3
    assert len(bergen.page.content) < 25_000


def test_the_map_has_a_tile_for_each(tmp_path: Path) -> None:
    """Every municipality once, none over another or over a name, all inside the picture."""
    key = Language.load("nb").sort_key
    by_number = participations(a_graph(*PARTS))
    drawn = tile_map(counties(by_number, key), Addresses(Language.load("nb")), REGISTER)
    cells = [(tile.x // STEP, tile.y // STEP) for block in drawn.blocks for tile in block.tiles]
    names = [(block.x // STEP, block.y // STEP) for block in drawn.blocks]

    assert len(cells) == len(set(cells)) == 357
    assert set(cells).isdisjoint(names)
    assert max(x for x, _ in cells) * STEP < drawn.width
    assert max(y for _, y in cells) * STEP < drawn.height
    marks = {tile.name: tile.marks for block in drawn.blocks for tile in block.tiles if tile.marks}
    assert {name: marks.get(name) for name in ("Bergen", "Kinn", "Voss", "Oslo")} == {
        "Bergen": "ls-a ls-m", "Kinn": "ls-b ls-n", "Voss": "ls-n", "Oslo": None,
    }  # fmt: skip


def test_the_map_takes_few_stops(tmp_path: Path) -> None:
    """The keyboard stops at the counties; the tiles are for the pointer, the lists for all."""
    content = artifacts(tmp_path, *PARTS)["municipalities/"]
    assert isinstance(content, Page)
    picture = re.findall(r"<svg class=\"ls-places\" role.*?</svg>", content.content, re.S)[0]
    links = re.findall(r"<a [^>]*>", picture)

    assert len([link for link in links if 'tabindex="-1"' not in link]) == 15
    assert len(links) == 15 + 357


def test_projects_for_the_map_name_their_participants(tmp_path: Path) -> None:
    """Those that list municipalities, with the folders of their pages."""
    assert data(tmp_path, "projects.json") == {"projects": [["Første", "projects/a/", ["bergen"]]]}
