"""Owner: whose strategy it is to be, found in the register of places or given by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from living_strategy.content.validate import id_from
from living_strategy.diagnostics import misspelt
from living_strategy.language import Language
from living_strategy.model.municipality import Municipalities, Municipality
from living_strategy.model.organisation import OrganisationKind
from living_strategy.starting.words import N_

MAX_NAME = 120
# What people write behind the name, in the languages of the interface.
_ENDINGS = (" kommune", " fylkeskommune", " municipality", " county municipality", " county")
NEUTRAL = "neutral"
BOKMAL = "nb"


class Reason(Enum):
    """Why the strategy is in its language; the values are sentences."""

    CHOSEN = N_("The site is in {language}, as you asked for.")
    FORM = N_(
        "The site is in {language}, because that is the language form that {owner} asks of the "
        "state; write to its readers in another one with --language."
    )
    NEUTRAL = N_(
        "The site is in {language}, because {owner} has chosen neither bokmål nor nynorsk; choose "
        "another with --language."
    )
    UNKNOWN = N_("The site is in {language}; choose another with --language.")


class NoOwner(Exception):  # noqa: N818 - it says what is missing
    """Nobody is meant by what was given, or more than one; the message says what to write."""

    def __init__(self, template: str, **particulars: str) -> None:
        super().__init__(template)
        self.template, self.particulars = template, particulars

    def message(self, language: Language) -> str:
        """Return the sentence."""
        return language.text(self.template).format(**self.particulars)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose strategy it is. `number` is empty for what is in no register of places."""

    id: str
    title: str
    kind: OrganisationKind
    number: str
    language: str
    reason: Reason


def municipality_owner(text: str, register: Municipalities, language: str = "") -> Owner:
    """Return the municipality with this number or name, in the language or in its own.

    Raises:
        NoOwner: there is none, or more than one.
    """
    place = _municipality(_bare(text), register)
    return _place_owner(place, OrganisationKind.MUNICIPALITY, language)


def county_owner(text: str, register: Municipalities, language: str = "") -> Owner:
    """Return the county with this number or name, in the language or in its own.

    Raises:
        NoOwner: there is none.
    """
    wanted = _bare(text)
    by_name = _counties(register)
    if place := by_name.get(wanted.casefold()):
        return _place_owner(place, OrganisationKind.COUNTY, language)
    if municipalities := register.find(wanted):
        raise NoOwner(
            N_("“{value}” is a municipality: write --municipality {number}."),
            value=text,
            number=municipalities[0].number,
        )
    if near := misspelt(wanted.casefold(), by_name):
        meant = by_name[near]
        raise NoOwner(
            N_("There is no county “{value}”. Did you mean {near} ({number})?"),
            value=text,
            near=meant.name,
            number=meant.number,
        )
    listed = ", ".join(
        f"{place.number} {place.norwegian_name}"
        for place in register.by_number.values()
        if place.is_county
    )
    raise NoOwner(
        N_("There is no county “{value}”. There are: {counties}."), value=text, counties=listed
    )


def named_owner(name: str, language: str, *, chosen: bool) -> Owner:
    """Return an owner that is in no register, by its name.

    Raises:
        NoOwner: the name is empty, too long, or has no letter that an id can be made of.
    """
    title = _one_line(name)
    if not id_from(title) or len(title) > MAX_NAME:
        raise NoOwner(
            N_("“{value}” cannot be the name of an owner: write letters, at most {most} of them."),
            value=title[:MAX_NAME],
            most=str(MAX_NAME),
        )
    reason = Reason.CHOSEN if chosen else Reason.UNKNOWN
    return Owner(id_from(title), title, OrganisationKind.OTHER, "", language, reason)


def _counties(register: Municipalities) -> dict[str, Municipality]:
    """Return the counties by number and by each name in lower case."""
    return {
        name.casefold(): place
        for place in register.by_number.values()
        if place.is_county
        for name in (place.number, place.name, *place.names)
    }


def _municipality(wanted: str, register: Municipalities) -> Municipality:
    places = register.find(wanted)
    if len(places) == 1 and not places[0].is_county:
        return places[0]
    if len(places) > 1:
        choices = "; ".join(
            f"{place.number} ({county.norwegian_name})"
            for place in places
            if (county := register.county(place))
        )
        raise NoOwner(
            N_("There are several municipalities called {value}. Write the number: {choices}."),
            value=places[0].name,
            choices=choices,
        )
    if county := _counties(register).get(wanted.casefold()):
        raise NoOwner(
            N_("“{value}” is a county: write --county {number}."),
            value=wanted,
            number=county.number,
        )
    raise _unknown(wanted, register)


def _unknown(wanted: str, register: Municipalities) -> NoOwner:
    if former := register.former(wanted):
        return _former(former[-1], register)
    if near := misspelt(wanted.casefold(), register.names()):
        meant = register.find(near)[0]
        return NoOwner(
            N_("There is no municipality “{value}”. Did you mean {near} ({number})?"),
            value=wanted,
            near=meant.name,
            number=meant.number,
        )
    return NoOwner(
        N_(
            "There is no municipality “{value}” in the division of 1 January 2024. Write its "
            "number or its name, or --owner and a name for another body."
        ),
        value=wanted,
    )


def _former(former: Municipality, register: Municipalities) -> NoOwner:
    """Return what to say of a number that is not in use any more."""
    last = former.valid_to
    return NoOwner(
        N_(
            "{value} was the number of {name} until the end of {year}. Today it is {successors}: "
            "write that."
        ),
        value=former.number,
        name=former.name,
        year=str(last.year) if last else "",
        successors="; ".join(f"{place.number} {place.name}" for place in register.became(former)),
    )


def _place_owner(place: Municipality, kind: OrganisationKind, language: str) -> Owner:
    neutral = place.language_form == NEUTRAL
    own = BOKMAL if neutral else place.language_form
    reason = Reason.NEUTRAL if neutral else Reason.FORM
    code = language or own
    title = _title(place.norwegian_name, kind, code)
    return Owner(
        id_from(title), title, kind, place.number, code, Reason.CHOSEN if language else reason
    )


def _title(name: str, kind: OrganisationKind, code: str) -> str:
    """Return the name of the body: the register has the names of places."""
    if code == "en":
        return f"{name} {'county' if kind is OrganisationKind.COUNTY else 'municipality'}"
    return f"{name} {'fylkeskommune' if kind is OrganisationKind.COUNTY else 'kommune'}"


def _bare(text: str) -> str:
    """Return a name as registers have it: without the word for what it is."""
    name = _one_line(text)
    for ending in _ENDINGS:
        if name.casefold().endswith(ending):
            return name[: -len(ending)]
    return name


def _one_line(text: str) -> str:
    """Return the text without line breaks and invisible characters."""
    spaced = " ".join(text.split())
    return "".join(letter for letter in spaced if letter.isprintable())
