"""Dates, numbers, money, alphabetical order and messages in the site's language."""

from __future__ import annotations

import gettext
from decimal import Decimal
from enum import StrEnum

import pytest

from living_strategy.language import Language, placeholder_ids, term_label
from living_strategy.language.particulars import (
    Commands,
    Kind,
    Kinds,
    Particular,
    Reason,
    Terms,
    TypeName,
)
from living_strategy.model.values import Status
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
    assert Language.load("en").money(15000000) == "NOK\u00a015,000,000"
    assert Language.load("nb").money(15000000) == "15\u00a0000\u00a0000\u00a0kr"


def test_millions() -> None:
    """Sums of many are rounded; below a million they are written in full."""
    language = Language.load("nb")

    assert [language.millions(kroner) for kroner in (400_000, 28_000_000, 175_550_642)] == [
        "400\u00a0000\u00a0kr", "28\u00a0mill.\u00a0kr", "175,6\u00a0mill.\u00a0kr",
    ]  # fmt: skip
    assert language.millions(1_200_000_000) == "1\u00a0200\u00a0mill.\u00a0kr"
    assert Language.load("en").millions(99_100_000) == "NOK\u00a099.1\u00a0million"


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

    particulars: dict[str, Particular] = {
        "id": "x",
        "kind": Kind("goal"),
        "targets": Kinds(("goal", "area")),
        "others": Kinds(("goal", "area", "body")),
        "commands": Commands(("a b", "c d")),
        "choices": Terms(tuple(_Word)),
        "type": TypeName("list"),
        "reason": Reason("no such file"),
    }
    template = "{id} {kind} {targets} {others} {commands} {choices} {type} {reason}"
    assert language.message(template, particulars) == (
        "x goal goal or area goal, area or body "
        "“living-strategy a b” or “living-strategy c d” two_words list no such file"
    )
    assert "; ".join(map(str, particulars.values())) == (
        "x; goal; goal,area; goal,area,body; a b,c d; two_words; list; no such file"
    )
    assert language.plural("one", "many", 2) == "many"
    assert (language.term(_Word.TWO_WORDS), term_label(_Word.TWO_WORDS)) == ("Two words",) * 2
    assert language.address("goals") == "goals"


def test_terms_have_the_words_that_readers_see() -> None:
    """A value of a vocabulary is listed with its word, where that is another one."""
    choices = {"choices": Terms(tuple(Status))}

    assert Language.load("nb").message("{choices}", choices) == (
        "proposed (Foreslått), planned (Planlagt), ongoing (Pågår), completed (Fullført), "
        "paused (På pause), stopped (Stanset)"
    )
    assert Language.load("en").message("{choices}", choices) == (
        "proposed, planned, ongoing, completed, paused, stopped"
    )


def test_stand_ins() -> None:
    """What a new entry of any language has in place of an id is known."""
    assert placeholder_ids() == {"velg-en", "vel-ein", "choose-one"}
