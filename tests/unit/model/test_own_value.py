"""Values of a strategy's own lists: chosen by their key, shown by their word."""

from __future__ import annotations

import json
import pickle
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.language import LANGUAGES, Language
from living_strategy.model import Goal, Measure, Organisation
from living_strategy.model.budget import Gain, GainUnit
from living_strategy.model.measure import Audience
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.own_lists import lists_of
from living_strategy.model.own_value import NO_LISTS, OwnLists, OwnUnit, OwnValue, counted_as
from living_strategy.model.own_words import language_of
from living_strategy.model.values import Phase, Unit
from living_strategy.settings import Settings

NB, EN = Language.load("nb"), Language.load("en")
GWH = OwnUnit("gwh", "GWh", decimals=1)
UNITS = {"gwh": {"symbol": "GWh", "decimals": 1}, "tonn": {"symbol": "tonn", "one": "ett tonn"}}
GAIN = {"title": "Mindre strøm", "unit": "gwh", "amount": "1.5"}


def settings_with(**changes: Any) -> Settings:
    """Settings with these lists."""
    return Settings.model_validate({"title": "Klimaplan", **changes})


def a_gain(settings: Settings, **changes: Any) -> Gain:
    """A gain of a strategy with these settings."""
    return Gain.model_validate(GAIN | changes, context=lists_of(settings))


def test_chosen_by_its_key() -> None:
    """A unit of the strategy's own stands beside those of the package."""
    settings = settings_with(units=UNITS)

    own, built_in = a_gain(settings).unit, a_gain(settings, unit="hours").unit
    assert isinstance(own, OwnUnit)
    assert (own, own.value, own.word, own.decimals) == ("gwh", "gwh", "GWh", 1)
    assert built_in is GainUnit.HOURS


def test_takes_the_place_of_one_of_the_package() -> None:
    """A unit with the key of one of the package is used instead of it."""
    settings = settings_with(units={"tonnes": {"symbol": "t", "decimals": 2}})

    unit = a_gain(settings, unit="tonnes").unit
    assert isinstance(unit, OwnUnit)
    assert unit.amount(Decimal("1.5"), NB) == "1,50\u00a0t"


@pytest.mark.parametrize("context", [None, NO_LISTS, OwnLists({Unit: {"gwh": GWH}})])
def test_closed(context: OwnLists | None) -> None:
    """What is in no list is refused; a list of one vocabulary says nothing of another."""
    with pytest.raises(ValueError, match="enum"):
        Gain.model_validate(GAIN, context=context)


def test_unread() -> None:
    """Where the list could not be read, everything in it may be right."""
    lists = lists_of(settings_with(), unread=["units"])

    assert Gain.model_validate(GAIN, context=lists).unit == "gwh"
    assert Gain.model_validate(GAIN | {"unit": "hours"}, context=lists).unit is GainUnit.HOURS


def test_written() -> None:
    """In JSON a value is its key, own or not."""
    settings = settings_with(units=UNITS)

    for unit in ("gwh", "hours"):
        assert json.loads(a_gain(settings, unit=unit).model_dump_json())["unit"] == unit


def test_copied() -> None:
    """A copy has all that the original has, also from another process."""
    for copy in (deepcopy(GWH), pickle.loads(pickle.dumps(GWH))):
        assert (copy, copy.word, copy.decimals, copy.one) == ("gwh", "GWh", 1, "GWh")


def test_words() -> None:
    """The language of a strategy knows its lists, and keeps the words of what they leave out."""
    language = language_of(settings_with(units=UNITS)).calling("ls")

    assert [unit.value for unit in language.choices(GainUnit)][-2:] == ["gwh", "tonn"]
    assert language.choices(Unit)[0] is Unit.PERCENT
    own = language.choice(Unit, "gwh")
    assert own is not None
    assert language.term(own) == "GWh"
    assert language.choice(Unit, "percent") is Unit.PERCENT
    assert language.choice(Unit, "kwh") is None
    assert EN.choices(Unit) == tuple(Unit)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("745300.5", 1, "745\u00a0300,5 t"),
        ("745300", 1, "745\u00a0300,0 t"),
        ("1", 0, "1 tonn"),
        ("-1200", 0, "-1\u00a0200 t"),
        ("0.000001", 6, "0,000001 t"),
        ("1.25", 1, "1,25 t"),
        ("1E+3", 0, "1\u00a0000 t"),
    ],
)
def test_amount(value: str, decimals: int, expected: str) -> None:
    """Every decimal of the unit is shown, and none is rounded away."""
    unit = OwnUnit("t", "t", "tonn", decimals)

    shown = unit.amount(Decimal(value), NB)
    assert shown == expected.replace(" t", "\u00a0t")


