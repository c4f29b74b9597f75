"""A small map in tiles for the page of an entry: who is listed, who may be, and who is not known.

A path a meaning and no links: it weighs a few kB, and the lists beside it have the names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from living_strategy.site.pictures.county_blocks import GAP, STEP, county_block

_TILE = STEP - 2 * GAP
# The numbers of the municipalities of each county, by its number, in the order of their tiles.
Division = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The paths: `hatched` is around the tiles of all counties, `near` and `framed` around those of
    some; `listed` has each municipality by itself.
    """

    width: int
    height: int
    hatched: str
    near: str
    listed: str
    framed: str


def place_map(
    division: Division, listed: Collection[str], near: Collection[str], framed: Collection[str]
) -> PlaceMap:
    """Draw the municipalities that are `listed`, those of the counties that are `near`, and a frame
    around the counties that are `framed`. All are numbers.
    """
    tiles = {
        number: block.tile(index)
        for county, numbers in division.items()
        for block in [county_block(county)]
        for index, number in enumerate(numbers)
    }
    return PlaceMap(
        max(x for x, _ in tiles.values()) + STEP,
        max(y for _, y in tiles.values()) + STEP,
        "".join(_outlines(division, division)),
        "".join(_outlines(division, near)),
        _squares(place for number, place in tiles.items() if number in listed),
        "".join(_outlines(division, framed)),
    )


def _outlines(division: Division, counties: Collection[str]) -> Iterator[str]:
    for county, numbers in division.items():
        if county in counties:
            yield county_block(county).outline(len(numbers))


def _squares(places: Iterator[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y}h{_TILE}v{_TILE}h-{_TILE}z" for x, y in places)
