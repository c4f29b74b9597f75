"""The pages of twelve municipalities, from the largest to the smallest, say what the files say.

What is expected is read from the files as they lie there, without any figure of the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.content.municipalities import REGISTER
from living_strategy.site.pages.municipalities import view as municipalities
from tests.factories import TODAY, context_of
from tests.integration.site_support import REPOSITORY

# By size, and one of each that is told otherwise: two of a name, two languages, a county by itself.
CHOSEN = {
    "0301": "oslo", "4601": "bergen", "5001": "trondheim", "3301": "drammen", "1804": "bodo",
    "1506": "molde", "1532": "giske", "1515": "heroy-more-og-romsdal", "5610": "karasjok",
    "1818": "heroy-nordland", "5054": "indre-fosen", "1151": "utsira",
}  # fmt: skip
FOLDERS = {"goals": "mal", "measures": "tiltak", "projects": "prosjekter"}
REGISTERS = {
    "organisations": "organisasjoner", "networks": "nettverk", "bodies": "samstyringsorganer",
    "components": "felleskomponenter", "schemes": "finansieringsordninger",
    "frameworks": "overordnede-strategier", "terms": "ordliste",
}  # fmt: skip
# What is called after a municipality, and is not that municipality.
OTHERS = ("Universitetet i Oslo",)


@cache
def rows() -> dict[str, tuple[str, int]]:
    """The lines of the register: name in Norwegian and inhabitants by number."""
    lines = [line.split(";") for line in REGISTER.read_text("utf-8").splitlines()]
    return {
        line[0]: (line[4] or line[1].split(" - ")[0], int(line[2]))
        for line in lines
        if len(line[0]) == 4 and line[0].isdigit()
    }


@cache
def files() -> dict[str, tuple[dict[str, Any], str]]:
    """The fields and the whole text of every entry by its address; of written pages the text."""
    held: dict[str, tuple[dict[str, Any], str]] = {}
    for folder, word in FOLDERS.items():
        for path in sorted((REPOSITORY / folder).glob("*.md")):
            text = path.read_text("utf-8")
            held[f"{word}/{path.stem}/"] = (_yaml(text.split("---\n")[1]), text)
    for register, word in REGISTERS.items():
        entries = _yaml((REPOSITORY / "strategy/registers" / f"{register}.yml").read_text("utf-8"))
        for name, fields in entries.items():
            held[f"{word}/{name}/"] = (
                fields,
                yaml.safe_dump(fields, allow_unicode=True, width=999),
            )
    for area in _yaml((REPOSITORY / "strategy/strategy.yml").read_text("utf-8"))["areas"]:
        text = yaml.safe_dump(area, allow_unicode=True, width=999)
        held[f"omrader/{area['id']}/"] = (area, text)
    for path in sorted((REPOSITORY / "strategy").rglob("*.md")):
        page = path.relative_to(REPOSITORY / "strategy").with_suffix("").as_posix()
        held[f"{page}/"] = ({}, path.read_text("utf-8"))
    return held


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def pages(graph: Graph) -> dict[str, str]:
    """The pages of all municipalities as HTML, by the last folder of their addresses."""
    made = municipalities.render(graph, context_of(Path(), graph, TODAY))
    return {
        page.path.removeprefix("kommuner/").strip("/"): unescape(page.content).replace("\xa0", " ")
        for page in made
        if isinstance(page, Page)
    }


def links(page: str, heading: str) -> set[str]:
    """Where the list below a heading leads to."""
    section = page.partition(f'id="{heading}"')[2].partition("</section>")[0]
    items = re.findall(r'<li><a href="\.\./\.\./([^"]*)"', section)
    return {item for item in items if not item.startswith("kommuner/")}


def listed_in(number: str) -> Iterator[str]:
    """The projects that list a municipality, or an organisation that stands for it."""
    name = rows()[number][0]
    own = {
        address.split("/")[1]
        for address, (fields, _) in files().items()
        if address.startswith("organisasjoner/") and fields.get("number") == number
    }
    for address, (fields, _) in files().items():
        if address.startswith("prosjekter/"):
            behind = {fields.get("lead"), *fields.get("partners", ())}
            if own & behind or {number, name} & set(fields.get("participants", ())):
                yield address


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_size(number: str, folder: str, pages: dict[str, str]) -> None:
    """The inhabitants are those of the register, with the day and who counted them."""
    page, inhabitants = pages[folder], f"{rows()[number][1]:,}".replace(",", " ")

    assert f"{inhabitants} innbyggere 1. januar 2024" in page
    assert 'href="https://www.ssb.no/statbank/table/07459/"' in page


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_projects(number: str, folder: str, pages: dict[str, str]) -> None:
    """It is listed where the files list it and nowhere else, or the page says that it is not."""
    expected = set(listed_in(number))

    assert links(pages[folder], "ls-listed") == expected
    missing = f"Vi har ikke funnet at {rows()[number][0]} er oppført som deltaker i noe"
    assert (missing in pages[folder]) is not expected


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_networks(number: str, folder: str, pages: dict[str, str]) -> None:
    """The networks of its county, and whether each lists it as a member."""
    section = pages[folder].partition('id="ls-network"')[2].partition("</section>")[0]
    blocks = dict(
        re.findall(
            r'<h3><a href="\.\./\.\./(nettverk/[^"]*)">.*?</h3>\s*<p>(.*?)</p>', section, re.S
        )
    )
    networks = {
        address: {number, rows()[number][0]} & set(fields.get("members", ()))
        for address, (fields, _) in files().items()
        if address.startswith("nettverk/")
        and (number[:2] in fields.get("counties", ()) or number in fields.get("members", ()))
    }

    assert blocks.keys() == networks.keys()
    for address, member in networks.items():
        words = "er oppført som medlem." if member else "Vi har ikke funnet at"
        assert words in blocks[address], address
    assert networks or "Vi har ikke funnet noe digitaliseringsnettverk" in section


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_mentions(number: str, folder: str, pages: dict[str, str]) -> None:
    """Every file it is mentioned in has the name; no file has it with its office unmentioned."""
    name = rows()[number][0]
    shown = links(pages[folder], "ls-mentioned")
    texts = {
        address: re.sub(r"\s+", " ", text).replace(OTHERS[0], "")
        for address, (_, text) in files().items()
    }
    host = folder.split("-")[0]
    known = shown | set(listed_in(number)) | links(pages[folder], "ls-network")

    for address in shown:
        assert re.search(
            rf"\b{name}\b|{host}[\w-]*\.kommune\.no|\b{host}-kommune\b", texts[address]
        )
    if "heroy" not in folder:
        named = {address for address, text in texts.items() if f" {name} kommune" in text}
        assert named <= known


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_costs(number: str, folder: str, pages: dict[str, str]) -> None:
    """DigiFin takes 20 kroner of each inhabitant, once."""
    rule = files()["finansieringsordninger/digifin/"][0]["rules"][0]
    assert rule.startswith("En kommune betaler et engangsbeløp på 20 kroner per innbygger.")
    inhabitants = rows()[number][1]
    section = pages[folder].partition('id="ls-costs"')[2].partition("</section>")[0]

    for words in (f"{inhabitants:,} innbyggere × 20 kroner", f"{inhabitants * 20:,} kr"):
        assert words.replace(",", " ") in section


@pytest.mark.parametrize(("number", "folder"), CHOSEN.items(), ids=CHOSEN.values())
def test_what_is_open_was_seen_lately(number: str, folder: str, pages: dict[str, str]) -> None:
    """Nothing that it could join was last seen more than two years ago, and nothing is its own."""
    offered = links(pages[folder], "ls-open")

    assert offered.isdisjoint(listed_in(number))
    for address in offered:
        fields = files()[address][0]
        assert fields["status"] in ("planned", "ongoing")
        assert int(fields["status_date"][:4]) >= TODAY.year - 2


def test_all_sizes_are_tried() -> None:
    """The largest, the smallest but for a few, and every size between are among the chosen."""
    sizes = sorted(inhabitants for _, inhabitants in rows().values())
    chosen = sorted(rows()[number][1] for number in CHOSEN)

    assert chosen[-1] == sizes[-1]
    assert chosen[0] in sizes[:3]
    for low, high in ((1_000, 5_000), (5_000, 15_000), (20_000, 60_000), (100_000, 250_000)):
        assert any(low <= size < high for size in chosen)


def test_pages_are_small(pages: dict[str, str]) -> None:
    """No page of a municipality or county is heavier than 25 kB, the list of all than 100 kB."""
    sizes = {folder: len(page.encode()) for folder, page in pages.items()}

    assert sizes.pop("") < 100_000
    assert max(sizes.values()) < 25_000
