"""Municipalities and counties, by number and by name in any of their languages."""

from __future__ import annotations

from collections import Counter

import pytest

from living_strategy.content.municipalities import load_municipalities
from living_strategy.model.municipality import COUNTED
from living_strategy.partial_date import PartialDate

REGISTER = load_municipalities()


def test_size() -> None:
    """The division of 1 January 2024 has 357 municipalities in 15 counties."""
    counties = [entry for entry in REGISTER.by_number.values() if entry.is_county]

    assert (len(REGISTER.by_number) - len(counties), len(counties)) == (357, 15)
    assert {entry.number[:2] for entry in REGISTER.by_number.values()} == {
        county.number for county in counties
    }


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0301", ["0301"]), ("301", []), ("46", ["46"]), ("Bergen", ["4601"]), ("bergen", ["4601"]),
        ("Herøy", ["1515", "1818"]), ("Våler", ["3114", "3419"]), ("Kárášjohka", ["5610"]),
        ("Vestland", []), ("", []), ("1234", []),
    ],
)  # fmt: skip
def test_find(text: str, numbers: list[str]) -> None:
    """A number or name leads to all it may mean; leading zeros count."""
    assert [entry.number for entry in REGISTER.find(text)] == numbers


def test_parallel_names() -> None:
    """Every official name of a municipality leads to it, and the whole name too."""
    for entry in REGISTER.by_number.values():
        if not entry.is_county:
            for name in (entry.name, *entry.names):
                assert entry in REGISTER.find(name)


@pytest.mark.parametrize(
    ("number", "label"),
    [("4601", "Bergen"), ("46", "Vestland"), ("1515", "Herøy (Møre og Romsdal)")],
)
def test_label(number: str, label: str) -> None:
    """The county is shown where two municipalities share a name."""
    assert REGISTER.label(number) == label


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("4601", "Bergen"), ("46", "Vestland"), ("1515", "Herøy Møre og Romsdal"),
        ("3114", "Våler Østfold"), ("5610", "Karasjok"), ("1826", "Hattfjelldal"),
        ("5001", "Trondheim"), ("50", "Trøndelag"),
    ],
)  # fmt: skip
def test_short_name(number: str, name: str) -> None:
    """What addresses are made of: the name in Norwegian, whichever official name comes first."""
    assert REGISTER.short_name(number) == name


def test_norwegian_names_are_official_ones() -> None:
    """The name in Norwegian is one of the names, and written down only when it is not the first."""
    for entry in REGISTER.by_number.values():
        assert entry.norwegian_name in entry.names
        assert entry.norwegian not in entry.names[:1]


def test_known_numbers() -> None:
    """The inhabitants of all municipalities are those of table 07459 for 1 January 2024, and a
    county has those of its municipalities; each has asked for a form of Norwegian or for none.
    """
    entries = REGISTER.by_number.values()
    municipalities = [entry for entry in entries if not entry.is_county]

    assert PartialDate("2024-01-01") == COUNTED
    assert sum(entry.inhabitants for entry in municipalities) == 5_550_203
    for county in (entry for entry in entries if entry.is_county):
        own = [entry for entry in municipalities if entry.number[:2] == county.number]
        assert county.inhabitants == sum(entry.inhabitants for entry in own)
    sizes = {name: REGISTER.find(name)[0].inhabitants for name in ("Oslo", "Giske", "Utsira")}
    assert sizes == {"Oslo": 717_710, "Giske": 8_691, "Utsira": 215}
    forms = Counter(entry.language_form for entry in municipalities)
    assert forms == {"nb": 119, "nn": 88, "neutral": 150}
    counties = {entry.number: entry.language_form for entry in entries if entry.is_county}
    own_form = {number: form for number, form in counties.items() if form != "neutral"}
    assert own_form == {"46": "nn", "15": "nn", "39": "nb"}
    assert "herøy" in REGISTER.names()


@pytest.mark.parametrize(
    ("number", "successors"),
    [
        ("0219", ["3201"]), ("3024", ["3201"]), ("0602", ["3301"]), ("1545", ["1506"]),
        ("1507", ["1508", "1580"]), ("1613", ["5055", "5056", "5059"]), ("30", ["31", "32", "33"]),
        ("1103", []), ("9999", []), ("", []),
    ],
)  # fmt: skip
def test_successors(number: str, successors: list[str]) -> None:
    """An earlier number leads to today's; nothing is said of what is in use, unknown or divided in
    a way that we do not know.
    """
    assert [entry.number for entry in REGISTER.successors(number)] == successors


@pytest.mark.parametrize(
    ("day", "municipalities", "counties"),
    [
        ("2016-12-31", 428, 19), ("2017-07-01", 426, 19), ("2018-07-01", 422, 18),
        ("2019-12-31", 422, 18), ("2020-01-01", 356, 11), ("2023-12-31", 356, 11),
        ("2024-01-01", 357, 15),
    ],
)  # fmt: skip
def test_earlier_divisions(day: str, municipalities: int, counties: int) -> None:
    """The earlier numbers and those of today are together as many as there were on a day."""
    then = PartialDate(day)
    former = {place.number for place in REGISTER.all_former() if place.was_valid(then)}
    kept = {number for number in REGISTER.by_number if _since(number) <= then.year}

    assert not former & set(REGISTER.by_number)
    assert sum(len(number) == 4 for number in former | kept) == municipalities
    assert sum(len(number) == 2 for number in former | kept) == counties


def _since(number: str) -> int:
    """Return the year from which a number of today is in use, or 0 for one that is older."""
    if number[:2] in ("31", "32", "33", "39", "40", "55", "56") or number in ("1508", "1580"):
        return 2024
    new_in_2020 = ("1108", "1506", "1577", "1578", "1579", "1806", "1875", "5006", "5007")
    if number[:2] in ("34", "42", "46") or number in new_in_2020 or "5055" <= number < "5061":
        return 2020
    return {"5061": 2019}.get(number, 2018 if number.startswith("50") else 0)


def test_former_numbers() -> None:
    """Each earlier number is in use no more, has a name and a last day, and all its successors are
    numbers of today; a municipality that was divided leads to all of its parts.
    """
    former = REGISTER.all_former()

    assert len(former) == len({place.number for place in former}) == 499
    assert all(place.name and place.valid_to for place in former)
    assert all(set(place.successors) <= set(REGISTER.by_number) for place in former)
    divided = {place.name: place.successors for place in former if len(place.successors) > 1}
    assert divided == {
        "Snillfjord": ("5055", "5056", "5059"),
        "Tysfjord": ("1806", "1875"),
        "Ålesund": ("1508", "1580"),
        "Viken": ("31", "32", "33"),
        "Vestfold og Telemark": ("39", "40"),
        "Troms og Finnmark": ("55", "56"),
    }
    (baerum,) = REGISTER.former("0219")
    assert (baerum.name, baerum.valid_to) == ("Bærum", "2019-12-31")
    assert REGISTER.labels()["0213"] == "Ski"
