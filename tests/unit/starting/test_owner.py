"""Whose a strategy is: found by number or name, in the language of the place."""

from __future__ import annotations

import pytest

from living_strategy.content.municipalities import load_municipalities
from living_strategy.language import Language
from living_strategy.model.organisation import OrganisationKind
from living_strategy.starting.owner import (
    MAX_NAME,
    NoOwner,
    Owner,
    Reason,
    county_owner,
    municipality_owner,
    named_owner,
)

REGISTER = load_municipalities()
ENGLISH = Language.load("en")
KOMMUNE, FYLKE = OrganisationKind.MUNICIPALITY, OrganisationKind.COUNTY


def _told(owner: Owner, kind: OrganisationKind) -> str:
    """An owner of a kind on one line."""
    assert owner.kind is kind
    told = f"{owner.number} {owner.language} {owner.reason.name}"
    return f"{owner.id} | {owner.title} | {told}"


@pytest.mark.parametrize(
    ("text", "language", "owner"),
    [
        ("1103", "", "stavanger-kommune | Stavanger kommune | 1103 nb NEUTRAL"),
        ("giske kommune", "", "giske-kommune | Giske kommune | 1532 nn FORM"),
        ("1818", "", "heroy-kommune | Herøy kommune | 1818 nb FORM"),
        ("Karasjok", "nn", "karasjok-kommune | Karasjok kommune | 5610 nn CHOSEN"),
        ("0301", "en", "oslo-municipality | Oslo municipality | 0301 en CHOSEN"),
    ],
)  # fmt: skip
def test_municipality(text: str, language: str, owner: str) -> None:
    """A number or a name, with or without the word for what it is, leads to the municipality; the
    site is in the form that it asks of the state, unless another language is chosen.
    """
    assert _told(municipality_owner(text, REGISTER, language), KOMMUNE) == owner


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("46", "vestland-fylkeskommune | Vestland fylkeskommune | 46 nn FORM"),
        ("Nordlánnda", "nordland-fylkeskommune | Nordland fylkeskommune | 18 nb NEUTRAL"),
        ("vestfold Fylkeskommune", "vestfold-fylkeskommune | Vestfold fylkeskommune | 39 nb FORM"),
    ],
)  # fmt: skip
def test_county(text: str, owner: str) -> None:
    """Counties are found by number and by each of their names."""
    assert _told(county_owner(text, REGISTER), FYLKE) == owner


def test_every_place_can_start() -> None:
    """Each number has an owner with a name and an id of its own kind, in a language there is."""
    owners = [
        (county_owner if place.is_county else municipality_owner)(number, REGISTER)
        for number, place in REGISTER.by_number.items()
    ]

    assert [owner.number for owner in owners] == list(REGISTER.by_number)
    assert {owner.language for owner in owners} == {"nb", "nn"}
    assert {owner.title.rsplit(" ")[-1] for owner in owners} == {"kommune", "fylkeskommune"}


def test_named() -> None:
    """Whoever is in no register is called what was given, on one line."""
    owner = Owner("region-skane", "Region Skåne", OrganisationKind.OTHER, "", "en", Reason.CHOSEN)

    assert named_owner(" Region\n Skåne ", "en", chosen=True) == owner
    assert named_owner("X", "nb", chosen=False).reason is Reason.UNKNOWN


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Herøy",
            "There are several municipalities called Herøy. Write the number: "
            "1515 (Møre og Romsdal); 1818 (Nordland)."),
        ("0219", "0219 was the number of Bærum until the end of 2019. "
            "Today it is 3201 Bærum: write that."),
        ("1507", "1507 was the number of Ålesund until the end of 2023. "
            "Today it is 1508 Ålesund; 1580 Haram: write that."),
        ("46", "“46” is a county: write --county 46."),
        ("Vestland", "“Vestland” is a county: write --county 46."),
        ("Stavangr", "There is no municipality “Stavangr”. Did you mean Stavanger (1103)?"),
        ("9999",
            "There is no municipality “9999” in the division of 1 January 2024. Write its "
            "number or its name, or --owner and a name for another body."),
    ],
)  # fmt: skip
def test_no_municipality(text: str, message: str) -> None:
    """What is ambiguous, abolished, a county, misspelt or unknown is answered with the way out."""
    with pytest.raises(NoOwner) as caught:
        municipality_owner(text, REGISTER)

    assert caught.value.message(ENGLISH) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Giske", "“Giske” is a municipality: write --municipality 1532."),
        ("Vestlan", "There is no county “Vestlan”. Did you mean Vestland (46)?"),
        ("12",
            "There is no county “12”. There are: 03 Oslo, 11 Rogaland, 15 Møre og Romsdal, "
            "18 Nordland, 31 Østfold, 32 Akershus, 33 Buskerud, 34 Innlandet, 39 Vestfold, "
            "40 Telemark, 42 Agder, 46 Vestland, 50 Trøndelag, 55 Troms, 56 Finnmark."),
    ],
)  # fmt: skip
def test_no_county(text: str, message: str) -> None:
    """The same for counties, which are few enough to be listed."""
    with pytest.raises(NoOwner) as caught:
        county_owner(text, REGISTER)

    assert caught.value.message(ENGLISH) == message


@pytest.mark.parametrize("name", ["", " ", "...", "x" * (MAX_NAME + 1)])
def test_no_name(name: str) -> None:
    """A name that no id can be made of, or too long for a heading, is refused."""
    with pytest.raises(NoOwner, match="cannot be the name of an owner"):
        named_owner(name, "nb", chosen=True)
