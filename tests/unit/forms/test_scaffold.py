"""Scaffolds: what a new entry begins with can be read as it stands, and with everything added."""

from __future__ import annotations

import re

import pytest

from living_strategy.content.graph import Graph, link
from living_strategy.content.loader import load
from living_strategy.content.records.registers import REGISTERS
from living_strategy.content.records.settings_file import SETTINGS
from living_strategy.content.tree import MemorySource
from living_strategy.diagnostics import Diagnostic
from living_strategy.forms.form import Draft
from living_strategy.forms.scaffold import scaffold
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS, Area, Entry, Goal, Measure, Network, Project
from tests.factories import as_bytes

NORWEGIAN = Language.load("nb")
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
each_language = pytest.mark.parametrize("code", LANGUAGES)


def read(kind: type[Entry], text: str) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph of a strategy that holds nothing but this entry."""
    files = {SETTINGS: "title: Prøve\n"}
    if kind is Area:
        files[SETTINGS] += f"areas:\n{text}"
    elif kind.register:
        files[f"{REGISTERS}/{kind.register}.yml"] = text
    else:
        files[f"{kind.folder}/helt-ny.md"] = text
    loaded = load(MemorySource(as_bytes(files)))
    return link(loaded.corpus), loaded.diagnostics


def test_nothing_leads_to_a_kind_that_is_switched_off() -> None:
    """Fields and parts of fields that could only do so are left out; others stay."""
    unused = frozenset({"component", "scheme", "body", "framework"})
    whole = scaffold(Measure, NORWEGIAN, Draft("x", "X"))
    text = scaffold(Measure, NORWEGIAN, Draft("x", "X", unused=unused))

    assert re.findall(r"^# *(uses|scheme|body|responsible):", whole, re.M) == [
        "responsible", "scheme", "body", "uses",
    ]  # fmt: skip
    assert re.findall(r"^# *(uses|scheme|body|responsible):", text, re.M) == ["responsible", "body"]
    assert "frameworks" not in scaffold(Area, NORWEGIAN, Draft("x", "X", unused=unused))


@each_kind
@each_language
def test_new_entry_can_be_read(kind: type[Entry], code: str) -> None:
    """As it stands it has no mistakes; the only loose ends are the links to choose."""
    language = Language.load(code)
    graph, diagnostics = read(kind, scaffold(kind, language, Draft("helt-ny", "Helt: ny #1")))

    assert diagnostics == ()
    assert graph.entries["helt-ny"].title == "Helt: ny #1"
    assert {reference.written for reference in graph.unresolved} <= {
        language.context("id", "choose-one")
    }


@each_kind
def test_every_field_can_be_added(kind: type[Entry]) -> None:
    """With all number signs taken away each field is valid, and none is forgotten."""
    text = scaffold(kind, NORWEGIAN, Draft("helt-ny", "Helt ny"))
    full = re.sub(r"^( *)# ", r"\1", text, flags=re.M)
    graph, diagnostics = read(kind, full)
    expected = set(kind.model_fields) - ({"description"} if kind.folder else set())

    assert diagnostics == ()
    assert graph.entries["helt-ny"].model_fields_set == expected


def test_known_ids_are_listed() -> None:
    """The links that have to be chosen are shown with what there is to choose from."""
    text = scaffold(
        Goal, NORWEGIAN, Draft("ny", "Ny", {"area": ["helse", "skole"], "goal": ["annet"]})
    )

    assert "helse, skole" in text
    assert "annet" not in text


def test_long_lists_of_ids_are_cut() -> None:
    """Of many ids only the first are listed."""
    ids = [f"id-{number}" for number in range(100)]
    text = scaffold(Measure, NORWEGIAN, Draft("ny", "Ny", {"goal": ids}))

    assert "id-11, …" in " ".join(text.replace("## ", "").split())
    assert "id-12" not in text


def test_a_new_entry_hangs_on_what_there_is() -> None:
    """Where there are no measures, a project serves a goal; without goals, an area."""

    def first(existing: dict[str, list[str]], unused: frozenset[str] = frozenset()) -> list[str]:
        text = scaffold(Project, NORWEGIAN, Draft("x", "X", existing, unused))
        return re.findall(r"^((?:# )?(?:measures|goals|areas): \S+)", text, re.M)

    assert first({"area": ["helse"]}) == [
        "areas: [helse]", "# measures: [velg-en]", "# goals: [velg-en]",
    ]  # fmt: skip
    assert first({"area": ["helse"], "goal": ["m", "n"]})[0] == "goals: [velg-en]"
    assert first({"area": ["helse"], "goal": ["m"], "measure": ["t"]}) == [
        "measures: [t]", "# goals: [m]", "# areas: [helse]",
    ]  # fmt: skip
    assert first({})[0] == "measures: [velg-en]"


def test_new_goal() -> None:
    """A new goal is a proposal until somebody decides otherwise."""
    text = scaffold(Goal, Language.load("en"), Draft("new", "New"))

    assert text.startswith(
        "---\n"
        "title: New\n\n"
        "## Id of the priority area it belongs to.\n"
        "area: choose-one\n\n"
        "## Standing: adopted (Adopted), proposed (Proposed)\n"
        "standing: proposed\n\n"
        "## Fields you may add: remove “# ” in front of what you need.\n"
        "# summary: …  # One or two sentences that say what it is; shown in lists and in search "
        "results.\n"
    )


@pytest.mark.parametrize("title", ["no", "1.10", "0301", "a: b", "# a", '"', "[a]", "a #b", "- a"])
def test_titles_that_yaml_would_change(title: str) -> None:
    """Any title comes back as it was given."""
    graph, diagnostics = read(Goal, scaffold(Goal, NORWEGIAN, Draft("helt-ny", title)))

    assert diagnostics == ()
    assert graph.entries["helt-ny"].title == title


def test_places_of_examples_are_those_of_the_strategy() -> None:
    """A strategy with places of its own has no number of Norway's in its examples."""
    draft = Draft("x", "X", municipality="1281", county="12")
    project, network = (scaffold(kind, NORWEGIAN, draft) for kind in (Project, Network))

    assert '# participants: ["1281"]' in project
    assert '# counties: ["12"]' in network
    assert '# members: ["1281"]' in network
    assert not re.search('"(0301|4601|46)"', project + network)
    assert '# counties: ["46"]' in scaffold(Network, NORWEGIAN, Draft("x", "X"))