@given(
    value=st.decimals(-1_000_000_000_000, 1_000_000_000_000, places=6),
    decimals=st.integers(0, 6),
    code=st.sampled_from(LANGUAGES),
)
def test_every_amount_can_be_read_back(value: Decimal, decimals: int, code: str) -> None:
    """What is shown is the value, in every language, with the decimals of the unit."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    value = round(value, decimals)
    shown = OwnUnit("t", "t", "t", decimals).amount(value, Language.load(code))

    number, _, symbol = shown.rpartition("\u00a0")
    plain = number.replace(get_group_symbol(code), "").replace(get_decimal_symbol(code), ".")
    assert symbol == "t"
    assert Decimal(plain) == value
    assert len(plain.partition(".")[2]) == decimals


def test_indicator() -> None:
    """Indicators take units from the same list as gains."""
    indicator = {"id": "bruk", "title": "Bruk", "unit": "gwh", "direction": "down"}
    fields = {"id": "mal", "title": "Mål", "area": "a", "standing": "adopted"}
    lists = lists_of(settings_with(units=UNITS))

    goal = Goal.model_validate(fields | {"indicators": [indicator]}, context=lists)
    assert goal.indicators[0].unit == GWH


LISTS = {
    "audiences": {"patients": "pasienter", "hospitals": {"word": "sykehus", "counts_as": "county"}},
    "organisation_types": {"region": {"word": "Region", "counts_as": "county"}, "ward": "Post"},
    "phases": {"build": "Bygging", "idea": "Idé"},
    "body_levels": {"board": "Styre"},
}


def test_in_place_of_the_package() -> None:
    """A list takes the place of the package's, in its own order."""
    language = language_of(settings_with(**LISTS))

    phases = language.choices(Phase)
    assert [(phase.value, language.term(phase)) for phase in phases] == [
        ("build", "Bygging"),
        ("idea", "Idé"),
    ]
    # What is left out may stand in an earlier version.
    assert language.choice(Phase, "delivery") is Phase.DELIVERY
    assert language.listed(Audience) == "patients (pasienter), hospitals (sykehus)"


def test_counts_as() -> None:
    """Figures take a value for what it counts as, and for nothing by itself."""
    lists = lists_of(settings_with(**LISTS))
    fields = {"id": "x", "title": "X"}
    work = {"goals": ["mal"], "status": "ongoing", "audience": ["patients", "hospitals"]}

    def organisation(kind: str) -> Organisation:
        return Organisation.model_validate(fields | {"type": kind}, context=lists)

    measure = Measure.model_validate(fields | work, context=lists)
    assert measure.audiences_counted == {Audience.COUNTY}
    assert organisation("region").counted_as is OrganisationKind.COUNTY
    assert organisation("ward").counted_as is OrganisationKind.OTHER
    with pytest.raises(ValueError, match="enum"):
        organisation("county")


def test_key_of_the_package() -> None:
    """A value with a key of the package's counts as that, whatever its word."""
    lists = lists_of(settings_with(organisation_types={"agency": "Etat"}))

    fields = {"id": "x", "title": "X", "type": "agency"}
    kind = Organisation.model_validate(fields, context=lists).type
    assert isinstance(kind, OwnValue)
    assert (kind.word, counted_as(kind, OrganisationKind)) == ("Etat", OrganisationKind.AGENCY)


@pytest.mark.parametrize(
    ("code", "currency", "expected"),
    [
        ("nb", "NOK", ("15 000 kr", "175,6 mill. kr", "1,5 kr", "kroner")),
        ("en", "NOK", ("NOK 15,000", "NOK 175.6 million", "NOK 1.5", "kroner")),
        ("nb", "SEK", ("15 000 SEK", "175,6 mill. SEK", "1,5 SEK", "svenske kroner")),
        ("nn", "EUR", ("15 000 €", "175,6 mill. €", "1,5 €", "euro")),
        ("en", "EUR", ("€15,000", "€175.6 million", "€1.5", "euros")),
    ],
)
def test_currency(code: str, currency: str, expected: tuple[str, ...]) -> None:
    """Sums are written as the language writes those of the currency."""
    language = language_of(settings_with(language=code, currency=currency))

    sums = (15_000, 175_551_234)
    told = (language.money(sums[0]), language.millions(sums[1]), language.money(Decimal("1.5")))
    assert tuple(words.replace("\u00a0", " ") for words in told) == expected[:3]
    assert all(" " not in words for words in told)
    assert language.currency == expected[3]


def test_units_of_another_currency() -> None:
    """Gains and indicators in money are named after the currency of the strategy."""
    settings = settings_with(currency="SEK")
    language, lists = language_of(settings), lists_of(settings)

    gain = a_gain(settings, unit="sek")
    assert isinstance(gain.unit, OwnUnit)
    assert gain.unit.amount(Decimal(1500), language) == "1\u00a0500\u00a0SEK"
    assert language.term(lists.choices(Unit)[-1]) == "Millioner svenske kroner"
    million = lists.choices(Unit)[-1]
    assert isinstance(million, OwnUnit)
    assert million.amount(Decimal("1.5"), language) == "1,5\u00a0mill.\u00a0SEK"
    assert not million.is_long
    with pytest.raises(ValueError, match="enum"):
        a_gain(settings, unit="kroner")


@pytest.mark.parametrize("currency", ["XYZ", "sek", "kr", ""])
def test_no_currency(currency: str) -> None:
    """What ISO 4217 does not have is no currency."""
    with pytest.raises(ValueError, match="currency"):
        settings_with(currency=currency)
