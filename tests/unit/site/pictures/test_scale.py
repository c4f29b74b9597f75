"""Scales of values: the same for shares, from zero for the rest, the best rank at the top."""

from __future__ import annotations

from decimal import Decimal

import pytest

from living_strategy.model.goal import Measurement, Target
from living_strategy.model.values import Unit
from living_strategy.site.pictures.scale import Scale, round_number, scale_of


def measured(*values: str | int) -> list[Measurement]:
    """Values of a year each."""
    return [
        Measurement.model_validate({"date": str(2015 + index), "value": value})
        for index, value in enumerate(values)
    ]


def ends(*values: str | int, unit: Unit = Unit.COUNT, target: int | None = None) -> tuple[int, int]:
    """From which number to which the scale goes."""
    wanted = None if target is None else Target.model_validate({"value": target})
    scale = scale_of(measured(*values), wanted, unit)
    return int(scale.low), int(scale.high)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((4, 34), (0, 40)),
        ((99616, 125286), (0, 150000)),
        ((0, 0), (0, 1)),
        ((5, 5), (0, 5)),
        ((-4, 12), (-4, 15)),
        ((-12, -3), (-15, 0)),
        ((1, 10**9), (0, 10**9)),
        (("0.1", "0.25"), (0, 0)),
    ],
)
def test_values_are_counted_from_zero(values: tuple[int, ...], expected: tuple[int, int]) -> None:
    """Up to a round number; below zero as well when values lie there."""
    assert ends(*values) == expected


@pytest.mark.parametrize("values", [(0, 100), (1, 2), (92, 96)])
def test_shares_have_one_scale(values: tuple[int, int]) -> None:
    """However small they are."""
    assert ends(*values, unit=Unit.PERCENT) == (0, 100)


def test_a_target_above_everything_is_the_top() -> None:
    """One below leaves the scale as it is."""
    assert ends(35, 124, target=356) == (0, 356)
    assert ends(35, 124, target=0) == (0, 150)
    assert ends(-9, -3, target=0) == (-10, 0)


def test_the_best_rank_stands_at_the_top() -> None:
    """Ranks begin at one."""
    scale = scale_of(measured(12, 3), None, Unit.RANK)

    assert scale == Scale(Decimal(1), Decimal(15), is_flipped=True)
    assert (scale.y(Decimal(1), 20, 90), scale.y(Decimal(15), 20, 90)) == (20, 90)
    assert scale_of(measured(1, 1), None, Unit.RANK).high == 2


def test_places_of_values() -> None:
    """The low end is at the bottom, zero where it is on the scale."""
    scale = Scale(Decimal(-10), Decimal(10))

    assert [scale.y(Decimal(value), 0, 100) for value in (-10, 0, 10)] == [100, 50, 0]
    assert scale.base == 0
    assert Scale(Decimal(1), Decimal(9)).base == 1
    assert Scale(Decimal(-9), Decimal(-1)).base == -1


def test_round_numbers_are_not_below_the_value() -> None:
    """And not more than half above it."""
    for value in map(Decimal, ("0.003", "1", "7", "34", "99", "101", "356", "999999999")):
        assert value <= round_number(value) <= value * Decimal("1.5")
    assert round_number(Decimal(0)) == round_number(Decimal(-3)) == 0
