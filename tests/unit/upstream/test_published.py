"""What a council has decided comes back from the catalogue of its strategy as it was written."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from living_strategy.exports import catalogue as written
from living_strategy.exports.export import Release
from living_strategy.model import catalogue_reading as reading
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.catalogue import Catalogue
from living_strategy.model.catalogue_reading import RefusedCatalogue, read_catalogue
from living_strategy.model.published_adoptions import PublishedAdoptions
from tests.factories import inspect_files, valid_files
from tests.national import ADDRESS, SITE, a_catalogue, a_national_goal, pinned_files

SETTINGS = "strategy/strategy.yml"
NATIONAL = "upstream: [{name: ks, title: Den <nasjonale> strategien}]\n"
GOAL = a_national_goal()
NATIONAL_CATALOGUE = a_catalogue(GOAL, a_national_goal("data", aliases=["deling"]))
ADOPTED = f"""\
state: adapted
against: {{version: v1, hash: {GOAL.decided}}}
reason: Vi går lenger & raskere.
decision: {{body: Kommunestyret, case: PS 45/26, date: 2026-06-18, url: "https://a.example/sak"}}
next_review: 2027-06
overlays: [{{field: title, text: <b>Personvern</b>, base: {GOAL.hashes["title"]}}}]
"""


def rendered(files: dict[str, str | bytes | None]) -> bytes:
    """The catalogue of the valid strategy with these files."""
    settings = {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}"}
    graph = inspect_files(settings | files).graph
    (file,) = written.render(graph, lambda entry: f"{entry.id}/", Release())
    return file.content


@pytest.fixture(scope="module")
def raw() -> bytes:
    """The catalogue of a strategy that has treated one goal of its upstream, and planned one."""
    planned = "state: planned\nplanned: 2027\n"
    adoption = {"adoption/ks/personvern.yml": ADOPTED, "adoption/ks/deling.yml": planned}
    return rendered(pinned_files(NATIONAL_CATALOGUE) | adoption)


def test_what_was_decided_is_read(raw: bytes) -> None:
    """With version, decision and local wording, under the id of today, and whose it is."""
    catalogue = read_catalogue(raw)
    assert isinstance(catalogue, Catalogue)
    (group,) = catalogue.adoptions

    assert (group.upstream, group.title) == ("ks", "Den <nasjonale> strategien")
    assert (group.version, group.address, group.site) == ("v1", ADDRESS, SITE)
    assert group.sha256 == hashlib.sha256(NATIONAL_CATALOGUE).hexdigest()
    assert list(group.records) == ["data", "personvern"]
    adapted = group.records["personvern"]
    assert (adapted.state, str(group.records["data"].planned)) == (AdoptionState.ADAPTED, "2027")
    assert adapted.decision
    assert (adapted.decision.case, str(adapted.decision.date)) == (
        "PS 45/26", "2026-06-18",
    )  # fmt: skip
    assert adapted.against
    assert adapted.against.hash == GOAL.decided
    assert adapted.overlays[0].text == "<b>Personvern</b>"
    assert group.wire() == json.loads(raw)["adoptions"][0]


def test_without_a_pin_records_stand_as_they_are_written() -> None:
    """And what is decided changes no hash of the strategy itself."""
    raw = rendered({"adoption/ks/deling.yml": "state: planned\nplanned: 2027\n"})
    catalogue = read_catalogue(raw)
    assert isinstance(catalogue, Catalogue)

    (group,) = catalogue.adoptions
    assert group == PublishedAdoptions(
        "ks", "Den <nasjonale> strategien", records={"deling": group.records["deling"]}
    )
    without = read_catalogue(rendered({}))
    assert isinstance(without, Catalogue)
    assert without.hash == catalogue.hash


def test_who_follows_nobody_says_nothing() -> None:
    """There is no key, so that catalogues stay as they are."""
    files = {SETTINGS: str(valid_files()[SETTINGS])}

    assert b'"adoptions"' not in rendered(files)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"address": "javascript:alert(1)"}, RefusedCatalogue(reading.UNSAFE_ADDRESS)),
        ({"site": "https://a.example"}, RefusedCatalogue(reading.UNSAFE_ADDRESS)),
        ({"upstream": "../x"}, RefusedCatalogue(reading.NOT_A_CATALOGUE)),
        ({"sha256": "1"}, RefusedCatalogue(reading.WRONG_HASH)),
        ({"records": [{"id": "a", "state": "adopted"}] * 2}, RefusedCatalogue(reading.TWICE)),
        ({"records": [{"id": "a", "state": "x"}]}, RefusedCatalogue(reading.NOT_A_CATALOGUE, "a")),
        ({"records": [{"id": "a/b"}]}, RefusedCatalogue(reading.NOT_A_CATALOGUE)),
        (
            {"records": [{"id": "a", "state": "adopted", "reason": " javascript:x"}]},
            RefusedCatalogue(reading.UNSAFE_ADDRESS),
        ),
    ],
)  # fmt: skip
def test_what_nobody_should_read_is_refused(
    raw: bytes, change: dict[str, Any], refused: RefusedCatalogue
) -> None:
    """Whoever collects decisions from many sites believes none of them."""
    data = json.loads(raw)
    data["adoptions"][0] |= change

    assert read_catalogue(json.dumps(data).encode()) == refused


def test_what_a_later_program_adds_is_left_out(raw: bytes) -> None:
    """The record is still read."""
    data = json.loads(raw)
    data["adoptions"][0]["records"][0]["later"] = {"a": 1}

    assert read_catalogue(json.dumps(data).encode()) == read_catalogue(raw)
