"""Charges: what a municipality or county would pay, worked out from prices and its inhabitants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from living_strategy.content.graph import Graph
from living_strategy.model import Component, Scheme
from living_strategy.model.component import Maturity
from living_strategy.model.municipality import Municipality
from living_strategy.model.price import Payer, Price

Priced = Component | Scheme


@dataclass(frozen=True, slots=True)
class Charge:
    """A price as one of them would pay it. `kroner` is the whole sum, rounded to a krone."""

    entry: Priced
    price: Price
    inhabitants: int
    kroner: int


def priced_entries(graph: Graph) -> tuple[Priced, ...]:
    """Return the schemes and components in force that have prices. What is discontinued costs
    nobody anything.
    """
    schemes = [scheme for scheme in graph.active(Scheme) if scheme.prices]
    components = [
        component
        for component in graph.active(Component)
        if component.prices and component.maturity is not Maturity.DISCONTINUED
    ]
    return (*schemes, *components)


def charges(entries: Sequence[Priced], municipality: Municipality) -> Iterator[Charge]:
    """Yield what a municipality or county would pay for these, in their order. A price that says
    neither a sum nor one for each inhabitant gives none, and neither does a place whose inhabitants
    nobody has counted.
    """
    payer = Payer.COUNTY if municipality.is_county else Payer.MUNICIPALITY
    inhabitants = municipality.inhabitants
    if not inhabitants:
        return
    for entry in entries:
        for price in entry.prices:
            if price.payer is payer and _holds(price, inhabitants) and _says_something(price):
                yield Charge(entry, price, inhabitants, _kroner(price, inhabitants))


def _holds(price: Price, inhabitants: int) -> bool:
    is_below = price.below_inhabitants is None or inhabitants < price.below_inhabitants
    return is_below and inhabitants >= (price.from_inhabitants or 0)


def _says_something(price: Price) -> bool:
    return price.amount is not None or price.per_inhabitant is not None


def _kroner(price: Price, inhabitants: int) -> int:
    total = Decimal(price.amount or 0) + (price.per_inhabitant or Decimal(0)) * inhabitants
    return int(total.to_integral_value(ROUND_HALF_UP))
