"""Every pydantic error becomes a code with particulars."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from living_strategy.content.field_types import is_choice, is_number, model_at, trait_at, types_at
from living_strategy.content.source_file import SourceFile
from living_strategy.content.validate import (
    CODE_OF_ERROR,
    MAX_FAULTS,
    id_from,
    salvage,
    type_name,
    validate,
)
from living_strategy.content.yaml.yaml_reader import KeyPath, read_yaml
from living_strategy.language.particulars import TypeName
from living_strategy.model import Area, Goal, Measure, Network, Project
from living_strategy.model.entry import Entry
from living_strategy.settings import Settings
from tests.factories import a_measure

FIELDS = {"id": "tiltak", "title": "Tiltak", "goals": ["mal"], "status": "ongoing"}


def _faults(changes: dict[str, Any]) -> list[tuple[str, str, dict[str, str]]]:
    source = SourceFile("measures/tiltak.md", json.dumps(changes))
    findings = validate(Measure, FIELDS | changes, source, (), "tiltak")[1]
    return [(finding.code, finding.location.field, dict(finding.params)) for finding in findings]


def test_valid() -> None:
    """Valid data is a model without findings."""
    measure, faults = validate(Measure, FIELDS, SourceFile("a", ""), (), "tiltak")

    assert (measure, faults) == (a_measure(as_of=None, sources=()), [])


@pytest.mark.parametrize(
    ("changes", "code", "field", "params"),
    [
        ({"title": ""}, "empty-value", "title", {"field": "title", "value": ""}),
        ({"title": " "}, "empty-value", "title", {"field": "title", "value": " "}),
        ({"goals": [None]}, "empty-value", "goals[0]", {"field": "goals", "value": "empty"}),
        ({"goals": []}, "too-few-values", "goals", {"field": "goals", "value": "list"}),
        ({"status": "Ongoing"}, "unknown-choice", "status", {"near": "ongoing"}),
        (
            {"status": ["x"]},
            "wrong-type",
            "status",
            {"expected_type": TypeName("text"), "found_type": TypeName("list")},
        ),
        (
            {"title": {}},
            "wrong-type",
            "title",
            {"expected_type": TypeName("text"), "found_type": TypeName("mapping")},
        ),
        ({"period": "2018"}, "wrong-type", "period", {"expected_type": TypeName("mapping")}),
        ({"goals": "mal"}, "wrong-type", "goals", {"example": "goals: [kortere-ventetid]"}),
        (
            {"costs": [{"year": []}]},
            "wrong-type",
            "costs[0].year",
            {"expected_type": TypeName("number")},
        ),
        ({"costs": [{"year": "to"}]}, "bad-number", "costs[0].year", {"value": "to"}),
        (
            {"costs": [{"year": "1" * 5000}]},
            "number-out-of-range",
            "costs[0].year",
            {"limit": "≤ 1 000 000 000 000"},
        ),
        (
            {"costs": [{"year": "2020", "operating": "9" * 400}]},
            "number-out-of-range",
            "costs[0].operating",
            {"limit": "≤ 1 000 000 000 000"},
        ),
        (
            {"costs": [{"year": "2020", "investment": "-" + "9" * 5000}]},
            "number-out-of-range",
            "costs[0].investment",
            {"limit": "≥ 0"},
        ),
        ({"number": "1" * 5000}, "value-too-long", "number", {"limit": "40"}),
        ({"title": "x" * 301}, "value-too-long", "title", {"limit": "300"}),
        ({"title": "ord " * 60_000}, "value-too-long", "title", {"limit": "300"}),
        ({"note": "x" * 3_001}, "value-too-long", "note", {"limit": "3000"}),
        (
            {"title": "\u200b\u00ad\u3164"},
            "empty-value",
            "title",
            {"case": "unseen", "character": "U+200B"},
        ),
        ({"status_date": ""}, "empty-value", "status_date", {"value": ""}),
        ({"status": " "}, "empty-value", "status", {"value": " "}),
        ({"as_of": "0001"}, "number-out-of-range", "as_of", {"limit": "1800–2100"}),
        ({"as_of": "9999-12-31"}, "number-out-of-range", "as_of", {"limit": "1800–2100"}),
        ({"as_of": "2024\u201101\u00a0"}, "bad-date", "as_of", {"near": "2024-01"}),
        ({"aliases": ["a"] * 1_001}, "too-many-values", "aliases", {"limit": "1000"}),
        (
            {"milestones": [{"title": "a", "date": "2020"}] * 2_000},
            "too-many-values",
            "milestones",
            {"limit": "1000"},
        ),
        (
            {"period": dict.fromkeys(map(str, range(1_001)))},
            "too-many-values",
            "period",
            {"limit": "1000"},
        ),
        ({"costs": [{"year": "12.5"}]}, "bad-number", "costs[0].year", {}),
        ({"costs": [{"year": "1"}]}, "number-out-of-range", "costs[0].year", {"limit": "≥ 1900"}),
        (
            {"costs": [{"year": "9999"}]},
            "number-out-of-range",
            "costs[0].year",
            {"limit": "≤ 2100"},
        ),
        ({"goals": ["Mål"]}, "bad-id", "goals[0]", {"near": "mal", "value": "Mål"}),
        ({"goals": ["x" * 122]}, "value-too-long", "goals[0]", {"limit": "121"}),
        ({"as_of": "nå"}, "bad-date", "as_of", {"value": "nå"}),
        ({"as_of": "2018-13"}, "impossible-date", "as_of", {"value": "2018-13"}),
        ({"sources": [{"title": "x", "url": "x"}]}, "bad-web-address", "sources[0].url", {}),
        ({"sources": [{}]}, "missing-field", "sources[0].title", {"field": "title", "value": ""}),
        (
            {"sources": [{}]},
            "missing-field",
            "sources[0].title",
            {"example": 'title: "Lokalavisen: Ny strategi er vedtatt"'},
        ),
        ({"status": "Pågår"}, "unknown-choice", "status", {"near": "ongoing"}),
        ({"status": "pågar"}, "unknown-choice", "status", {"near": "ongoing"}),
        ({"status": "Føreslått"}, "unknown-choice", "status", {"near": "proposed"}),
        ({"status": "rødt"}, "unknown-choice", "status", {"near": ""}),
        ({"ansvarlig": ["ks"]}, "unknown-field", "ansvarlig", {"near": "responsible"}),
        ({"Ansvarleg": ["ks"]}, "unknown-field", "Ansvarleg", {"near": "responsible"}),
        ({"titel": "x"}, "unknown-field", "titel", {"near": "title"}),
    ],
)
def test_fault(changes: dict[str, Any], code: str, field: str, params: dict[str, str]) -> None:
    """Each mistake is one finding with its code, field and particulars."""
    [(found_code, found_field, found_params)] = _faults(changes)

    assert (found_code, found_field) == (code, field)
    assert params.items() <= found_params.items()


@pytest.mark.parametrize(
    "text",
    [
        "aliases: [" + "a," * 1_001 + "]",
        "aliases: [" + "a,\n" * 501 + "a,a," * 250 + "]",
        "aliases:" + "\n- a" * 1_001,
        "aliases: {" + ",".join(f"a{number}: b" for number in range(1_001)) + "}",
        "partners: &list [" + "a," * 1_001 + "]\naliases: *list",
    ],
)
def test_too_many_values(text: str) -> None:
    """However a list is written, it is not read when it has more values than anybody reads."""
    data = FIELDS | read_yaml(text).data
    faults = validate(Measure, data, SourceFile("measures/tiltak.md", text), (), "tiltak")[1]

    assert {fault.code for fault in faults} == {"too-many-values"}


def test_all_mistakes_at_once() -> None:
    """One wrong field does not hide another."""
    codes = [code for code, _, _ in _faults({"title": "", "as_of": "nå", "x": "y", "goals": []})]

    assert codes == ["empty-value", "bad-date", "too-few-values", "unknown-field"]


def test_fields_beside_an_unknown_one() -> None:
    """The fields allowed are those of the part; `id` only where editors write it."""
    allowed = {
        field: set(params["allowed"].split(", "))
        for _, field, params in _faults({"x": "y", "period": {"x": "y"}})
    }

    assert allowed["period.x"] == {"start", "end"}
    assert "id" not in allowed["x"]
    area = validate(Area, {"id": "a", "title": "A", "x": "y"}, SourceFile("a", ""), (), "a")[1]
    assert "id" in area[0].params["allowed"].split(", ")
    settings = validate(Settings, {"title": "A", "aeras": "y"}, SourceFile("a", ""), (), "")[1]
    assert settings[0].params["near"] == "areas"


def test_invalid_value() -> None:
    """A form that has no code of its own is shown with an example."""
    data = {"title": "N", "places": "x" * 100}
    [fault] = validate(Settings, data, SourceFile("a", ""), (), "")[1]

    example = {
        "field": "places",
        "value": "x" * 77 + "…",
        "example": "places: registers/places.csv",
    }
    assert (fault.code, fault.params) == ("invalid-value", example)


def test_bounded() -> None:
    """A hostile file cannot make more findings than anybody reads; the last one counts the rest."""
    faults = _faults({f"x{number}": "y" for number in range(1000)})

    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1] == ("more-findings", "x199", {"name": "unknown-field", "count": "800"})


ADDRESSES = [
    "https://[", "https://a\u2100b.no/", "https:///sti", "https://ks.no:x/", "https://ks.no:99999/",
    "http://a@ks.no/", "https://ks.no\\@a.no/", "https://%6bs.no/", "https://" + "a" * 2_001,
]  # fmt: skip
HOLDERS: dict[str, tuple[type[BaseModel], dict[str, Any]]] = {
    "sources[0].url": (Goal, {"sources": [{"title": "x", "url": "?"}]}),
    "decisions[0].url": (Goal, {"decisions": [{"title": "x", "date": "2020", "url": "?"}]}),
    "updates[0].source": (Goal, {"updates": [{"text": "x", "date": "2020", "source": "?"}]}),
    "indicators[0].baseline.source": (
        Goal,
        {"indicators": [{"id": "a", "title": "x", "unit": "count", "direction": "up",
                         "baseline": {"date": "2020", "value": "1", "source": "?"}}]},
    ),
    "indicators[0].target.source": (
        Goal,
        {"indicators": [{"id": "a", "title": "x", "unit": "count", "direction": "up",
                         "target": {"value": "1", "source": "?"}}]},
    ),
    "funding[0].source": (Project, {"funding": [{"source": "?"}]}),
    "involvement[0].source": (
        Project, {"involvement": [{"step": "pilot", "involved": "yes", "source": "?"}]}
    ),
    "website": (Network, {"website": "?"}),
    "contact": (Settings, {"contact": "?"}),
    "security_contact": (Settings, {"security_contact": "?"}),
    "vision.url": (Settings, {"vision": {"text": "x", "url": "?"}}),
    "text_licence.url": (Settings, {"text_licence": {"title": "x", "url": "?"}}),
    "accessibility_statement.url": (
        Settings, {"accessibility_statement": {"url": "?", "date": "2020"}}
    ),
}  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("field", HOLDERS)
def test_addresses(field: str, address: str) -> None:
    """What no program can follow is a finding, in every field that holds an address."""
    model, changes = HOLDERS[field]
    data = json.loads(json.dumps(changes).replace('"?"', json.dumps(address)))
    findings = validate(model, data, SourceFile("a", ""), (), "a")[1]

    codes = {finding.location.field: finding.code for finding in findings}
    assert codes[field] in ("bad-web-address", "invalid-value")


@pytest.mark.parametrize(
    "address", ["https://[::1]/x", "https://ks.no:80/a?b#c", "http://blåbær.no"]
)
@pytest.mark.parametrize("field", HOLDERS)
def test_good_addresses(field: str, address: str) -> None:
    """Ports, other letters and numbers in brackets are addresses too."""
    model, changes = HOLDERS[field]
    data = json.loads(json.dumps(changes).replace('"?"', json.dumps(address)))
    findings = validate(model, data, SourceFile("a", ""), (), "a")[1]

    assert field not in {finding.location.field for finding in findings} or "contact" in field


def test_unlisted_error_is_invalid_value() -> None:
    """An error type without a code of its own becomes `invalid-value`."""
    assert "url_parsing" not in CODE_OF_ERROR
    assert set(ErrorDetails.__required_keys__) >= {"type", "loc", "input"}


@pytest.mark.parametrize("kind", [Measure, Goal, Project])
def test_salvage(kind: type[Entry]) -> None:
    """Wrong fields are left out, required ones stood in for, so that the rest can be checked."""
    data = {"id": "x", "title": "", "note": "Sant", "as_of": "nå", "status": "x", "standing": []}
    faults = validate(kind, data, SourceFile("a", ""), (), "x")[1]
    entry, dropped = salvage(kind, data, faults)

    assert entry is not None
    assert (entry.note, entry.as_of) == ("Sant", None)
    assert {"title", "as_of", "status"} <= dropped


def test_salvage_needs_an_id() -> None:
    """An area without a valid id cannot be told apart from others."""
    for data in ({"title": "A"}, {"id": "Å", "title": "A"}):
        faults = validate(Area, data, SourceFile("a", ""), (), "")[1]
        assert salvage(Area, data, faults)[0] is None


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Innebygd personvern", "innebygd-personvern"), (" Mål & Ære! ", "mal-aere"),
        ("Sámi Čállin Ŋ", "sami-callin-n"), ("---", ""), ("x" * 100, "x" * 80), ("Crème", "creme"),
    ],
)  # fmt: skip
def test_id_from(text: str, made: str) -> None:
    """Any text gives an id to propose."""
    assert id_from(text) == made


def test_type_name() -> None:
    """Values have a word for what they are."""
    values: list[object] = [{}, [], (), None, "x"]

    assert [type_name(value) for value in values] == [
        "mapping", "list", "list", "empty", "text"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "number", "choice"),
    [
        (("costs", 0, "year"), True, False), (("status",), False, True), (("title",), False, False),
        (("audience", 1), False, True), (("unknown",), False, False), ((), False, False),
        (("unknown", "deeper", "still"), False, False),
    ],
)  # fmt: skip
def test_field_types(path: KeyPath, number: bool, choice: bool) -> None:
    """A path leads to the types behind a field, through lists."""
    assert (is_number(Measure, path), is_choice(Measure, path)) == (number, choice)


def test_field_lookups() -> None:
    """Owners, declarations and values of mappings are found by path."""
    assert model_at(Measure, ("costs", 0)) is Measure.model_fields["costs"].annotation.__args__[0]  # type: ignore[union-attr]
    assert model_at(Measure, ("title", "x")) is None
    assert (trait := trait_at(Measure, ("costs", 0, "year")))
    assert trait.example == "2027"
    assert trait_at(Measure, ("unknown",)) is None
    assert is_choice(Settings, ("severity", "orphan"))
    assert types_at(Measure, ("title",)) == (str,)


def test_places_are_exact() -> None:
    """A finding stands at the value, an unknown field at its key."""
    text = "id: tiltak\ntitle: Tiltak\ngoals: [mal, Å]\nstatus: ongoing\nx: y\n"
    source = SourceFile("a.yml", text)
    findings = validate(Measure, read_yaml(text).data, source, (), "tiltak")[1]

    assert [(finding.location.line, finding.location.column) for finding in findings] == [
        (3, 14),
        (5, 1),
    ]
