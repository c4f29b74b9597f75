"""A map of Norway in tiles: one a municipality, all of the same size, in blocks by county.

Where a block lies says roughly where the county does; where a tile lies in it says nothing, they
are in the order of the alphabet (see docs/decisions/0026).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from living_strategy.figures.participation import Participation
from living_strategy.model.municipality import Municipalities
from living_strategy.site.addresses import Addresses
from living_strategy.site.pages.municipalities.county import County

# Left column, row of the name above, and columns of the block, by number of the county.
BLOCKS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "56": (18, 0, 6), "55": (12, 1, 6), "18": (9, 6, 5), "50": (8, 17, 7), "15": (0, 20, 6),
        "34": (10, 25, 7), "46": (1, 27, 6), "33": (8, 34, 4), "03": (13, 34, 1), "32": (16, 34, 5),
        "40": (8, 41, 4), "39": (13, 41, 3), "31": (18, 41, 4), "11": (1, 37, 5), "42": (3, 48, 7),
    }
)  # fmt: skip
# In units of the drawing.
STEP, NAME_BASE, _GAP = 14, 11, 1


@dataclass(frozen=True, slots=True)
class Tile:
    """A municipality: `marks` are what the styles tell apart, `words` say the same."""

    x: int
    y: int
    folder: str
    name: str
    marks: str
    is_listed: bool
    is_named: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A county: where its name stands, the area behind its tiles, and these."""

    county: County
    folder: str
    name: str
    x: int
    y: int
    area: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class TileMap:
    """The drawing."""

    width: int
    height: int
    blocks: tuple[Block, ...]


def tile_map(counties: Iterable[County], addresses: Addresses, register: Municipalities) -> TileMap:
    """Return the map of these counties."""
    blocks = tuple(_block(county, addresses, register) for county in counties)
    tiles = [tile for block in blocks for tile in block.tiles]
    return TileMap(
        max(tile.x for tile in tiles) + STEP + STEP,
        max(tile.y for tile in tiles) + STEP,
        # From north to south, as one reads and moves on with the keyboard.
        tuple(sorted(blocks, key=lambda block: (block.y, block.x))),
    )


def _block(county: County, addresses: Addresses, register: Municipalities) -> Block:
    column, row, width = BLOCKS[county.number]
    left, top = column * STEP, (row + 1) * STEP
    tiles = tuple(_tiles(county, left, top, width, addresses, register))
    return Block(
        county,
        addresses.municipality_folder(county.number, register),
        county.own.municipality.norwegian_name,
        left,
        row * STEP + NAME_BASE,
        _outline(left, top, width, len(tiles)),
        tiles,
    )


def _tiles(
    county: County, left: int, top: int, width: int, addresses: Addresses, register: Municipalities
) -> Iterator[Tile]:
    for index, participation in enumerate(county.municipalities):
        municipality = participation.municipality
        yield Tile(
            left + index % width * STEP + _GAP,
            top + index // width * STEP + _GAP,
            addresses.municipality_folder(municipality.number, register),
            register.label(municipality.number),
            _marks(participation),
            participation.is_listed,
            participation.is_found,
        )


def _marks(participation: Participation) -> str:
    """Return the classes: `a` for listed, `b` for named, `m` for a member, `n` for a network."""
    marks = (
        ("ls-a", participation.is_listed),
        ("ls-b", participation.is_found and not participation.is_listed),
        ("ls-m", bool(participation.member_of)),
        ("ls-n", bool(participation.nearby and not participation.member_of)),
    )
    return " ".join(mark for mark, holds in marks if holds)


def _outline(left: int, top: int, width: int, count: int) -> str:
    """Return the path around the tiles, whose last row may be shorter."""
    rows, rest = divmod(count, width)
    whole = min(count, width) * STEP
    if not rows or not rest:
        height = (rows or 1) * STEP
        return f"M{left} {top}h{whole}v{height}h-{whole}z"
    return f"M{left} {top}h{whole}v{rows * STEP}h-{whole - rest * STEP}v{STEP}h-{rest * STEP}z"
