"""Municipalities: every answer on a page, and the same as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from living_strategy.artifact import DataFile, Page
from living_strategy.model import Entry, Network
from living_strategy.site.pages.municipalities import view as municipalities
from tests.factories import a_measure, a_project
from tests.unit.site.pages.overviews import Read, a_context, read

NETWORK = Network.model_validate(
    {"id": "nett", "title": "Nett", "counties": ["46"], "members": ["4601"]}
)
PARTS = (
    NETWORK, a_measure(audience=["municipality"]),
    a_project(id="a", title="Første", participants=["4601"], status="completed",
        status_date="2019"),
    a_project(
        id="b", title="Andre", participants=["nett"], lead="nett", status_date="2026",
        description="Kinn kommune spurte først.",
    ),
)  # fmt: skip


def shown(root: Path, *entries: Entry) -> tuple[Read, dict[str, Any]]:
    """The page and the data of a strategy."""
    context = a_context(root, *entries)
    page, file = municipalities.render(context.graph, context)
    assert isinstance(page, Page)
    assert isinstance(file, DataFile)
    assert file.path == "municipalities/places.json"
    return read(page), json.loads(file.content)


def test_every_place_is_on_the_page(tmp_path: Path) -> None:
    """Those that a source names with what it names them for, the others by name."""
    page, data = shown(tmp_path, *PARTS)

    assert "Bergen: Første, Nett" in page.blocks
    assert "Kinn: its name stands here: Andre" in page.blocks
    assert (
        "1 of 357 municipalities are listed as participants or members by our sources. 1 "
        "more is named on a page here. The others may take part all the same: few sources"
        " list participants."
    ) in page.blocks
    assert "Networks for the county: Nett." in page.blocks
    for name in ("Herøy (Nordland)", "Herøy (Møre og Romsdal)", "Våler (Østfold)", "Kárášjohka"):
        assert name in page.text
    names = [name.split(" - ")[0] for _, name, *_ in data["places"]]
    assert [name for name in names if name not in page.text] == []


def test_data_name_entries_by_place_in_a_list(tmp_path: Path) -> None:
    """Number, name, projects, networks that name it, networks nearby, where its name stands."""
    _, data = shown(tmp_path, *PARTS)

    places = {row[0]: row[1:] for row in data["places"]}
    assert len(places) == 372
    assert places["4601"] == ["Bergen", [0], [0], [], []]
    assert places["4602"] == ["Kinn", [], [], [0], [0]]
    assert data["networks"] == [["Nett", "networks/nett/", [1]]]
    assert data["projects"] == [
        ["Første", "projects/a/", "completed", "Completed (2019)", False],
        ["Andre", "projects/b/", "ongoing", "Ongoing (2026)", False],
    ]
    assert data["mentions"] == [["Andre", "projects/b/"]]
    assert data["open"]["46"] == [[1], []]
    assert data["open"]["50"] == [[], []]
