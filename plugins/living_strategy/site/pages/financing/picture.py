"""Layout of the picture of grants: a bar for each year, and an outline for each unknown grant.

Lengths are shares of the width, as in `site.pictures.bars`; what is not known has no length, so its
outlines are equally large and stand behind the bar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from living_strategy.site.pictures.bars import MIN_PAGE_WIDTH

# Pixels.
LABEL_HEIGHT, BAR_HEIGHT, BELOW = 20, 20, 14
OUTLINE, OUTLINE_STEP = 12, 16
# More unknown grants than this are written as a number.
MAX_OUTLINES = 8
_REST = 36
# A letter is written in a segment that has room for it on a phone.
_LETTER = 14
_MIN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """What some schemes gave in a year. `style` is the end of its class."""

    kroner: int
    style: str
    letter: str


@dataclass(frozen=True, slots=True)
class YearOfGrants:
    """A year in words, with its known grants and how many have no known amount."""

    label: str
    parts: tuple[Part, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar in per cent; the letter is empty where there is no room for it."""

    x: float
    width: float
    style: str
    letter: str


@dataclass(frozen=True, slots=True)
class Line:
    """A year in the picture. `outlines` are the distances in pixels from the end of the bar, `rest`
    is how many more unknown grants there are.
    """

    y: int
    label: str
    segments: tuple[Segment, ...]
    end: float
    outlines: tuple[int, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class GrantPicture:
    """The picture, as wide as there is room for."""

    height: int
    lines: tuple[Line, ...]
    label_height: int = LABEL_HEIGHT
    bar_height: int = BAR_HEIGHT
    outline: int = OUTLINE


def grant_picture(years: Sequence[YearOfGrants]) -> GrantPicture:
    """Place all years on one scale, on which the outlines behind the bars fit a phone too."""
    scale = min((_scale(year) for year in years if _sum(year)), default=0)
    step = LABEL_HEIGHT + BAR_HEIGHT + BELOW
    lines = tuple(_line(year, number * step, scale) for number, year in enumerate(years))
    return GrantPicture(len(lines) * step, lines)


def _scale(year: YearOfGrants) -> float:
    """Return the most per cent that a krone of this year can be long."""
    behind = len(_outlines(year)) * OUTLINE_STEP + (_REST if _rest(year) else 0)
    return 100 * (MIN_PAGE_WIDTH - 2 - behind) / MIN_PAGE_WIDTH / _sum(year)


def _line(year: YearOfGrants, y: int, scale: float) -> Line:
    segments = []
    end = 0.0
    for part in year.parts:
        # Something that is there can be seen, however small it is.
        width = round(max(part.kroner * scale, _MIN_SHARE), 2)
        has_room = width * MIN_PAGE_WIDTH / 100 >= _LETTER
        segments.append(Segment(round(end, 2), width, part.style, part.letter if has_room else ""))
        end += width
    return Line(y, year.label, tuple(segments), round(end, 2), _outlines(year), _rest(year))


def _outlines(year: YearOfGrants) -> tuple[int, ...]:
    first = OUTLINE_STEP - OUTLINE if year.parts else 1
    count = min(year.unknown, MAX_OUTLINES)
    return tuple(first + number * OUTLINE_STEP for number in range(count))


def _rest(year: YearOfGrants) -> int:
    return max(0, year.unknown - MAX_OUTLINES)


def _sum(year: YearOfGrants) -> int:
    return sum(part.kroner for part in year.parts)
