"""Versions of files as plain data: whatever they say is kept, and what is equal is the same."""

from __future__ import annotations

import pytest

from living_strategy.content.versions import Blocks, Holding, VersionReader, holding
from living_strategy.content.yaml.yaml_reader import MAX_ALIASES, MAX_DEPTH, read_yaml
from living_strategy.model import KINDS


def read(path: str, text: str | bytes) -> object:
    """What a reader makes of one version."""
    return VersionReader().read(path, text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("strategy/strategy.yml", Holding("strategy")),
        ("strategy/registers/organisations.yml", Holding("organisation")),
        ("goals/mal.md", Holding("goal", "mal")),
        ("measures/tiltak.yml", Holding("measure", "tiltak")),
        ("projects/Ødelagt navn.md", Holding("project", "Ødelagt navn")),
        *((path, None) for path in ("strategy/om.md", "goals/README.md", "goals/readme.yml")),
        *((path, None) for path in ("goals/under/mal.md", "goals/.mal.md", "goals/.md", "goals")),
        *((path, None) for path in ("goals/mal.txt", "strategy/registers/annet.yml", "mal.md")),
    ],
)
def test_what_a_file_holds(path: str, expected: Holding | None) -> None:
    """Its name says so; pages, notes and whatever lies deeper hold no entry."""
    assert holding(path) == expected


def test_every_kind_has_a_file() -> None:
    """Items have one each, registers one for all; areas stand in the settings."""
    for kind in KINDS:
        if kind.folder:
            assert holding(f"{kind.folder}/x.md") == Holding(kind.kind, "x")
        elif kind.register:
            assert holding(f"strategy/registers/{kind.register}.yml") == Holding(kind.kind)
        else:
            assert kind.kind == "area"


@pytest.mark.parametrize("path", ["goals/mal.md", "goals/mal.yml"])
def test_an_item(path: str) -> None:
    """All keys are kept, known or not, with values as they were written; the id is the name of
    the file, and the text below is the description, in whatever ending.
    """
    body = "Tekst.\n\n- to\n"
    front = "id: mal\ntitel: Mål\nnumber: 0301\ntom:\nperiod: {start: 2024, end: ~}\n"
    text = (
        f"---\r\n{front}---\r\n\r\n{body}\n\n".replace("\r\n", "\n")
        if path.endswith(".md")
        else f"{front}description: |+\n\n  Tekst.\n\n  - to\n\n\n"
    )

    assert read(path, text) == {
        ("goal", "mal"): {
            "titel": "Mål", "number": "0301", "period": {"start": "2024"},
            "description": "Tekst.\n\n- to",
        }
    }  # fmt: skip


def test_the_text_below_wins() -> None:
    """As it does today, where two texts are a mistake."""
    assert read("goals/mal.md", "---\ndescription: a\n---\nb\n") == {
        ("goal", "mal"): {"description": "b"}
    }
    assert read("goals/mal.md", "---\ndescription: [a]\n---\n") == {
        ("goal", "mal"): {"description": ["a"]}
    }


def test_a_register() -> None:
    """One entry an id; those that hold no fields are said to be that, and the others are read."""
    first = "# Alle\n\nks:\n  id: ks\n  title: KS\n  description: |\n    a\n\n"
    text = f"{first}tom:\nrar: x\nny:\n  a: 1\n"

    assert read("strategy/registers/organisations.yml", text) == {
        ("organisation", "ks"): {"title": "KS", "description": "a"},
        ("organisation", "tom"): "not-a-mapping",
        ("organisation", "rar"): "not-a-mapping",
        ("organisation", "ny"): {"a": "1"},
    }


def test_the_settings() -> None:
    """The areas are entries of their own, by their id."""
    areas = "- id: a\n  title: A\n- {title: uten id}\n- x\n- id: [b]\n"
    text = f"title: S\nempty:\nareas:\n{areas}mer: 1\n"

    assert read("strategy/strategy.yml", text) == {
        ("strategy", ""): {"title": "S", "mer": "1"},
        ("area", "a"): {"title": "A"},
    }
    for areas in ("areas:", "areas: x", "areas: {a: b}"):
        assert read("strategy/strategy.yml", f"title: S\n{areas}\n") == {
            ("strategy", ""): {"title": "S"}
        }


