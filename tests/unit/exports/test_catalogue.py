"""catalogue.json parses back to what was written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from living_strategy.exports import catalogue
from living_strategy.exports.export import Release
from living_strategy.history.event import Event, History, Nature
from living_strategy.model import KINDS, Framework
from living_strategy.model.catalogue import EditionReference, digest, entry_digest
from tests.factories import a_goal, a_measure, an_area
from tests.unit.site.pages.overviews import a_context

INDICATOR = {
    "id": "i", "title": "Andel", "unit": "percent", "direction": "up",
    "baseline": {"date": "2019", "value": "12.5"}, "target": {"value": "100"},
    "values": [{"date": "2020", "value": "0.10"}],
}  # fmt: skip
AGENDA = Framework.model_validate(
    {"id": "agenda", "title": "Agenda", "goals": [{"id": "en", "title": "Én"}]}
)


def _bytes(root: Path, *entries: Any, **settings: Any) -> bytes:
    context = a_context(root, *entries, **settings)
    (file,) = catalogue.render(context.graph, context.addresses.entry)
    assert file.path == "data/catalogue.json"
    return file.content


def _read(root: Path, *entries: Any, **settings: Any) -> dict[str, Any]:
    catalogue: dict[str, Any] = json.loads(_bytes(root, *entries, **settings))
    return catalogue


def test_head_says_what_and_whose_it_is(tmp_path: Path) -> None:
    """Format, version, strategy and licence come before the entries."""
    data = _read(tmp_path, owner="ks", vision={"text": "Gode tjenester."}, period={"start": "2017"})

    assert data["format"] == "living-strategy catalogue"
    assert data["version"] == 2
    assert data["path"] == "data/catalogue.json"
    assert data["strategy"] == {
        "title": "Strategy", "language": "en", "owner": "ks", "period": {"start": "2017"},
        "vision": {"text": "Gode tjenester."},
    }  # fmt: skip
    assert data["licence"]["title"] == "NLOD 2.0"
    assert list(data["kinds"]) == [kind.kind for kind in KINDS]


def test_an_entry_has_its_fields_as_written_and_no_empty_ones(tmp_path: Path) -> None:
    """Its address and source file are added."""
    area = an_area(summary="Kort æøå.", description="# To\n\nlinjer\n")
    data = _read(tmp_path, area)

    fields = {
        "id": "omrade", "title": "Område", "summary": "Kort æøå.",
        "description": "# To\n\nlinjer\n", "as_of": "2024",
        "sources": [{"title": "Strategien", "publisher": "KS"}],
    }  # fmt: skip
    facts = {"address": "areas/omrade/", "source_file": "area/omrade.md", "state": "in_force"}
    (written,) = data["kinds"]["area"]
    decided = written.pop("decided")
    assert decided == digest(
        {"title": "Område", "summary": "Kort æøå.", "description": "# To\n\nlinjer\n"}
    )
    assert written.pop("hash") == entry_digest("area", fields, decided)
    assert written.pop("hashes") == {name: digest(value) for name, value in fields.items()}
    assert written == fields | facts


def test_what_the_site_knows_stands_beside_the_strategy(tmp_path: Path) -> None:
    """The day, the address and the editions; none of it is in the hash of the contents."""
    context = a_context(tmp_path, an_area())
    edition = EditionReference("v1", "2026-11", "data/editions/v1/catalogue.json", "0" * 64)
    release = Release(date="2026-11-29", url="https://a.example/", editions=(edition,))
    (file,) = catalogue.render(context.graph, context.addresses.entry, release)
    data = json.loads(file.content)

    assert data["edition"] == {"date": "2026-11-29"}
    assert data["site"] == "https://a.example/"
    assert data["editions"] == [
        {"name": "v1", "date": "2026-11", "path": edition.path, "sha256": "0" * 64}
    ]
    assert data["hash"] == _read(tmp_path, an_area())["hash"]


def test_what_is_gone_leaves_a_tombstone(tmp_path: Path) -> None:
    """It was removed, or another entry took it over; what came back or was renamed is no such."""
    day = date(2026, 3, 1)

    def event(entry: str, nature: Nature, other: str = "") -> Event:
        return Event("k", "goal", entry, f"Om {entry}", nature, day, "r", "s", other=other)

    history = History(
        events=(
            event("borte", Nature.NEW), event("borte", Nature.REMOVED),
            event("slatt-sammen", Nature.MERGED, "mal"),
            event("mal", Nature.REMOVED), event("Ikke id", Nature.REMOVED),
        )
    )  # fmt: skip
    context = a_context(tmp_path, an_area(), a_goal())
    (file,) = catalogue.render(context.graph, context.addresses.entry, Release(history=history))

    assert json.loads(file.content)["removed"] == [
        {"kind": "goal", "id": "borte", "title": "Om borte", "date": "2026-03-01"},
        {
            "kind": "goal", "id": "slatt-sammen", "title": "Om slatt-sammen",
            "date": "2026-03-01", "replaced_by": ["mal"],
        },
    ]  # fmt: skip


def test_an_entry_says_what_took_over_and_when_it_changed(tmp_path: Path) -> None:
    """Both ways, and with the class of the last change."""
    old = a_goal(id="gammelt", retired={"date": "2026", "reason": "Nytt", "replaced_by": "mal"})
    change = Event("k", "goal", "mal", "Mål", Nature.NEW, date(2026, 1, 2), "r", "s")
    context = a_context(tmp_path, an_area(), a_goal(), old)
    release = Release(history=History(events=(change,)))
    (file,) = catalogue.render(context.graph, context.addresses.entry, release)
    before, after = json.loads(file.content)["kinds"]["goal"]

    assert (before["state"], before["replaced_by"]) == ("retired", ["mal"])
    assert (after["state"], after["replaces"]) == ("in_force", ["gammelt"])
    assert after["last_change"] == {"date": "2026-01-02", "class": "new"}
    assert "last_change" not in before


def test_what_was_split_names_all_that_took_over(tmp_path: Path) -> None:
    """Each of them says that it took over; so does one that several were merged into."""
    halves = {"date": "2026", "reason": "Delt", "split_into": ["mal", "nytt"]}
    merged = {"date": "2026", "reason": "Slått sammen", "replaced_by": "mal"}
    context = a_context(
        tmp_path,
        an_area(),
        a_goal(),
        a_goal(id="nytt"),
        a_goal(id="gammelt", retired=halves),
        a_goal(id="eldre", retired=merged),
    )
    (file,) = catalogue.render(context.graph, context.addresses.entry)
    goals = {goal["id"]: goal for goal in json.loads(file.content)["kinds"]["goal"]}

    assert goals["gammelt"]["replaced_by"] == ["mal", "nytt"]
    assert goals["mal"]["replaces"] == ["gammelt", "eldre"]
    assert goals["nytt"]["replaces"] == ["gammelt"]


def test_links_are_given_both_ways(tmp_path: Path) -> None:
    """What an entry declares and what others declare to it stand apart."""
    goal = a_goal(frameworks=["agenda/en"])
    data = _read(tmp_path, AGENDA, an_area(), goal, a_measure(id="b"), a_measure(id="a"))

    (goal,) = data["kinds"]["goal"]

    assert goal["links"] == [
        {"relation": "belongs_to", "target": "omrade"},
        {"relation": "supports", "target": "agenda", "part": "en"},
    ]
    assert goal["linked_from"] == [
        {"relation": "served_by", "source": "a"}, {"relation": "served_by", "source": "b"},
    ]  # fmt: skip
    assert data["kinds"]["framework"][0]["linked_from"] == [
        {"relation": "supported_by", "source": "mal", "part": "en"}
    ]


def test_indicator_values_are_numbers(tmp_path: Path) -> None:
    """Whole numbers have no decimals."""
    bare = {key: INDICATOR[key] for key in ("title", "unit", "direction")} | {"id": "j"}
    data = _read(tmp_path, an_area(), a_goal(indicators=[INDICATOR, bare]))

    full, empty = data["kinds"]["goal"][0]["indicators"]

    assert full["baseline"]["value"] == 12.5
    assert full["target"]["value"] == 100
    assert isinstance(full["target"]["value"], int)
    assert full["values"][0]["value"] == 0.1
    assert "values" not in empty


def test_bytes_are_indented_utf8_in_the_order_of_ids(tmp_path: Path) -> None:
    """The same text as a plain JSON writer gives, whatever the order of files."""
    entries = [an_area(id="b"), an_area(id="a", title="Å")]

    written = _bytes(tmp_path, *entries)

    assert written == _bytes(tmp_path, *reversed(entries))
    assert "Å".encode() in written
    again = json.dumps(json.loads(written), ensure_ascii=False, indent=1) + "\n"
    assert written.decode() == again


def test_gains_are_numbers(tmp_path: Path) -> None:
    """Costs are whole kroner; what is to be gained and what is reached need not be whole."""
    costs = [{"year": 2026, "operating": 0, "undivided": 7}]
    gains = [
        {"title": "Tid", "unit": "hours", "amount": "1200", "reached": "0"},
        {"title": "Utslipp", "unit": "tonnes", "amount": "1.5"},
        {"title": "Ro", "unit": "persons"},
    ]
    data = _read(tmp_path, an_area(), a_goal(), a_measure(costs=costs, gains=gains))

    (measure,) = data["kinds"]["measure"]
    assert measure["costs"] == costs
    assert measure["gains"] == [
        {"title": "Tid", "unit": "hours", "amount": 1200, "reached": 0},
        {"title": "Utslipp", "unit": "tonnes", "amount": 1.5},
        {"title": "Ro", "unit": "persons"},
    ]


def test_what_is_reported_leaves_what_is_decided_as_it_is(tmp_path: Path) -> None:
    """New figures, sources and dates of review ask no council again; another target does."""

    def decided(**changes: Any) -> str:
        data = _read(tmp_path, an_area(), a_goal(**{"indicators": [INDICATOR]} | changes))
        written: str = data["kinds"]["goal"][0]["decided"]
        return written

    value = {"date": "2021", "value": "50"}
    measured = {**INDICATOR, "values": [value], "note": "Nytt tall."}
    raised = {**INDICATOR, "target": {"value": "90"}}

    same = decided()
    assert decided(indicators=[measured], reviewed="2026", number="1", aliases=["for"]) == same
    assert decided(indicators=[raised]) != same
    assert decided(title="Et annet mål") != same
