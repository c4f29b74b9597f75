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


class MapSheet:
    """Draws maps of one division. What they share is drawn once."""

    def __init__(self, division: Division) -> None:
        self._division = division
        self._tiles = {
            number: block.tile(index)
            for county, numbers in division.items()
            for block in [county_block(county)]
            for index, number in enumerate(numbers)
        }
        self._order = {number: index for index, number in enumerate(self._tiles)}
        self._width = max(x for x, _ in self._tiles.values()) + STEP
        self._height = max(y for _, y in self._tiles.values()) + STEP
        self._hatched = "".join(_outlines(division, division))

    def draw(
        self, listed: Collection[str], near: Collection[str], framed: Collection[str]
    ) -> PlaceMap:
        """Draw the municipalities that are `listed`, those of the counties that are `near`, and a
        frame around the counties that are `framed`. All are numbers.
        """
        in_order = sorted(listed, key=self._order.__getitem__)
        return PlaceMap(
            self._width,
            self._height,
            self._hatched,
            "".join(_outlines(self._division, near)),
            _squares(self._tiles[number] for number in in_order),
            "".join(_outlines(self._division, framed)),
        )

    def squares(self, numbers: Collection[str]) -> str:
        """Draw municipalities, by their numbers; what is none has no tile."""
        in_order = sorted(self._order.keys() & set(numbers), key=self._order.__getitem__)
        return _squares(self._tiles[number] for number in in_order)

    def frames(self, counties: Collection[str]) -> str:
        """Draw a frame around the tiles of counties, by their numbers."""
        return "".join(_outlines(self._division, counties))

    def ground(self) -> tuple[int, int, str]:
        """Return width and height of the drawing, and the path around the tiles of all counties."""
        return self._width, self._height, self._hatched


def _outlines(division: Division, counties: Collection[str]) -> Iterator[str]:
    for county, numbers in division.items():
        if county in counties:
            yield county_block(county).outline(len(numbers))


def _squares(places: Iterator[tuple[int, int]]) -> str:
    return "".join(f"M{x} {y}h{_TILE}v{_TILE}h-{_TILE}z" for x, y in places)
