"""A map of Norway in tiles: one a municipality, all of the same size, in blocks by county.

Where a block lies says roughly where the county does; where a tile lies in it says nothing, they
are in the order of the alphabet (see docs/decisions/0026).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from living_strategy.figures.participation import Participation
from living_strategy.model.municipality import Municipalities
from living_strategy.site.addresses import Addresses
from living_strategy.site.pages.municipalities.county import County
from living_strategy.site.pictures.county_blocks import NAME_BASE, STEP, CountyBlock, county_block


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
    block = county_block(county.number)
    tiles = tuple(_tiles(county, block, addresses, register))
    return Block(
        county,
        addresses.municipality_folder(county.number, register),
        county.own.municipality.norwegian_name,
        block.left,
        block.top - STEP + NAME_BASE,
        block.outline(len(tiles)),
        tiles,
    )


def _tiles(
    county: County, block: CountyBlock, addresses: Addresses, register: Municipalities
) -> Iterator[Tile]:
    for index, participation in enumerate(county.municipalities):
        municipality = participation.municipality
        yield Tile(
            *block.tile(index),
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
