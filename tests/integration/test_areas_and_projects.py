"""A fund: priority areas and projects, and nothing between. What it has not is not on the site."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.integration.living_content import dump
from tests.integration.site_links import all_dead_links
from tests.integration.site_support import MKDOCS, TODAY, host_build, write_texts

pytestmark = [pytest.mark.site, pytest.mark.usefixtures("quick_builds")]
URL = "https://x.example/a/fond/"
KNOWN = {"as_of": "2018", "sources": [{"title": "Vedtaket", "publisher": "Byen"}]}
AREAS = {"helse": "Helse og velferd", "skole": "Utdanning", "energi": "Energi"}
# Two areas of one project, and one of several: a sum must not have it twice.
PROJECTS = {"tavle": ["helse"], "sensor": ["energi", "helse"], "app": ["skole"]}


def _fund() -> dict[str, bytes]:
    settings = {
        "title": "Fondet", "language": "nb", "contact": "post@fondet.example",
        "publication": "demonstration",
        "areas": [{"id": key, "title": title, **KNOWN} for key, title in AREAS.items()],
    }  # fmt: skip
    texts = {"strategy/strategy.yml": dump(settings), "mkdocs.yml": f"{MKDOCS}site_url: {URL}\n"}
    for number, (name, areas) in enumerate(PROJECTS.items(), 1):
        fields = {
            "title": f"Prosjekt {name}", "areas": areas, "status": "ongoing",
            "status_date": "2026-03", "costs": [{"year": 2026, "operating": number * 1000}],
            **KNOWN,
        }  # fmt: skip
        texts[f"projects/{name}.md"] = f"---\n{dump(fields)}---\n\nOm prosjektet.\n"
    return {path: text.encode() for path, text in texts.items()}


@pytest.fixture(scope="module", params=["plain", "mkdocs"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, quick_builds: None
) -> Path:
    """The site of the fund, on both roads."""
    root = tmp_path_factory.mktemp("fund")
    write_texts(root, _fund())
    if request.param == "plain":
        built = build_site(root, root / "site", TODAY, URL)
        assert [finding.code for finding in built.diagnostics] == ["history-missing"]
    else:
        host_build(root)
    return root / "site"


def _html(site: Path, page: str) -> str:
    return (site / page / "index.html").read_text("utf-8")


def _text(site: Path, page: str) -> str:
    """The words of a page, in one line."""
    content = _html(site, page).partition('id="ls-title"')[2]
    return " ".join(re.sub(r"<[^>]*>", " ", content).split())


def test_no_page_of_what_it_has_not(site: Path) -> None:
    """No empty list and overview, and nothing leads to one."""
    missing = ("mal", "tiltak", "resultater", "dekning", "finansiering", "involvering")

    assert [name for name in missing if (site / name).exists()] == []
    assert (site / "prosjekter/tavle/index.html").exists()
    assert list(all_dead_links(site, URL)) == []


def test_areas_have_their_projects(site: Path) -> None:
    """On the front page, on their own and on the map; nowhere is a goal spoken of."""
    front, area = _text(site, ""), _text(site, "omrader/helse")

    assert "Helse og velferd 2 prosjekter" in front
    listed = area.partition("Prosjekter i satsingsområdet ")[2]
    assert re.findall(r"Prosjekt \w+", listed)[:2] == ["Prosjekt sensor", "Prosjekt tavle"]
    assert "3 satsingsområder og 3 prosjekter." in _text(site, "kart")
    assert [page for page in ("", "omrader/helse", "kart") if "mål" in _text(site, page)] == []


def test_a_project_counts_once_in_sums(site: Path) -> None:
    """In plans it stands under its first area; in lists it is found by both."""
    plan = _text(site, "okonomiplan")
    facets = json.loads((site / "sok/facets.json").read_text("utf-8"))
    catalogue = json.loads((site / "data/catalogue.json").read_text("utf-8"))
    area = next(area for area in catalogue["kinds"]["area"] if area["id"] == "helse")
    incoming = [(link["relation"], link["source"]) for link in area["linked_from"]]

    assert "6 000" in plan.replace("\xa0", " ")
    assert sorted(incoming) == [("projects", "sensor"), ("projects", "tavle")]
    assert facets["prosjekter/sensor/"] == ["project", "ongoing", 2026, 0, ["helse", "energi"]]


def test_descriptions_name_what_there_is(site: Path) -> None:
    """On the map, in the search and in print, no goal and measure is spoken of."""
    found = {
        page: re.findall(r'<meta name="description" content="([^"]*)"', _html(site, page))
        for page in ("kart", "sok", "utskrift")
    }

    assert found == {
        "kart": ["Hvordan satsingsområder og prosjekter henger sammen."],
        "sok": ["Søk i satsingsområder, prosjekter og tekster."],
        "utskrift": ["Hele strategien på én side, til utskrift."],
    }
    assert '<h2 class="ls-part" id="ls-part-areas">Satsingsområder</h2>' in _html(site, "utskrift")