def test_other_files() -> None:
    """Pages have no entries."""
    assert read("strategy/om.md", "# Om\n") == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"---\ntitle: b\xe5t\n---\n", "file-not-utf8"),
        (b"---\ntitle: \x07\n---\n", "yaml-control-character"),
        ("title: uten\n", "missing-front-matter"),
        ("---\ntitle: uten\n", "unclosed-front-matter"),
        ("---\ntitle: 'x\n---\n", "yaml-syntax"),
        ("---\ntitle: a: b\n---\n", "yaml-syntax"),
        ("---\n\ttitle: x\n---\n", "yaml-tab"),
        ("---\ntitle: a\ntitle: b\n---\n", "yaml-duplicate-key"),
        ("---\ntitle:\ntitle: b\n---\n", "yaml-duplicate-key"),
        ("---\ntitle: !x b\n---\n", "yaml-tag"),
        ("---\ntitle:\u00a0b\n---\n", "yaml-odd-space"),
        (f"---\na: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n---\n", "yaml-too-complex"),
        ("---\n- a\n---\n", "not-a-mapping"),
        ("---\n---\n", "not-a-mapping"),
        ("", "missing-front-matter"),
        ("---\ntitle: x\n---\n" + "x" * 262_144, "file-too-large"),
    ],
)
def test_what_cannot_be_read(text: str | bytes, code: str) -> None:
    """The code of the finding that a check would have given."""
    assert read("goals/mal.md", text) == code


def test_what_is_equal_is_the_same() -> None:
    """The values of two versions below keys that did not change are one object, in items and in
    registers, wherever they stand.
    """
    reader = VersionReader()

    def fields(path: str, text: str, key: tuple[str, str]) -> dict[str, object]:
        version = reader.read(path, text.encode())
        assert not isinstance(version, str)
        value = version[key]
        assert isinstance(value, dict)
        return value

    key = ("goal", "mal")
    old = fields("goals/mal.md", "---\na: [1, 2]\nb: {c: 1}\n---\n", key)
    new = fields("goals/mal.yml", "b: {c: 1}\na: [1, 3]\n", key)
    assert new == {"b": {"c": "1"}, "a": ["1", "3"]}
    assert new["b"] is old["b"]

    path, key = "strategy/registers/bodies.yml", ("body", "b")
    before = fields(path, "a:\n  x: 1\nb:\n  y: [1]\n", key)
    assert fields(path, "a:\n  x: 2\nb:\n  y: [1]\n", key) is before


@pytest.mark.parametrize(
    "text",
    [
        "  a: 1\nb: 2\n", "a: &x [1]\nb: *x\n", "? a\n: b\nc: d\n", ": b\nc: d\n", "~: 1\n",
        "a: 1\n---\nb: 2\n", "a: [1,\n2]\nb: c\n", "a: 'x\ny: z'\n", '"a": 1\n\'b\': 2\n',
        "a: |\n  x\n# k\nb: >-\n  y\n\n", "%YAML 1.1\n---\na: 1\n", "a:\n- 1\n- b: 2\nc:\n",
        "# a\n\n  # b\na: 1\n", "a:\n\tb: 1\nc: 2\n", "[a]: 1\nb: 2\n", "{a: 1}\n", "", "\n\n",
        "a: 1\n...\nb: 2\n", "a\nb: 1\n", "# a\n", "a: b\r: c",
        "\n".join(f"k{number}: &a [*a]" for number in range(MAX_ALIASES + 2)),
    ],
)  # fmt: skip
def test_blocks_read_as_the_whole(text: str) -> None:
    """Whatever reaches over a line that seems to begin a key is read with it."""
    tree = read_yaml(text)
    expected = (
        tree.problems[0].code
        if tree.problems
        else {str(path[0]): None for path in tree.empty if len(path) == 1} | tree.data
        if isinstance(tree.data, dict)
        else "not-a-mapping"
    )
    blocks = Blocks()

    assert blocks.read(text) == expected
    assert blocks.read(text) == expected


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many characters all are forgotten; what comes out is the same."""
    monkeypatch.setattr("living_strategy.content.versions._MAX_REMEMBERED", 10)
    blocks = Blocks()

    for number in range(50):
        assert blocks.read(f"a: {number}\nb: [2]\n") == {"a": str(number), "b": ["2"]}
        assert len(blocks._known) + len(blocks._earlier) <= 6
