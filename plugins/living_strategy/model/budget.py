"""Budget: what a measure or project costs per year, who pays, and what is to be gained."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.model.own_value import OwnList, OwnUnit
from living_strategy.model.price import Interval
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import (
    Id,
    Kroner,
    Number,
    SameBy,
    Text,
    Title,
    Url,
    Value,
    Year,
)
from living_strategy.partial_date import PartialDate

FUNDED_BY = Relation(
    "funded_by",
    "funds",
    ("scheme",),
    labels=Labels(one="Funding scheme", many="Funding schemes"),
    inverse_labels=Labels(one="Funds", many="Funds"),
    added="The money now comes from {other}",
    removed="The money no longer comes from {other}",
    replaced="The money now comes from {new} (was {old})",
)
PAID_BY = Relation(
    "paid_by",
    "pays_for",
    ("organisation", "network", "body"),
    labels=Labels(one="Payer", many="Payers"),
    inverse_labels=Labels(one="Pays for", many="Pays for"),
    added="Now paid by {other}",
    removed="No longer paid by {other}",
    replaced="Now paid by {new} (was {old})",
)


class Financing(StrEnum):
    """Whether the money of a year is there."""

    COVERED = "covered"
    APPLIED_FOR = "applied_for"
    UNFINANCED = "unfinanced"


class Cost(Value):
    """What a measure or project costs in one year, in whole units of the strategy's currency. A
    year that several pay for has a line for each of them.
    """

    SAME_BY: ClassVar[SameBy] = (
        *(("year", "payer", "scheme", "budget_line"), ("year", "payer", "scheme")),
        *(("year", "scheme"), ("year",)),
        ("operating", "investment", "undivided", "scheme"),
        ("operating", "investment", "undivided"),
    )

    year: Annotated[Year, decided("Year", "2027")]
    """Budget year."""
    operating: Annotated[Kroner | None, decided("Operating cost", "250000")] = None
    """Operating cost (drift), whole {currency}; empty when unknown."""
    investment: Annotated[Kroner | None, decided("Investment", "1000000")] = None
    """Investment, whole {currency}; empty when unknown."""
    undivided: Annotated[Kroner | None, decided("Undivided sum", "400000")] = None
    """Whole {currency} that the source does not divide in operating cost and investment."""
    payer: Annotated[Id | None, decided("Payer", "biblioteket", relation=PAID_BY)] = None
    """Id of the organisation, network or body that pays; empty when the source does not say."""
    scheme: Annotated[
        Id | None, decided("Funding scheme", "utviklingsmidler", relation=FUNDED_BY)
    ] = None
    """Id of the funding scheme that pays, if any."""
    financing: Annotated[Financing | None, decided("Financing", "covered")] = None
    """covered when the money is in the budget, applied_for, or unfinanced; empty when not told."""
    budget_line: Annotated[
        Title | None, decided("Budget line or case", "Ansvar 1234", change=Change.EDITORIAL)
    ] = None
    """Budget line or case number, as the budget writes it."""
    note: Annotated[Text | None, decided("Note", change=Change.CLARIFICATION)] = None
    """What the sum covers."""

    @property
    def known(self) -> int | None:
        """The sum of what is known, None when nothing is."""
        parts = [self.operating, self.investment, self.undivided]
        amounts = [amount for amount in parts if amount is not None]
        return sum(amounts) if amounts else None


class GainUnit(StrEnum):
    """What a gain is counted in."""

    KRONER = "kroner"
    HOURS = "hours"
    PERSON_YEARS = "person_years"
    PERSONS = "persons"
    TONNES = "tonnes"


AnyGainUnit = Annotated[GainUnit | OwnUnit, OwnList(GainUnit, OwnUnit)]
"""What a gain is counted in: one of the package's words, or a unit of the strategy's own."""


class Gain(Value):
    """What is to be gained, by when, and how much of it is reached."""

    SAME_BY: ClassVar[SameBy] = (("title",), ("unit", "date"), ("unit",))

    title: Annotated[Title, decided("Gain", "Mindre tid til postgang")]
    """What gets better, in a few words."""
    unit: Annotated[AnyGainUnit, decided("Unit", "hours")]
    """kroner, hours, person_years, persons, tonnes, or one of the strategy's own."""
    amount: Annotated[Number | None, decided("Expected gain", "1200")] = None
    """The number, with a point as decimal mark; empty when nobody has counted it."""
    every: Annotated[Interval | None, decided("How often", "year")] = None
    """once, month or year."""
    date: Annotated[PartialDate | None, decided("Deadline", "2028")] = None
    """By when it should be reached; empty when no deadline was set."""
    reached: Annotated[Number | None, reported("Reached so far", "300")] = None
    """How much of it is reached; empty when nobody has measured it."""
    reached_date: Annotated[PartialDate | None, reported("Measured", "2027")] = None
    """When that was measured."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where this can be read."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """How it is counted, and what is uncertain."""
