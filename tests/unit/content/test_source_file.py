"""Places in files: of keys, values, and words inside texts."""

from __future__ import annotations

import pytest

from living_strategy.content.reading import split_front_matter
from living_strategy.content.source_file import SourceFile, field_name
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Location

MARKDOWN = "---\ntitle: Mål\ncosts:\n  - year: 2027\n---\n\nFørste linje.\nEn [[x]] og [[x]].\n"
YAML = """\
title: Mål
description: |
  Første linje.

  En [[x]] og [[x]].
updates:
  - date: 2024
    text: Se [[x]] i dag.
  - text: "Sitat [[x]]"
  - text: >-
      Brettet
      [[x]] tekst
"""


def _markdown() -> SourceFile:
    source = split_front_matter("goals/mal.md", MARKDOWN, required=True)
    assert isinstance(source, SourceFile)
    return source


@pytest.mark.parametrize(
    ("path", "name"), [((), ""), (("a",), "a"), (("funding", 0, "amount"), "funding[0].amount")]
)
def test_field_name(path: KeyPath, name: str) -> None:
    """A path of keys is shown as editors write about it."""
    assert field_name(path) == name


@pytest.mark.parametrize(
    ("path", "key", "line", "column"),
    [
        (("title",), False, 2, 8), (("title",), True, 2, 1), (("costs", 0, "year"), False, 4, 11),
        (("costs", 0, "missing"), False, 4, 5), (("costs",), True, 3, 1),
        (("missing",), False, 2, 1),
        (("description",), False, 7, 1), (("description",), True, 2, 1), ((), False, 2, 1),
    ],
)  # fmt: skip
def test_locate(path: KeyPath, key: bool, line: int, column: int) -> None:
    """A value or key is found, else the nearest thing above it."""
    place = _markdown().locate(path, key=key)

    assert place == Location("goals/mal.md", line, column, field_name(path))


def test_locate_below_a_base() -> None:
    """An entry inside a file has its own paths, and field names without the base."""
    source = SourceFile("strategy/strategy.yml", "areas:\n  - id: a\n    title: A\n")

    assert source.locate(("title",), base=("areas", 0)) == Location(source.path, 3, 12, "title")
    assert source.locate(("note",), base=("areas", 0)) == Location(source.path, 2, 5, "note")
    assert source.locate((), base=("areas", 0), key=True) == Location(source.path, 2, 5)


@pytest.mark.parametrize(("which", "column"), [(0, 4), (1, 13)])
def test_in_body(which: int, column: int) -> None:
    """A word in a body is found at its own place, also when it stands twice."""
    source = _markdown()
    offset = [3, 12][which] + len("Første linje.\n")
    place = source.locate_in_text(("description",), source.body, offset, "[[x]]")

    assert place == Location("goals/mal.md", 8, column, "description")


@pytest.mark.parametrize(
    ("path", "text", "offset", "line", "column"),
    [
        (("description",), "Første linje.\n\nEn [[x]] og [[x]].", 18, 5, 6),
        (("description",), "Første linje.\n\nEn [[x]] og [[x]].", 27, 5, 15),
        (("updates", 0, "text"), "Se [[x]] i dag.", 3, 8, 14),
        (("updates", 1, "text"), "Sitat [[x]]", 6, 9, 18),
        (("updates", 2, "text"), "Brettet [[x]] tekst", 8, 12, 7),
    ],
)
def test_in_yaml(path: KeyPath, text: str, offset: int, line: int, column: int) -> None:
    """A word in a YAML value is found in blocks, on one line, in quotes and in folded text."""
    source = SourceFile("goals/mal.yml", YAML)

    place = source.locate_in_text(path, text, offset, "[[x]]")
    assert place == Location("goals/mal.yml", line, column, field_name(path))


def test_in_escaped_text() -> None:
    """Where the file does not show the word as it reads, the value is the place."""
    source = SourceFile("a.yml", 'text: "\\u005b[x]]"\n')

    place = source.locate_in_text(("text",), "[[x]]", 0, "[[x]]")
    assert place == Location("a.yml", 1, 7, "text")


def test_below_a_base_in_text() -> None:
    """A word in the text of a register entry is found too."""
    source = SourceFile("r.yml", "ks:\n  description: |\n    En\n    [[x]]\n")

    place = source.locate_in_text(("description",), "En\n[[x]]", 3, "[[x]]", base=("ks",))
    assert place == Location("r.yml", 4, 5, "description")
