"""Kinds are called by many words."""

from __future__ import annotations

import pytest

from living_strategy.adapters.cli.kind_words import find_kind
from living_strategy.adapters.cli.session import CannotStart
from living_strategy.language import LANGUAGES, Language
from living_strategy.model import KINDS

BOKMAL = Language.load("nb")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("goal", "goal"),
        ("goals", "goal"),
        ("Mål", "goal"),
        ("MAL", "goal"),
        ("tiltak", "measure"),
        ("prosjekter", "project"),
        ("prosjekt", "project"),
        ("nettverk", "network"),
        ("satsingsområde", "area"),
    ],
)
def test_words_for_a_kind(word: str, kind: str) -> None:
    """English or Norwegian, one or several, with or without æ, ø and å; the end of a compound."""
    assert find_kind(word, BOKMAL).kind == kind


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_by_its_own_word(code: str) -> None:
    """What a message calls a kind is understood as an argument."""
    language = Language.load(code)

    assert [find_kind(language.kind(kind.kind), language) for kind in KINDS] == list(KINDS)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("tiltakk", "Det finnes ingen type som heter «tiltakk». Mente du «tiltak»?"),
        ("gaol", "Det finnes ingen type som heter «gaol». Mente du «goal»?"),
    ],
)
def test_a_misspelt_kind(word: str, message: str) -> None:
    """The answer has the word that was meant, in the language it was meant in."""
    with pytest.raises(CannotStart) as refused:
        find_kind(word, BOKMAL)

    assert refused.value.message == message


def test_something_else() -> None:
    """What is like no kind is answered with all kinds."""
    with pytest.raises(CannotStart) as refused:
        find_kind("xyz", BOKMAL)

    assert [kind.kind for kind in KINDS if kind.kind not in refused.value.message] == []
