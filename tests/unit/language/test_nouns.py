"""Nouns in the places of messages, in the forms that a language has."""

from __future__ import annotations

import pytest

from living_strategy.language import LANGUAGES, Language
from living_strategy.language.nouns import FORMS, NOUNS, Noun, OwnWords, spoken
from living_strategy.model.values import Status

EFFORT = {
    "nb": Noun("innsats", "innsatser", "innsatsen", "innsatsene"),
    "nn": Noun("satsing", "satsingar", "satsinga", "satsingane"),
    "en": Noun("effort", "efforts", "the effort", "the efforts"),
}


def _value(vocabulary: str, value: str) -> str:
    return f"{vocabulary} {value}"


def own(code: str) -> Language:
    """A language in which measures are called something else."""
    return Language.load(code).naming(OwnWords(nouns={"measure": EFFORT[code]}))


@pytest.mark.parametrize(
    ("message", "nb", "nn", "en"),
    [
        ("Measure", "Innsats", "Satsing", "Effort"),
        ("New measure", "Ny innsats", "Ny satsing", "New effort"),
        (
            "Nobody is responsible for this measure.",
            "Ingen er ansvarlig for denne innsatsen.",
            "Ingen er ansvarleg for denne satsinga.",
            "Nobody is responsible for this effort.",
        ),
        ("no measures yet", "ingen innsatser ennå", "ingen satsingar enno", "no efforts yet"),
        (
            "Goals that the measure serves",
            "Mål innsatsen bidrar til",
            "Mål satsinga bidreg til",
            "Goals that the effort serves",
        ),
        (
            "A measure without anybody responsible, or a joint project without a lead.",
            "En innsats uten ansvarlig, eller et prosjekt uten leder.",
            "Ei satsing utan ansvarleg, eller eit prosjekt utan leiar.",
            "An effort without anybody responsible, or a project without a lead.",
        ),
    ],
)
def test_messages_have_the_word_in_its_form(message: str, nb: str, nn: str, en: str) -> None:
    """Articles and the like agree with the gender of the word."""
    assert [own(code).text(message) for code in ("nb", "nn", "en")] == [nb, nn, en]


def test_counts_have_one_and_many() -> None:
    """A number of things is told with the word in one of two forms."""
    words = [
        own("nb").plural("{count} measure", "{count} measures", count).format(count=count)
        for count in (1, 2)
    ]

    assert words == ["1 innsats", "2 innsatser"]


def test_without_own_words_the_catalogue_speaks() -> None:
    """Our own word stands where the strategy has none."""
    assert Language.load("nb").text("New measure") == "Nytt tiltak"
    assert Language.load("nn").text("All goals") == "Alle mål"
    assert Language.load("en").text("All joint projects") == "All projects"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_noun_has_every_form(code: str) -> None:
    """No form is empty, and none is the key of the noun left as it was."""
    language = Language.load(code)
    for key in NOUNS:
        for form in FORMS:
            words = spoken(f"{{{key}.{form}}}", language.noun, language.page_title, _value, code)
            assert words, (key, form)
            assert "{" not in words


@pytest.mark.parametrize(
    ("one", "article"),
    [
        ("aim", "an aim"),
        ("theme", "a theme"),
        ("unit", "a unit"),
        ("one-off", "a one-off"),
        ("hub", "a hub"),
    ],
)
def test_the_english_article(one: str, article: str) -> None:
    """“An” stands before a sound, not before a letter."""
    noun = Noun(one, f"{one}s", f"the {one}", f"the {one}s")

    assert spoken("{goal.a}", lambda _: noun, str, _value, "en") == article


def test_a_word_with_an_article_of_its_own() -> None:
    """“This” takes the place of the article in “den overordnede strategien”."""
    language = Language.load("nb")

    assert (
        spoken("{Framework.this}", language.noun, language.page_title, _value, "nb")
        == "Denne overordnede strategien"
    )


def test_other_places_stay() -> None:
    """Particulars and what names no noun are left for others to fill in."""
    template = "{goal} {x.one} {goal.other} {page.nowhere} {Goal.one}"
    language = Language.load("en")

    assert (
        spoken(template, language.noun, language.page_title, _value, "en")
        == "{goal} {x.one} {goal.other} {page.nowhere} Goal"
    )


@pytest.mark.parametrize(
    ("code", "words", "inside"),
    [("nb", "På pause", "på pause"), ("nn", "På pause", "på pause"), ("en", "Paused", "paused")],
)
def test_values_stand_in_sentences(code: str, words: str, inside: str) -> None:
    """A value that a message names has the strategy's own word; without one, that of the program.
    Inside a sentence it has no capital, unless it is an abbreviation.
    """
    template = "{Status.paused}: {status.paused}, {financing.applied_for}"
    own = Language.load(code).naming(
        OwnWords(terms={("status", "paused"): "Ligger", ("financing", "applied_for"): "EU-søkt"})
    )

    assert Language.load(code).text(template).startswith(f"{words}: {inside}, ")
    assert own.text(template) == "Ligger: ligger, EU-søkt"
    assert own.has_own_word(Status.PAUSED)
    assert not own.has_own_word(Status.ONGOING)
