"""What a price comes to for a municipality or county, by its inhabitants."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.municipalities import load_municipalities
from living_strategy.figures.charges import charges, priced_entries
from living_strategy.model import Component, Scheme
from tests.factories import a_graph

GISKE = load_municipalities().by_number["1532"]
VESTLAND = load_municipalities().by_number["46"]


def a_scheme(*prices: dict[str, Any], **changes: Any) -> Scheme:
    """A funding scheme with these prices."""
    named = [{"payer": "municipality", "every": "once"} | price for price in prices]
    return Scheme.model_validate({"id": "fond", "title": "Fond", "prices": named} | changes)


@pytest.mark.parametrize(
    ("price", "kroner"),
    [
        ({"per_inhabitant": 20}, [173_820]),
        ({"amount": 500, "per_inhabitant": "0.125"}, [1_586]),
        ({"amount": 500}, [500]),
        ({"per_inhabitant": "0.5"}, [4_346]),  # 4,345.5
        ({"amount": 500, "below_inhabitants": 8_691}, []),
        ({"amount": 500, "from_inhabitants": 8_691}, [500]),
        ({"amount": 500, "from_inhabitants": 8_692}, []),
        ({"amount": 0}, [0]),
        ({}, []),
    ],
)
def test_sum(price: dict[str, Any], kroner: list[int]) -> None:
    """So much for all, so much for each of 8,691, from and below a size; nothing of nothing."""
    assert GISKE.inhabitants == 8_691
    assert [charge.kroner for charge in charges([a_scheme(price)], GISKE)] == kroner


def test_counties_pay_their_own_price() -> None:
    """A price is for municipalities or for county authorities."""
    scheme = a_scheme({"per_inhabitant": 20}, {"payer": "county", "per_inhabitant": 5})

    assert [charge.kroner for charge in charges([scheme], GISKE)] == [173_820]
    assert [charge.kroner for charge in charges([scheme], VESTLAND)] == [651_299 * 5]


def test_what_nobody_can_buy_has_no_price() -> None:
    """Neither what is discontinued or retired, nor what has no price, is among the priced."""
    price = {"payer": "municipality", "every": "year", "amount": 1}
    components = [
        Component.model_validate({"id": name, "title": name, "prices": [price]} | fields)
        for name, fields in {
            "kept": {}, "over": {"maturity": "discontinued"}, "free": {"prices": []},
            "gone": {"retired": {"date": "2025", "reason": "Nedlagt."}},
        }.items()
    ]  # fmt: skip
    graph = a_graph(a_scheme({"amount": 1}), *components)

    assert [entry.id for entry in priced_entries(graph)] == ["fond", "kept"]
