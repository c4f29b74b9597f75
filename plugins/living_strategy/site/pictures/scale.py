"""Scales of pictures of values: from which number to which, and where a value lies."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from living_strategy.figures.target_path import Dated
from living_strategy.model.goal import Measurement, Target
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Unit

_STEPS = tuple(map(Decimal, ("1", "1.5", "2", "3", "4", "5", "6", "8", "10")))
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Scale:
    """From which number to which a picture shows. The best rank is the lowest, and stands at the
    top.
    """

    low: Decimal
    high: Decimal
    is_flipped: bool = False

    def y(self, value: Decimal, top: float, bottom: float) -> float:
        """Return the place of a value, in px."""
        share = float((value - self.low) / (self.high - self.low))
        way = 1 - share if not self.is_flipped else share
        return round(top + way * (bottom - top), 1)

    @property
    def base(self) -> Decimal:
        """The number that values are counted from: zero, if it is on the scale."""
        return min(max(self.low, _ZERO), self.high)


def scale_of(
    measured: Sequence[Measurement],
    target: Target | None,
    unit: Unit | OwnUnit,
    path: Sequence[Dated] = (),
) -> Scale:
    """Return the scale of a picture: always the same for shares, else round numbers from zero."""
    if unit is Unit.PERCENT:
        return Scale(_ZERO, Decimal(100))
    numbers = [value.value for value in (*measured, *path)] + ([target.value] if target else [])
    if unit is Unit.RANK:
        return Scale(Decimal(1), max(round_number(max(numbers)), Decimal(2)), is_flipped=True)
    low, high = -round_number(-min(*numbers, _ZERO)), round_number(max(*numbers, _ZERO))
    if target and target.value == max(numbers) > 0:
        # What is wanted is the top: nothing stands above it.
        high = target.value
    # Nothing but zeros needs a scale as well.
    return Scale(low, high if high > low else Decimal(1))


def round_number(value: Decimal) -> Decimal:
    """Return a round number that is not below the value; zero for one that is not above zero."""
    if value <= 0:
        return _ZERO
    power = Decimal(10) ** math.floor(value.log10())
    return next(step * power for step in _STEPS if step * power >= value)
