"""A climate plan of a Swedish municipality: lists, currency, law and alphabet of its own."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from living_strategy.adapters.plain.build import build_site
from tests.browser.validators import schema_faults
from tests.integration.site_support import MKDOCS, TODAY, host_build, program, write_texts

pytestmark = pytest.mark.site
SETTINGS = """\
title: Climate plan for Lund
language: en
owner: lund
contact: post@lund.example
publication: official
legal_profile: sweden
alphabet: sv
currency: SEK
accessibility_statement: {url: "https://lund.example/statement", date: 2026-05-04}
units:
  tonne-co2: {symbol: tonnes of CO2, one: tonne of CO2}
  gwh: {symbol: GWh, decimals: 1, minimum: 0}
audiences:
  pupils: pupils
  residents: everybody
  partners: {word: neighbours, counts_as: municipality}
organisation_types: {department: Department, region: {word: Region, counts_as: county}}
phases: {idea: Idea, building: Building, running: Running}
body_levels: {board: Board}
areas:
  - {id: energy, title: Energy}
"""
GOAL = """\
---
title: Less CO2
area: energy
standing: adopted
indicators:
  - id: emissions
    title: Emissions
    unit: tonne-co2
    direction: down
    baseline: {date: 2019, value: 745300, source: SCB}
    values: [{date: 2023, value: 690010, source: SCB}]
    target: {value: 1, date: 2045}
  - id: saved
    title: Saved
    unit: million_sek
    direction: up
    values: [{date: 2023, value: 1.5, source: SCB}]
---
"""
MEASURE = """\
---
title: Solar roofs
goals: [less-co2]
status: ongoing
responsible: [lund]
audience: [residents, pupils]
gains:
  - {title: Less power, unit: gwh, amount: 12, every: year}
  - {title: Lower bills, unit: sek, amount: 250000}
costs:
  - {year: 2026, operating: 250000}
  - {year: 2027, operating: 250000, investment: 3000000}
---
"""
PROJECT = """\
---
title: First roof
measures: [solar]
status: ongoing
phase: building
---
"""
FILES = {
    "mkdocs.yml": MKDOCS,
    "strategy/strategy.yml": SETTINGS,
    "strategy/registers/organisations.yml": "lund: {title: Lund, type: department}\n",
    "strategy/registers/bodies.yml": "board: {title: The board, level: board}\n",
    "goals/less-co2.md": GOAL,
    "measures/solar.md": MEASURE,
    "projects/first-roof.md": PROJECT,
}
TEXTS = {path: text.encode() for path, text in FILES.items()}


def _text(site: Path, page: str) -> str:
    """The words of a page, with ordinary spaces."""
    html = (site / page / "index.html").read_text("utf-8")
    words = re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(words).split())


@pytest.mark.parametrize("road", ["host", "plain"])
@pytest.mark.usefixtures("quick_builds")
def test_every_page(tmp_path: Path, road: str) -> None:
    """Values have their unit, choices their words and sums their currency, on both roads."""
    write_texts(tmp_path, TEXTS)
    site = tmp_path / "site"
    if road == "host":
        host_build(tmp_path)
    else:
        assert build_site(tmp_path, site, TODAY).pages

    goal, measure = _text(site, "goals/less-co2"), _text(site, "measures/solar")
    assert "690,010 tonnes of CO2 2023" in goal
    assert "down from 745,300 tonnes of CO2 in 2019. Target: 1 tonne of CO2 by 2045" in goal
    assert "SEK 1.5 million" in goal
    assert "For everybody, pupils" in measure
    assert "12.0 GWh a year" in measure
    assert "SEK 250,000" in measure
    assert "Costs by year, in Swedish kronor" in measure
    assert "Phase Building" in _text(site, "projects/first-roof")
    assert "Type Department" in _text(site, "organisations/lund")
    assert "Level Board" in _text(site, "bodies/board")
    assert "investment SEK 3,000,000" in _text(site, "four-year-plan")
    assert "690,010 tonnes of CO2 (2023)" in _text(site, "print")
    assert "Digg" in _text(site, "accessibility")
    assert "pupils (pupils)" not in _text(site, "data")
    foreign = re.compile(r"kroner|NOK|NLOD|uustatus|uutilsynet|Diskriminering|deed\.no")
    for page in site.rglob("*.html"):
        assert not foreign.search(page.read_text("utf-8")), page


@pytest.mark.usefixtures("quick_builds")
def test_open_data(tmp_path: Path) -> None:
    """Data have the keys, with what they mean beside them."""
    write_texts(tmp_path, TEXTS)
    build_site(tmp_path, tmp_path / "site", TODAY)

    catalogue = json.loads((tmp_path / "site/data/catalogue.json").read_text("utf-8"))
    assert catalogue["strategy"]["currency"] == "SEK"
    assert catalogue["strategy"]["units"]["gwh"]["symbol"] == "GWh"
    assert catalogue["kinds"]["measure"][0]["audience"] == ["residents", "pupils"]
    gains = (tmp_path / "site/data/gains.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[3] for line in gains[1:]] == ['"gwh"', '"sek"']
    excel = (tmp_path / "site/data/excel/gains.csv").read_text("utf-8-sig")
    assert '"GWh"' in excel
    assert '"Sums in Swedish kronor"' in excel


def test_schemas(tmp_path: Path) -> None:
    """The schema of the strategy takes its own values and no others, in the eyes of Ajv too."""
    write_texts(tmp_path, TEXTS)
    schemas = json.loads(program(tmp_path, "schema", "--all").stdout)

    measure = {"title": "A", "goals": ["less-co2"], "status": "ongoing"}
    gain = {"title": "A", "unit": "gwh"}
    project = {"title": "A", "measures": ["solar"], "status": "ongoing"}
    settings = {"title": "A", "units": {"gwh": {"symbol": "GWh"}}, "phases": {"a": "A"}}
    cases = {
        "measure": {
            "schema": schemas["measure"],
            "accepted": [measure | {"audience": ["pupils"], "gains": [gain]}],
            "refused": [
                measure | {"audience": ["staff"]},
                measure | {"gains": [gain | {"unit": "kroner"}]},
            ],
        },
        "project": {
            "schema": schemas["project"],
            "accepted": [project | {"phase": "building"}],
            "refused": [project | {"phase": "delivery"}],
        },
        "strategy": {
            "schema": schemas["strategy"],
            "accepted": [settings, settings | {"audiences": {"a": {"word": "A"}}}],
            "refused": [
                settings | {"units": {"G W": {"symbol": "GW"}}},
                settings | {"audiences": {"a": {"words": "A"}}},
                settings | {"legal_profile": "finland"},
            ],
        },
    }
    assert schema_faults(cases, tmp_path / "schemas.json") == {name: [] for name in cases}


def test_new_entries(tmp_path: Path) -> None:
    """What is written for a new entry has the strategy's own choices."""
    write_texts(tmp_path, TEXTS)
    program(tmp_path, "new", "project", "Second roof")

    text = (tmp_path / "projects/second-roof.md").read_text("utf-8")
    assert "# phase: idea  # Phase: idea (Idea), building (Building), running (Running)" in text
    assert "sek (Sums in Swedish kronor)" in " ".join(text.split())
    assert "kroner" not in text
