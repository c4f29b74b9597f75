"""Small maps in tiles: every municipality once, what is known on top of what is not."""

from __future__ import annotations

import re

from living_strategy.site.pictures.county_blocks import GAP, STEP
from living_strategy.site.pictures.place_map import MapSheet

OSLO, TELEMARK = ("0301",), ("4001", "4003", "4005", "4010", "4012", "4014")
DIVISION = {"03": OSLO, "40": TELEMARK}


def squares(path: str) -> list[tuple[int, int]]:
    """The places of the tiles of a path, in steps."""
    side = STEP - 2 * GAP
    assert re.sub(rf"M\d+ \d+h{side}v{side}h-{side}z", "", path) == ""
    return [(int(x) // STEP, int(y) // STEP) for x, y in re.findall(r"M(\d+) (\d+)", path)]


def test_a_municipality_has_a_tile_of_its_own() -> None:
    """In the block of its county, one after another."""
    picture = MapSheet(DIVISION).draw({"4003", "0301"}, (), ())

    assert squares(picture.listed) == [(13, 35), (9, 42)]
    assert [picture.near, picture.framed] == ["", ""]


def test_all_tiles_are_hatched_below() -> None:
    """Around each county goes a line, the last row of which may be shorter."""
    picture = MapSheet(DIVISION).draw((), {"03"}, {"40"})

    oslo, telemark = "M182 490h14v14h-14z", "M112 588h56v14h-28v14h-28z"
    assert picture.hatched == oslo + telemark
    assert picture.framed == telemark
    assert [picture.near, picture.listed] == [oslo, ""]
    assert [picture.width, picture.height] == [14 * STEP + GAP, 44 * STEP + GAP]
