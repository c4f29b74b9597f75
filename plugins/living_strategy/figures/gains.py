"""Gains added up where they are counted alike: by area, and for a plan as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import by_area
from living_strategy.figures.budget import Work
from living_strategy.model import Area
from living_strategy.model.budget import Gain, GainUnit
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.price import Interval

# What is told without how often is read as a sum that comes once, as beside each gain.
_ONCE = Interval.ONCE


@dataclass(frozen=True, slots=True)
class GainSum:
    """The gains in one unit that come equally often. `expected` and `reached` add up what is known,
    and are None where nothing is; `uncounted` and `unmeasured` say how many are in neither sum.
    """

    unit: GainUnit | OwnUnit
    every: Interval
    expected: Decimal | None
    reached: Decimal | None
    gains: int
    uncounted: int
    unmeasured: int


@dataclass(frozen=True, slots=True)
class GainRow:
    """The sums of an area, or of a whole plan. `silent` counts the work that states no gain."""

    area: Area | None
    sums: tuple[GainSum, ...]
    work: int
    silent: int


@dataclass(frozen=True, slots=True)
class GainSums:
    """The sums of a plan: area by area, and in all."""

    areas: tuple[GainRow, ...]
    total: GainRow


def gain_sums(graph: Graph, entries: Iterable[Work]) -> GainSums:
    """Add up the gains of measures and projects, each of which has one area, or none."""
    members = tuple(entries)
    areas = tuple(_row(under.area, under.entries) for under in by_area(graph, members))
    return GainSums(areas, _row(None, members))


def _row(area: Area | None, entries: Iterable[Work]) -> GainRow:
    members = tuple(entries)
    silent = sum(not entry.gains for entry in members)
    return GainRow(area, tuple(_sums(members)), len(members), silent)


def _sums(entries: Iterable[Work]) -> Iterator[GainSum]:
    """Yield a sum for each unit and how often, never one across them."""
    groups: dict[tuple[GainUnit | OwnUnit, Interval], list[Gain]] = {}
    for entry in entries:
        for gain in entry.gains:
            groups.setdefault((gain.unit, gain.every or _ONCE), []).append(gain)
    for (unit, every), gains in sorted(groups.items(), key=_order):
        expected = [gain.amount for gain in gains if gain.amount is not None]
        reached = [gain.reached for gain in gains if gain.reached is not None]
        yield GainSum(
            unit,
            every,
            sum(expected, Decimal(0)) if expected else None,
            sum(reached, Decimal(0)) if reached else None,
            len(gains),
            len(gains) - len(expected),
            len(gains) - len(reached),
        )


def _order(group: tuple[tuple[GainUnit | OwnUnit, Interval], list[Gain]]) -> tuple[int, str, int]:
    """Order by unit as the vocabulary has them, those of the strategy's own last, then by time."""
    (unit, every), _ = group
    built_in = list(GainUnit)
    rank = len(built_in) if isinstance(unit, OwnUnit) else built_in.index(unit)
    return rank, str(unit), list(Interval).index(every)
