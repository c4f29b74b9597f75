"""Layout of a picture of stacked bars: each has its label above it and a note behind it.

Lengths are shares of the width, so that the picture is as wide as the page and its text never
scaled: what must fit is measured for the narrowest page, and there is only more room on others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from living_strategy.site.pictures.text import SIZE, text_width, wrap

# A page 320 px wide, less its margins.
MIN_PAGE_WIDTH = 280
# The same as `.ls-bars .ls-svg-text` in the style sheet; texts are measured at another size.
FONT_SIZE = 14
LINE_HEIGHT = 19
BAR_HEIGHT = 20
# From the top of a line, and of a bar, to the foot of its text.
BASELINE = 14
BAR_BASELINE = 15
_MAX_LINES = 2
_GAP = 8
_BELOW = 12
# Longer notes stand above the bar, behind the label.
_MAX_NOTE_LENGTH = 110
_MIN_WIDTH = 0.4


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar. `style` is the end of its class; `text` is written in it if it fits."""

    value: int
    style: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label and a note, such as the sum in words."""

    label: str
    segments: tuple[Segment, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlacedSegment:
    """A segment with its position in per cent; `text` is empty when there is no room for it."""

    x: float
    width: float
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its position. `lines` are the foot and the text of the lines above it, `note_x` is
    in per cent; the note is empty when it stands in those lines.
    """

    y: int
    lines: tuple[tuple[int, str], ...]
    segments: tuple[PlacedSegment, ...]
    note: str
    note_x: float


@dataclass(frozen=True, slots=True)
class BarChart:
    """The picture, as wide as there is room for."""

    height: int
    bars: tuple[PlacedBar, ...]
    bar_height: int = BAR_HEIGHT
    baseline: int = BAR_BASELINE
    gap: int = _GAP


def bar_chart(bars: Sequence[Bar]) -> BarChart:
    """Place all bars on one scale: the longest takes the width that notes leave."""
    notes = max((_width(bar.note) for bar in bars), default=0)
    is_note_behind = notes <= _MAX_NOTE_LENGTH
    # A little is left for the line around the last segment.
    share = (
        MIN_PAGE_WIDTH - notes - _GAP if notes and is_note_behind else MIN_PAGE_WIDTH - 2
    ) / MIN_PAGE_WIDTH
    longest = max((_sum(bar) for bar in bars), default=0) or 1
    placed = []
    y = 0
    for bar in bars:
        placed_bar = _placed(bar, y, 100 * share / longest, is_note_behind)
        placed.append(placed_bar)
        # Without anything known there is no bar, and its note says so.
        y = placed_bar.y + (BAR_HEIGHT if placed_bar.segments or placed_bar.note else 0) + _BELOW
    return BarChart(y, tuple(placed))


def _placed(bar: Bar, top: int, scale: float, is_note_behind: bool) -> PlacedBar:
    segments = []
    so_far = 0
    for segment in bar.segments:
        x, width = so_far * scale, segment.value * scale
        so_far += segment.value
        if segment.value:
            fits = _width(segment.text) + 6 <= width * MIN_PAGE_WIDTH / 100
            # Something that is there can be seen, however small it is.
            visible_width = round(max(width, _MIN_WIDTH), 2)
            text = segment.text if fits else ""
            segments.append(PlacedSegment(round(x, 2), visible_width, segment.style, text))
    lines = _lines(bar, is_note_behind)
    return PlacedBar(
        top + len(lines) * LINE_HEIGHT,
        tuple((top + index * LINE_HEIGHT + BASELINE, line) for index, line in enumerate(lines)),
        tuple(segments),
        bar.note if is_note_behind else "",
        round(so_far * scale, 2),
    )


def _lines(bar: Bar, is_note_behind: bool) -> tuple[str, ...]:
    """Return the label, and the note too when there is no room for it after the bar."""
    room = MIN_PAGE_WIDTH * SIZE // FONT_SIZE
    lines = wrap(bar.label, room, _MAX_LINES)
    if is_note_behind or not bar.note:
        return lines
    both = f"{bar.label}: {bar.note}"
    if text_width(both) <= room:
        return (both,)
    return (*lines, *wrap(bar.note, room, _MAX_LINES))


def _width(text: str) -> int:
    return text_width(text) * FONT_SIZE // SIZE


def _sum(bar: Bar) -> int:
    return sum(segment.value for segment in bar.segments)
