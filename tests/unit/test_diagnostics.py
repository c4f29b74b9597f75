"""Findings: their order, and the nearest name."""

from __future__ import annotations

import pytest

from living_strategy.diagnostics import (
    MAX_ALIKE,
    MAX_SEARCHES,
    Diagnostic,
    Location,
    NameIndex,
    Searches,
    capped,
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
    ("word", "near"),
    [("sek", ""), ("verk", "årsverk"), ("årsvek", "årsverk"), ("prsnt", "prosent")],
)
def test_near_or_none(word: str, near: str) -> None:
    """Letters scattered over a longer name are no likeness; a part of the name may be meant."""
    names = ["årsverk", "antall", "nettverk", "prosent"]
    assert nearest(word, names) == near


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


def test_capped() -> None:
    """Of one code in one file a hundred findings are shown, and one says how many more."""
    many = [Diagnostic("orphan", Location("a.md", line + 1)) for line in range(MAX_ALIKE + 20)]
    other = [Diagnostic("orphan", Location("b.md", 1)), Diagnostic("cycle", Location("a.md", 1))]

    assert list(capped([*many, *other])) == [
        *many[:MAX_ALIKE],
        *other,
        Diagnostic(
            "more-findings",
            Location("a.md", MAX_ALIKE + 1),
            {"name": "orphan", "count": "20"},
        ),
    ]


def test_searches_end() -> None:
    """A search is done once for each word, and for so many words that it takes no time."""
    asked: list[str] = []
    searches = Searches(lambda word: asked.append(word) or word.upper(), "")
    results = [searches.find(f"ord{number}") for number in range(MAX_SEARCHES + 100)]

    assert searches.find("ord0") == "ORD0"
    assert len(asked) == MAX_SEARCHES
    assert results == [word.upper() for word in asked] + [""] * 100
