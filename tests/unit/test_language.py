"""Dates, numbers, money, alphabetical order and messages in the site's language."""

from __future__ import annotations

import gettext
from decimal import Decimal
from enum import StrEnum

import pytest

from living_strategy.language import Language, term_label
from living_strategy.partial_date import PartialDate


class _Word(StrEnum):
    TWO_WORDS = "two_words"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("nb", "2018", "2018"),
        ("nb", "2018-03", "mars 2018"),
        ("nb", "2018-03-01", "1. mars 2018"),
        ("nn", "2018-01-17", "17. januar 2018"),
        ("en", "2018-03", "March 2018"),
    ],
)
def test_date(code: str, text: str, expected: str) -> None:
    """A date is written as exactly as it is known."""
    assert Language.load(code).date(PartialDate(text)) == expected


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("nb", Decimal("12.5"), "12,5"),
        ("nn", 1250000, "1\xa0250\xa0000"),
        ("en", 1250000, "1,250,000"),
    ],
)
def test_number(code: str, value: Decimal | int, expected: str) -> None:
    """Numbers have the decimal mark and the thousands separator of the language."""
    assert Language.load(code).number(value) == expected


def test_money() -> None:
    """Sums are whole kroner with a currency."""
    assert Language.load("en").money(15000000) == "NOK 15,000,000"


def test_alphabet() -> None:
    """Names sort in the Norwegian alphabet, with Sámi letters beside their plain ones."""
    expected = ["Áltá", "Bergen", "Čájet", "Dyrøy", "Zoo", "Ærlig", "Øy", "Å", "Årdal"]
    shuffled = expected[::-1]
    language = Language.load("nb")

    assert sorted(shuffled, key=language.sort_key) == expected


def test_unknown_language_is_english() -> None:
    """A language without a catalogue falls back to the message ids."""
    language = Language.load("xx")

    assert (language.code, language.text("Goal"), language.text("")) == ("en", "Goal", "")


def test_words() -> None:
    """Without a catalogue every message stands for itself, with its particulars filled in."""
    language = Language("en", gettext.NullTranslations())

    params = {"kind": "goal", "found_kind": "area", "target_kinds": "goal,area", "id": "x"}
    params["found_type"] = "list"
    template = "{kind} {found_kind} {target_kinds} {found_type} {id}"
    assert language.message(template, params) == "goal area goal, area list x"
    assert language.plural("one", "many", 2) == "many"
    assert (language.term(_Word.TWO_WORDS), term_label(_Word.TWO_WORDS)) == ("Two words",) * 2
    assert language.address("goals") == "goals"
