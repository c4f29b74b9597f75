"""Words that mean the same in a search: the package's list and the strategy's own."""

from __future__ import annotations

import pytest

from living_strategy.content.loader import load
from living_strategy.content.records.search_words import OWN, common_search_words
from living_strategy.content.tree import MemorySource
from tests.factories import as_bytes
from tests.integration.small_strategy import FILES


def strategy(words: str | None) -> MemorySource:
    """A small strategy with this list of words."""
    return MemorySource(as_bytes(FILES if words is None else FILES | {OWN: words}))


def test_common_words_are_groups_of_different_words() -> None:
    """Each line names two words or more, none twice in a group."""
    groups = common_search_words()

    assert ("KI", "kunstig intelligens") in [group[:2] for group in groups]
    assert [group for group in groups if len(set(group)) < max(2, len(group))] == []


def test_own_words_come_first() -> None:
    """A strategy adds to the common words."""
    loaded = load(strategy("same:\n  - [Digihjelpen, datahjelp]\n"))

    assert loaded.corpus.search_words == (("Digihjelpen", "datahjelp"), *common_search_words())


def test_a_strategy_about_something_else() -> None:
    """With `common: off`, only the strategy's own words are left."""
    loaded = load(strategy("common: off\nsame:\n  - [ferje, ferge]\n"))

    assert loaded.corpus.search_words == (("ferje", "ferge"),)
    assert [finding for finding in loaded.diagnostics if finding.location.file == OWN] == []


def test_the_common_words_are_norwegian() -> None:
    """A strategy in another language has no use for them."""
    settings = FILES["strategy/strategy.yml"].replace("language: nb", "language: en")
    loaded = load(MemorySource(as_bytes(FILES | {"strategy/strategy.yml": settings})))

    assert loaded.corpus.search_words == ()


@pytest.mark.parametrize("words", [None, "", "# ingen ennå\n"])
def test_no_own_words(words: str | None) -> None:
    """The file may be missing or empty."""
    without = load(strategy(None))
    loaded = load(strategy(words))

    assert loaded.corpus.search_words == common_search_words()
    assert [finding.code for finding in loaded.diagnostics] == [
        finding.code for finding in without.diagnostics
    ]


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        ("same:\n  - [ensom]\n", "too-few-values", 2),
        ("same:\n  - nett = web\n", "wrong-type", 2),
        ("same:\n  - [nett, web]\n  - [nett, '']\n", "empty-value", 3),
        ("likt:\n  - [nett, web]\n", "unknown-field", 1),
        ("common: nei\n", "unknown-choice", 1),
        ("- [nett, web]\n", "not-a-mapping", 1),
        ("same:\n  - [nett, nei\n", "yaml-syntax", 0),
    ],
)
def test_mistakes_have_a_place(words: str, code: str, line: int) -> None:
    """A list that cannot be read is a finding in the file, and the common words stay."""
    loaded = load(strategy(words))
    own = [finding for finding in loaded.diagnostics if finding.location.file == OWN]

    assert [finding.code for finding in own] == [code]
    assert line in (0, own[0].location.line)
    assert loaded.corpus.search_words == common_search_words()


def test_own_words_for_kinds_are_found_by_the_usual_ones() -> None:
    """Who searches for the program's word finds what the strategy calls something else; a word
    that it has given to another kind leads there alone.
    """
    terms = (
        "terms:\n  kinds:\n"
        "    measure: {one: prosjekt, many: prosjekter}\n"
        "    project: {one: innsats, many: innsatser}\n"
        "    goal: {one: mål, many: mål}\n"
    )
    settings = FILES["strategy/strategy.yml"] + terms
    files = FILES | {"strategy/strategy.yml": settings, OWN: "common: off\n"}

    found = load(MemorySource(as_bytes(files))).corpus.search_words

    assert found == (("tiltak", "prosjekt", "prosjekter"),)
