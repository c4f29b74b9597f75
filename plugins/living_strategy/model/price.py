"""Price: what a municipality or county pays, by its number of inhabitants."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.model.trait import Change, reported
from living_strategy.model.values import Count, Kroner, Number, SameBy, Text, Url, Value
from living_strategy.partial_date import PartialDate


class Payer(StrEnum):
    """Who pays a price."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"


class Interval(StrEnum):
    """How often a price is paid."""

    ONCE = "once"
    MONTH = "month"
    YEAR = "year"


class Price(Value):
    """A price that follows from the number of inhabitants: a sum, so much for each, or both."""

    SAME_BY: ClassVar[SameBy] = (("payer", "every", "from_inhabitants"), ("payer", "every"))

    payer: Annotated[Payer, reported("Payer", "municipality")]
    """municipality or county."""
    every: Annotated[Interval, reported("How often", "once")]
    """once, month or year."""
    amount: Annotated[Kroner | None, reported("Sum", "500")] = None
    """Whole {currency} that all of them pay; empty when there is none."""
    per_inhabitant: Annotated[Number | None, reported("Sum per inhabitant", "20")] = None
    """The sum in {currency} for each inhabitant, with a point as decimal mark; empty when there is none."""
    from_inhabitants: Annotated[Count | None, reported("From so many inhabitants", "5000")] = None
    """The price holds from this number of inhabitants; empty when there is no lower bound."""
    below_inhabitants: Annotated[Count | None, reported("Below so many inhabitants", "10000")] = (
        None
    )
    """The price holds below this number of inhabitants; empty when there is no upper bound."""
    date: Annotated[PartialDate | None, reported("Date", "2021")] = None
    """When the price held; empty when the source is undated. The page then says so."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where the price was found."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What the price covers, or what is uncertain."""
