"""Findings: their order, and the nearest name."""

from __future__ import annotations

import pytest

from living_strategy.diagnostics import (
    Diagnostic,
    Location,
    NameIndex,
    misspelt,
    nearest,
    sort_diagnostics,
)


def test_order() -> None:
    """Findings are sorted by file, line, column, field, code and particulars, each once."""
    expected = [
        Diagnostic("b", Location("a.md")),
        Diagnostic("b", Location("a.md", 2, 1)),
        Diagnostic("a", Location("a.md", 2, 3)),
        Diagnostic("b", Location("a.md", 2, 3), {"id": "a"}),
        Diagnostic("b", Location("a.md", 2, 3), {"id": "b"}),
        Diagnostic("a", Location("b.md", 1, 1)),
    ]

    assert list(sort_diagnostics([*reversed(expected), *expected])) == expected


@pytest.mark.parametrize(
    ("word", "near"), [("digisoss", "digisos"), ("DigiSos", "digisos"), ("xyz", ""), ("", "")]
)
def test_nearest(word: str, near: str) -> None:
    """The most similar name is proposed, whatever its case, or none."""
    assert nearest(word, ["innebygd-personvern", "digisos", "digin"]) == near


@pytest.mark.parametrize(
    ("word", "near"), [("bergn", "bergen"), ("viken", ""), ("hordaland", ""), ("", "")]
)
def test_misspelt(word: str, near: str) -> None:
    """Only a name of the same length, with hardly another letter, is proposed."""
    assert misspelt(word, ["bergen", "vik", "nordland"]) == near


def test_name_index_agrees_with_nearest() -> None:
    """Among many names the index finds what comparing with all of them finds."""
    names = [f"{stem}-{number}" for stem in ("personvern", "innsyn", "bredband") for number in "12"]
    index = NameIndex({name: name.upper() for name in names})

    for word in ("personvrn-2", "innsyn", "bredbaand-1", "helt-annet"):
        assert index.nearest(word) == nearest(word, names).upper()
