"""Counties as blocks of tiles, roughly where they lie: what maps in tiles share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

# Left column, row of the name above, and columns of the block, by number of the county.
BLOCKS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "56": (18, 0, 6), "55": (12, 1, 6), "18": (9, 6, 5), "50": (8, 17, 7), "15": (0, 20, 6),
        "34": (10, 25, 7), "46": (1, 27, 6), "33": (8, 34, 4), "03": (13, 34, 1), "32": (16, 34, 5),
        "40": (8, 41, 4), "39": (13, 41, 3), "31": (18, 41, 4), "11": (1, 37, 5), "42": (3, 48, 7),
    }
)  # fmt: skip
# In units of the drawing.
STEP, NAME_BASE, GAP = 14, 11, 1


@dataclass(frozen=True, slots=True)
class CountyBlock:
    """Where the tiles of a county begin, and how many stand beside each other."""

    left: int
    top: int
    columns: int

    def tile(self, index: int) -> tuple[int, int]:
        """Return where a tile has its upper left corner."""
        row, column = divmod(index, self.columns)
        return self.left + column * STEP + GAP, self.top + row * STEP + GAP

    def outline(self, count: int) -> str:
        """Return the path around so many tiles, whose last row may be shorter."""
        rows, rest = divmod(count, self.columns)
        whole = min(count, self.columns) * STEP
        start = f"M{self.left} {self.top}"
        if not rows or not rest:
            height = (rows or 1) * STEP
            return f"{start}h{whole}v{height}h-{whole}z"
        shorter = rest * STEP
        return f"{start}h{whole}v{rows * STEP}h-{whole - shorter}v{STEP}h-{shorter}z"


def county_block(number: str) -> CountyBlock:
    """Return the block of a county, by its number. Its name stands in the row above."""
    column, row, columns = BLOCKS[number]
    return CountyBlock(column * STEP, (row + 1) * STEP, columns)
