"""Orders of the alphabet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.language import Language
from living_strategy.language.alphabet import order_of
from living_strategy.model.own_words import language_of
from living_strategy.settings import Settings
from living_strategy.settings.choices import Alphabet

NAMES = ("Åre", "Ärla", "Öland", "Zinkgruvan", "Ørsta", "Ålesund", "Ængsø", "Yttre", "Über", "Oslo")


@pytest.mark.parametrize(
    ("alphabet", "expected"),
    [
        ("sv", "Oslo Über Yttre Zinkgruvan Ålesund Åre Ængsø Ärla Öland Ørsta"),
        ("fi", "Oslo Über Yttre Zinkgruvan Ålesund Åre Ængsø Ärla Öland Ørsta"),
        ("nb", "Oslo Über Yttre Zinkgruvan Ængsø Ärla Öland Ørsta Ålesund Åre"),
        ("en", "Ængsø Ålesund Åre Ärla Öland Ørsta Oslo Über Yttre Zinkgruvan"),
    ],
)
def test_order(alphabet: str, expected: str) -> None:
    """Letters stand where readers of the language look for them."""
    key = Language.load("en").sorting(alphabet).sort_key

    names = sorted(NAMES, key=lambda name: (key(name), name))
    assert " ".join(names) == expected


@given(st.text(max_size=12), st.sampled_from(list(Alphabet)))
def test_keys_have_no_letter_of_the_table(text: str, alphabet: Alphabet) -> None:
    """A key is one for good: to sort keys is to sort texts."""
    key = Language.load("nb").sorting(alphabet.value).sort_key(text)

    assert not set(map(ord, key)) & order_of(alphabet.value).keys()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "nb"),
        ({"language": "en"}, "nb"),
        ({"language": "en", "legal_profile": "sweden"}, "en"),
        ({"language": "en", "legal_profile": "sweden", "alphabet": "sv"}, "sv"),
        ({"language": "nn", "legal_profile": "none"}, "nn"),
    ],
)
def test_alphabet_of_a_strategy(settings: dict[str, str], expected: str) -> None:
    """It is that of the site's language, the Norwegian one in Norway, or what the strategy says."""
    chosen = Settings.model_validate({"title": "Strategi", **settings})

    assert chosen.sorted_by.value == expected
    swedish = language_of(chosen).sort_key("Ö") < language_of(chosen).sort_key("Å")
    assert swedish is (expected in ("nb", "nn"))
