"""What a strategy has switched off: no page, no file, no link and no word leads there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from living_strategy.adapters.plain.build import build_site
from living_strategy.language import Language
from living_strategy.model import KINDS
from living_strategy.model.own_words import language_of
from living_strategy.settings import Settings, Use
from living_strategy.site.addresses import Addresses
from tests.integration.living_content import LivingContent, dump
from tests.integration.site_links import all_dead_links
from tests.integration.site_support import MKDOCS, TODAY, host_build, write_texts
from tests.integration.small_strategy import FILES

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
URL = "https://x.example/a/plan/"
SWITCHES = tuple(Use.model_fields)
REGISTERS = {kind.register: kind for kind in KINDS if kind.register}
# The words of addresses: the living content has some of its own.
SMALL = Language.load("nb")
LIVING = language_of(
    Settings.model_validate({"title": "A", "terms": LivingContent().settings["terms"]})
)
TABLES = {register: kind.kind for register, kind in REGISTERS.items()}


def _without(value: Any, ids: frozenset[str]) -> Any:
    """The value without links to these entries, and without what is empty then; None if all is."""
    if isinstance(value, str):
        return None if value.partition("/")[0] in ids else value
    if isinstance(value, list):
        kept = [part for part in (_without(part, ids) for part in value) if part is not None]
        return kept or None
    if isinstance(value, dict):
        return {
            key: part
            for key, part in ((key, _without(part, ids)) for key, part in value.items())
            if part is not None
        }
    return value


def _living(*switches: str) -> dict[str, bytes]:
    """The living content with these switched off, and without what it has in their registers."""
    content = LivingContent()
    ids = frozenset(
        entry for name in switches if name in REGISTERS for entry in content.registers.pop(name)
    )
    content.settings = _without(content.settings, ids) | {"use": dict.fromkeys(switches, "off")}
    for occasions in ("adopted", "meetings"):
        content.settings[occasions] = [
            occasion for occasion in content.settings[occasions] if "body" in occasion
        ]
    content.areas = _without(content.areas, ids)
    content.registers = _without(content.registers, ids)
    for item in content.items.values():
        item.fields = _without(item.fields, ids)
    return content.texts() | {"mkdocs.yml": f"{MKDOCS}site_url: {URL}\n".encode()}


def _small(*switches: str) -> dict[str, bytes]:
    """The small strategy with these switched off; it has organisations alone."""
    texts = FILES | {"mkdocs.yml": f"{MKDOCS}site_url: {URL}\n"}
    texts["strategy/strategy.yml"] += dump({"use": dict.fromkeys(switches, "off")})
    return {path: text.encode() for path, text in texts.items()}


def _build(root: Path, texts: dict[str, bytes], road: str) -> Path:
    write_texts(root, texts)
    if road == "mkdocs":
        host_build(root)
    else:
        built = build_site(root, root / "site", TODAY, URL)
        assert built.pages, built.diagnostics
    return root / "site"


def _addresses(switch: str, language: Language = SMALL) -> list[str]:
    """Where the site would have something if it were on."""
    addresses = Addresses(language)
    if switch in REGISTERS:
        kind = REGISTERS[switch].kind
        return [addresses.index(kind), f"data/{kind}.csv", f"data/excel/{kind}.csv"]
    return [addresses.view({"strategy_map": "map"}.get(switch, switch.replace("_", "-")))]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, quick_builds: None) -> Path:
    """The site with everything on."""
    return _build(tmp_path_factory.mktemp("whole"), _living(), "plain")


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_switch_takes_away_what_it_names(switch: str, whole: Path, tmp_path: Path) -> None:
    """On a strategy with something of everything: what is there with everything on is gone, nothing
    else came, and every link of every page, redirect and map still leads somewhere.
    """
    site = _build(tmp_path, _living(switch), "plain")

    assert [path for path in _addresses(switch, LIVING) if not (whole / path).exists()] == []
    assert [path for path in _addresses(switch, LIVING) if (site / path).exists()] == []
    assert list(all_dead_links(site, URL)) == []
    assert {path.relative_to(site) for path in site.rglob("*")} < {
        path.relative_to(whole) for path in whole.rglob("*")
    }


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
@pytest.mark.parametrize("content", [_living, _small])
def test_everything_can_be_off_at_once(content: Any, road: str, tmp_path: Path) -> None:
    """On both roads, what is left is a whole site: goals, measures, projects and their like."""
    site = _build(tmp_path, content(*SWITCHES), road)

    language = SMALL if content is _small else LIVING
    gone = [path for switch in SWITCHES for path in _addresses(switch, language)]
    assert [path for path in gone if (site / path).exists()] == []
    assert list(all_dead_links(site, URL)) == []


@pytest.mark.parametrize(
    "switch",
    [SWITCHES[0], *(pytest.param(switch, marks=pytest.mark.matrix) for switch in SWITCHES[1:])],
)
def test_a_small_strategy_can_do_without_each(switch: str, tmp_path: Path) -> None:
    """Where there is little to begin with, nothing leads to what is off either."""
    site = _build(tmp_path, _small(switch), "plain")

    assert [path for path in _addresses(switch) if (site / path).exists()] == []
    assert list(all_dead_links(site, URL)) == []


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_a_page_of_ones_own_may_take_the_place(road: str, tmp_path: Path) -> None:
    """A map of somebody's own lies where the map of the site would, and links lead to it."""
    texts = _small("strategy_map")
    texts["strategy/kart.md"] = b"# Kartet vi tegnet\n"
    texts["strategy/om.md"] += b"\nSe [kartet](kart.md) og [kartet](/kart/).\n"
    site = _build(tmp_path, texts, road)

    assert "Kartet vi tegnet" in (site / "kart/index.html").read_text("utf-8")
    assert list(all_dead_links(site, URL)) == []


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_the_site_of_one_municipality_is_about_it(road: str, tmp_path: Path) -> None:
    """Without a look-up of all, the front page leads to those who take part: its units, other
    municipalities and others, each with a link to the work; the names of places are no links.
    """
    texts = _small("municipalities")
    texts["strategy/strategy.yml"] += b"owner: lillevik\n"
    texts["strategy/registers/organisations.yml"] += b"""\
lillevik:
  title: Lillevik kommune
  type: municipality
  as_of: 2024
  sources: [{title: Strategien, url: "https://www.ks.no/kommit"}]
"""
    texts["measures/veiledning.md"] = texts["measures/veiledning.md"].replace(
        b"responsible: [ks]", b"responsible: [lillevik]\nresponsible_unit: Biblioteket"
    )
    site = _build(tmp_path, texts, road)
    front = (site / "index.html").read_text("utf-8")
    told = (site / "hvem-leder-hva/index.html").read_text("utf-8").partition('id="ls-with-us"')[2]
    project = (site / "prosjekter/digihjelpen/index.html").read_text("utf-8")

    assert 'href="hvem-leder-hva/#ls-with-us"' in front
    assert re.findall(r"<h3>(.*?)</h3>|<strong>(?:<a[^>]*>)?(.*?)</|: <a[^>]*>(.*?)</a>", told) == [
        ("Våre egne enheter", "", ""),
        ("", "Biblioteket", ""),
        ("", "", "Veiledning på biblioteket"),
        ("Kommuner og fylker", "", ""),
        ("", "Oslo", ""),
        ("", "", "Digihjelpen"),
        ("Nettverk og andre", "", ""),
        ("", "KS", ""),
        ("", "", "Digihjelpen"),
    ]
    assert "<li>Oslo</li>" in project
    assert "data-places" not in front
    assert list(all_dead_links(site, URL)) == []


@pytest.mark.matrix
@pytest.mark.parametrize("content", [_living, _small])
@pytest.mark.parametrize("switch", SWITCHES)
def test_the_host_follows_each_switch(switch: str, content: Any, tmp_path: Path) -> None:
    """The menu and the frame of the host lead to nothing that is off."""
    site = _build(tmp_path, content(switch), "mkdocs")

    language = SMALL if content is _small else LIVING
    assert [path for path in _addresses(switch, language) if (site / path).exists()] == []
    assert list(all_dead_links(site, URL)) == []
