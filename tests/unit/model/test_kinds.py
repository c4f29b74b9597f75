"""What each kind accepts and refuses, field by field."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from living_strategy.model import ITEM_FOLDERS, KINDS, Entry
from living_strategy.model.help import attribute_texts, field_help
from living_strategy.model.relations import relations_of, written_references
from living_strategy.model.trait import Change, Origin, Trait
from living_strategy.model.types import classes_in, models_in
from living_strategy.model.values import Period, Source
from tests.factories import a_measure, a_project

BY_KIND = {kind.kind: kind for kind in KINDS}
SMALLEST: dict[str, dict[str, Any]] = {
    "area": {},
    "goal": {"area": "a", "standing": "proposed"},
    "measure": {"status": "planned"},
    "project": {"status": "paused"},
    "organisation": {"type": "agency"},
    "network": {},
    "body": {"level": "political"},
    "component": {},
    "scheme": {},
    "framework": {},
    "term": {"summary": "x"},
}
ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("area", {"frameworks": ["da", "da/mal-1"]}),
    ("goal", {"indicators": [{"id": "i", "title": "I", "unit": "rank", "direction": "down",
                              "target": {"value": "1.5"}, "note": "x"}]}),
    ("measure", {"audience": ["county", "staff"], "costs": [{"year": "2027", "operating": "5"}]}),
    ("measure", {"goals": ["a"], "areas": ["a"]}),
    ("project", {"measures": ["a"], "goals": ["a"], "areas": ["a"]}),
    ("measure", {"retired": {"date": "2024", "reason": "x", "replaced_by": "b"}}),
    ("measure", {"decisions": [{"date": "2024", "title": "x", "case": "15/57"}]}),
    ("project", {"phase": "idea", "funding": [{"note": "ukjent"}], "participants": ["0301", "46"]}),
    ("project", {"involvement": [{"step": "pilot"}]}),
    ("project", {"milestones": [{"title": "x", "date": "2024"}]}),
    ("organisation", {"number": "0301", "website": "https://ks.no"}),
    ("organisation", {"number": "46"}), ("organisation", {"number": "123456789"}),
    ("network", {"counties": ["46"], "grants": [{"year": "2023", "count": "2"}]}),
    ("body", {"members": ["ks"], "member_count": "11"}),
    ("component", {"adoption": [{"date": "2020", "count": "1"}], "maturity": "pilot"}),
    ("scheme", {"rules": ["x"], "amounts": [{"year": "2020"}]}),
    ("framework", {"goals": [{"id": "g", "title": "G"}], "follows": "f"}),
    ("term", {"forms": ["x", "y"]}),
]  # fmt: skip
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("area", {"frameworks": ["da/"]}), ("area", {"frameworks": ["Da"]}), ("area", {"x": "y"}),
    ("goal", {"area": ""}), ("goal", {"standing": "ja"}), ("goal", {"indicators": [{"id": "i"}]}),
    ("goal", {"indicators": [{"id": "i", "title": "I", "unit": "x", "direction": "up"}]}),
    ("measure", {"goals": []}), ("measure", {"goals": "a"}), ("measure", {"status": ""}),
    ("measure", {"audience": ["alle"]}), ("measure", {"costs": [{"year": "1899"}]}),
    ("measure", {"costs": [{"year": "2027", "operating": "-1"}]}),
    ("measure", {"milestones": [{"title": "x"}]}), ("measure", {"updates": [{"date": "2024"}]}),
    ("measure", {"areas": []}), ("project", {"goals": []}), ("project", {"areas": []}),
    ("measure", {"retired": {"date": "2024"}}), ("measure", {"period": ["2024"]}),
    ("project", {"measures": []}), ("project", {"phase": "drift"}),
    ("project", {"participants": [""]}), ("project", {"participants": ["x" * 121]}),
    ("project", {"total_cost": "1.5"}), ("project", {"involvement": [{"step": "x"}]}),
    ("organisation", {"type": "x"}), ("organisation", {"number": ""}),
    ("organisation", {"website": "ks.no"}), ("network", {"counties": [""]}),
    ("network", {"grants": [{}]}), ("body", {"level": "x"}), ("body", {"member_count": "-1"}),
    ("component", {"maturity": "x"}), ("component", {"adoption": [{"count": "1"}]}),
    ("scheme", {"amounts": [{"year": "20"}]}), ("scheme", {"rules": [""]}),
    ("framework", {"goals": [{"id": "G", "title": "G"}]}), ("framework", {"follows": "F"}),
    ("term", {"summary": None}), ("term", {"forms": [""]}),
]  # fmt: skip
COMMON_REFUSED: list[dict[str, Any]] = [
    {"title": ""}, {"title": None}, {"title": ["x"]}, {"id": "Å"}, {"id": "a--b"}, {"id": ""},
    {"id": "a\n"}, {"summary": " "}, {"aliases": ["Å"]}, {"aliases": "a"}, {"as_of": "nå"},
    {"sources": [{}]}, {"sources": [{"title": "x", "url": "ks.no"}]}, {"unknown": "x"},
]  # fmt: skip


def _make(kind: str, changes: dict[str, Any]) -> Entry:
    fields = {"id": "x", "title": "X"} | SMALLEST[kind] | changes
    return BY_KIND[kind].model_validate(fields)


@pytest.mark.parametrize("kind", SMALLEST)
def test_smallest(kind: str) -> None:
    """A kind needs little; everything else is missing and never made up."""
    entry = _make(kind, {})

    assert set(SMALLEST) == set(BY_KIND)
    assert entry.model_fields_set == {"id", "title", *SMALLEST[kind]}
    assert entry.summary == SMALLEST[kind].get("summary")
    assert (entry.as_of, entry.sources, entry.description) == (None, (), "")


@pytest.mark.parametrize(("kind", "changes"), ACCEPTED)
def test_accepted(kind: str, changes: dict[str, Any]) -> None:
    """What editors may write is read."""
    entry = _make(kind, changes)

    assert entry.model_dump(mode="json", include=set(changes)).keys() == changes.keys()
    assert all(getattr(entry, name) for name in changes)


@pytest.mark.parametrize(("kind", "changes"), REFUSED)
def test_refused(kind: str, changes: dict[str, Any]) -> None:
    """What is empty, misspelt or of the wrong form is refused."""
    with pytest.raises(ValidationError):
        _make(kind, changes)


@pytest.mark.parametrize("kind", SMALLEST)
@pytest.mark.parametrize("changes", COMMON_REFUSED)
def test_refused_everywhere(kind: str, changes: dict[str, Any]) -> None:
    """Every kind refuses the same mistakes in the fields they share."""
    with pytest.raises(ValidationError):
        _make(kind, changes)


@pytest.mark.parametrize(("kind", "name"), [(k, n) for k, needs in SMALLEST.items() for n in needs])
def test_required(kind: str, name: str) -> None:
    """A required field cannot be left out."""
    fields = {"id": "x", "title": "X"} | SMALLEST[kind]
    del fields[name]

    with pytest.raises(ValidationError):
        BY_KIND[kind].model_validate(fields)


def test_frozen() -> None:
    """An entry never changes once it was read."""
    with pytest.raises(ValidationError):
        a_measure().title = "Annet"  # type: ignore[misc]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.kind))
def test_every_field_is_declared(kind: type[Entry]) -> None:
    """Each field says its label, how a change counts, who decides, and has a help text."""
    for model in (kind, *models_in(tuple[tuple(f.annotation for f in kind.model_fields.values())])):  # type: ignore[misc]
        help_texts = field_help(model)
        for name, field in model.model_fields.items():
            [trait] = [mark for mark in field.metadata if isinstance(mark, Trait)]
            assert trait.label
            assert trait.change in Change
            assert trait.origin in Origin
            assert help_texts[name].endswith((".", "]].", ")."))
    assert (kind.folder is None) or (kind.register is None)


def test_words_in_addresses() -> None:
    """The pages of a kind lie under the name of its folder or register; areas have neither."""
    assert {kind.kind: kind.address_word() for kind in KINDS} == {
        "area": "areas", "goal": "goals", "measure": "measures", "project": "projects",
        "organisation": "organisations", "network": "networks", "body": "bodies",
        "component": "components", "scheme": "schemes", "framework": "frameworks",
        "term": "terms",
    }  # fmt: skip
    assert ITEM_FOLDERS == ("goals", "measures", "projects")


def test_references_by_path() -> None:
    """Every id written in a field is found with its path, through lists and parts."""
    project = a_project(
        decisions=[{"date": "2024", "title": "x"}, {"date": "2024", "title": "y", "body": "ks"}]
    )

    assert list(written_references(project, ("measures",))) == [(("measures", 0), "tiltak")]
    assert list(written_references(project, ("decisions", "body"))) == [
        (("decisions", 1, "body"), "ks")
    ]
    assert list(written_references(project, ("retired", "replaced_by"))) == []
    assert ("decisions", "body") in [field.keys for field in relations_of(type(project))]


def test_classes_in_annotations() -> None:
    """Classes are found through unions, tuples and metadata."""
    assert list(classes_in(tuple[Period | None, ...])) == [Period, type(None)]
    assert list(models_in(dict[str, Source | int])) == [Source]
    assert list(classes_in("text")) == []


def test_help_needs_a_class() -> None:
    """Only class statements have attribute texts."""
    import ast

    assert attribute_texts(ast.parse("x = 1").body[0]) == {}
