"""Layout of a picture of stacked bars: one row a bar, with a label before and a note behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from living_strategy.rendering.svg_text import shorten, text_width

WIDTH = 860
LABEL_WIDTH = 250
NOTE_WIDTH = 190
ROW_HEIGHT = 32
BAR_HEIGHT = 22
_GAP = 10
_LEAST_BAR = 120


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
    """A segment with its place; `text` is empty when there is no room for it."""

    x: int
    width: int
    style: str
    text: str


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its place. `note_x` is where the note begins."""

    y: int
    label: str
    segments: tuple[PlacedSegment, ...]
    note: str
    note_x: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """The picture. `label_x` is where labels end, and bars begin a little behind it."""

    width: int
    height: int
    label_x: int
    bars: tuple[PlacedBar, ...]
    bar_height: int = BAR_HEIGHT


def bar_chart(bars: Sequence[Bar], width: int = WIDTH) -> BarChart:
    """All bars on one scale: the longest fills the width between labels and notes."""
    label_x = min(LABEL_WIDTH, max((text_width(bar.label) for bar in bars), default=0))
    notes = min(NOTE_WIDTH, max((text_width(bar.note) for bar in bars), default=0))
    left = label_x + _GAP
    room = max(_LEAST_BAR, width - left - notes - _GAP)
    longest = max((_sum(bar) for bar in bars), default=0) or 1
    placed = tuple(
        _placed(bar, index * ROW_HEIGHT + (ROW_HEIGHT - BAR_HEIGHT) // 2, left, room / longest)
        for index, bar in enumerate(bars)
    )
    return BarChart(width, len(bars) * ROW_HEIGHT, label_x, placed)


def _placed(bar: Bar, y: int, left: int, scale: float) -> PlacedBar:
    segments = []
    so_far = 0
    for segment in bar.segments:
        x, end = left + round(so_far * scale), left + round((so_far + segment.value) * scale)
        so_far += segment.value
        # Something that is there can be seen, however small it is.
        width = max(end - x, 1) if segment.value else 0
        if width:
            text = segment.text if text_width(segment.text) + 6 <= width else ""
            segments.append(PlacedSegment(x, width, segment.style, text))
    label = shorten(bar.label, LABEL_WIDTH)
    return PlacedBar(y, label, tuple(segments), bar.note, left + round(so_far * scale) + _GAP)


def _sum(bar: Bar) -> int:
    return sum(segment.value for segment in bar.segments)
