"""Layout of a small line chart: what was measured, on a true axis of time, and the target.

Places are shares of the width and texts are never scaled, as in `bars`: what must fit is measured
for the narrowest chart. Shares of a hundred all have the scale from 0 to 100; other values begin
at zero, or the axis says where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from living_strategy.model.goal import Measurement, Target
from living_strategy.model.values import Unit
from living_strategy.partial_date import PartialDate
from living_strategy.site.pictures.scale import scale_of
from living_strategy.site.pictures.text import text_width

# A card on a page 320 px wide.
MIN_WIDTH = 230
HEIGHT, SPARK_HEIGHT = 120, 48
# Where the values lie, in px from the top; years stand below, the value of a point above it.
_TOP, _BOTTOM = 22, 96
_SPARK_TOP, _SPARK_BOTTOM = 6, 46
# Shares of the width that a dot at the edge needs.
_EDGE = 3.0
_GAP = 6
# A label above a dot, and one of the axis beside its line.
_ABOVE, _MIDDLE = 9, 4
_LINE = 14


@dataclass(frozen=True, slots=True)
class Dot:
    """A value in per cent of the width and px of the height, with the label above or below it."""

    x: float
    y: float
    label: str = ""
    label_y: float = 0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Label:
    """A text of an axis, so many px beside its place."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    dx: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The picture. `left` and `right` are the ends of the axis of time, `top` and `bottom` those of
    the scale; `zero` is the line from which values are counted, `target` that of what is wanted.
    """

    height: int
    left: float
    right: float
    zero: float
    dots: tuple[Dot, ...]
    target: float | None = None
    top: float = 0
    bottom: float = 0
    ticks: tuple[float, ...] = ()
    labels: tuple[Label, ...] = ()
    target_label: Label | None = None

    @property
    def area(self) -> str:
        """The path around what lies between the line and where values are counted from, in per
        cent of the width and px of the height.
        """
        line = "".join(f"L{dot.x} {dot.y}" for dot in self.dots)
        return f"M{self.dots[0].x} {self.zero}{line}L{self.dots[-1].x} {self.zero}z"

    @property
    def strokes(self) -> Iterator[tuple[Dot, Dot]]:
        """Yield the ends of each piece of the line."""
        return zip(self.dots, self.dots[1:], strict=False)


@dataclass(frozen=True, slots=True)
class Words:
    """How values, and years or months, are written in the picture; `target` stands on its line."""

    value: Callable[[Decimal], str]
    date: Callable[[PartialDate], str]
    target: str = ""


def series(
    measured: Sequence[Measurement], target: Target | None, unit: Unit, words: Words
) -> Series | None:
    """Draw a chart with axes; None where there are not two values to draw a line between."""
    if len(measured) < 2:
        return None
    scale = scale_of(measured, target, unit)
    low, high = words.value(scale.low), words.value(scale.high)
    left = round(_share(max(text_width(low), text_width(high)) + _GAP), 2)
    right = 100 - _EDGE
    times = _times(measured)
    end = _end(measured, target)
    xs = _xs(times, end, left, right)
    ys = [scale.y(value.value, _TOP, _BOTTOM) for value in measured]
    target_y = scale.y(target.value, _TOP, _BOTTOM) if target else None
    low_y, high_y = scale.y(scale.low, _TOP, _BOTTOM), scale.y(scale.high, _TOP, _BOTTOM)
    axis = (
        Label(left, low_y + _MIDDLE, low, "end", -_GAP),
        Label(left, high_y + _MIDDLE, high, "end", -_GAP),
    )
    end_x = _xs([times[0], end], end, left, right)[1]
    return Series(
        HEIGHT,
        left,
        right,
        scale.y(scale.base, _TOP, _BOTTOM),
        _dots(measured, xs, ys, words.value),
        target_y,
        min(low_y, high_y),
        max(low_y, high_y),
        tuple(_ticks(measured[0].date, times, end, left, right)),
        (*axis, *_dates(measured, target, xs, end_x, words.date)),
        _target_label(words.target, target_y, ys, left, right),
    )


def sparkline(measured: Sequence[Measurement], target: Target | None, unit: Unit) -> Series | None:
    """Draw the line alone, on the scale of the chart; None where there is no line."""
    if len(measured) < 2:
        return None
    scale = scale_of(measured, target, unit)
    left, right = _EDGE, 100 - _EDGE
    times = _times(measured)
    dots = tuple(
        Dot(x, scale.y(value.value, _SPARK_TOP, _SPARK_BOTTOM))
        for x, value in zip(_xs(times, times[-1], left, right), measured, strict=True)
    )
    target_y = scale.y(target.value, _SPARK_TOP, _SPARK_BOTTOM) if target else None
    zero = scale.y(scale.base, _SPARK_TOP, _SPARK_BOTTOM)
    return Series(SPARK_HEIGHT, left, right, zero, dots, target_y)


def _times(measured: Sequence[Measurement]) -> list[float]:
    """Return when each value was measured, in days: the middle of the time that its date may mean,
    but not before the value that stands before it.
    """
    times: list[float] = []
    for value in measured:
        first, last = value.date.earliest().toordinal(), value.date.latest().toordinal()
        middle = (first + last) / 2
        times.append(max(middle, min(times[-1], last)) if times else middle)
    # Dates that contradict their order are a finding; a line that goes back would be none.
    return [max(times[: index + 1]) for index in range(len(times))]


def _end(measured: Sequence[Measurement], target: Target | None) -> float:
    """Return the end of the axis: the last value, or the deadline of the target behind it."""
    last = _times(measured)[-1]
    if target and target.date:
        return max(last, float(target.date.latest().toordinal()))
    return last


def _xs(times: Sequence[float], end: float, left: float, right: float) -> list[float]:
    """Return the places of times, in per cent. All in the middle when they are the same."""
    start = times[0]
    if end <= start:
        return [round((left + right) / 2, 2) for _ in times]
    return [round(left + (time - start) / (end - start) * (right - left), 2) for time in times]


def _ticks(
    first: PartialDate, times: Sequence[float], end: float, left: float, right: float
) -> Iterator[float]:
    """Yield the places of the first days of years, so that the eye sees how long time was."""
    years = range(first.year, date.fromordinal(int(end)).year + 1)
    for year in years:
        day = float(date(year, 1, 1).toordinal())
        if times[0] < day <= end:
            yield _xs([times[0], day], end, left, right)[1]


def _dots(
    measured: Sequence[Measurement],
    xs: Sequence[float],
    ys: Sequence[float],
    say: Callable[[Decimal], str],
) -> tuple[Dot, ...]:
    """Return the dots. The first and the last have their value, where the line does not go."""
    last = len(measured) - 1
    dots = []
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        if index not in (0, last):
            dots.append(Dot(x, y))
            continue
        neighbour = ys[1] if index == 0 else ys[last - 1]
        is_below = neighbour < y and y + _LINE + _GAP < _BOTTOM
        label_y = round(y + _LINE + 2 if is_below else y - _ABOVE, 1)
        anchor = "end" if index else "start"
        dots.append(Dot(x, y, say(measured[index].value), label_y, anchor))
    return tuple(dots)


def _dates(
    measured: Sequence[Measurement],
    target: Target | None,
    xs: Sequence[float],
    end_x: float,
    say: Callable[[PartialDate], str],
) -> Iterator[Label]:
    """Yield the years below the first and the last value and the deadline, then below others that
    have room; months when everything lies within a year.
    """
    dates = [(x, value.date, "middle") for x, value in zip(xs, measured, strict=True)]
    if target and target.date and end_x > xs[-1]:
        dates.append((end_x, target.date, "middle"))
    dates[0], dates[-1] = (*dates[0][:2], "start"), (*dates[-1][:2], "end")
    length = 7 if dates[0][1].year == dates[-1][1].year else 4
    taken: list[tuple[float, float]] = []
    shown: set[str] = set()
    for index in (0, len(dates) - 1, len(measured) - 1, *range(1, len(dates) - 1)):
        x, when, anchor = dates[index]
        words = say(PartialDate(when[:length]))
        width = _share(text_width(words))
        start = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        span = (start - _share(_GAP), start + width + _share(_GAP))
        if words not in shown and all(span[1] <= left or right <= span[0] for left, right in taken):
            taken.append(span)
            shown.add(words)
            yield Label(x, _BOTTOM + 18, words, anchor)


def _target_label(
    words: str, y: float | None, ys: Sequence[float], left: float, right: float
) -> Label | None:
    """Return the words on the line of the target, at the end that is farther from the values."""
    if y is None or not words:
        return None
    label_y = round(y - 5 if y > _LINE else y + _LINE, 1)
    if abs(ys[-1] - y) > abs(ys[0] - y):
        return Label(right, label_y, words, "end")
    return Label(left, label_y, words, "start")


def _share(width: float) -> float:
    """Return px of the narrowest chart in per cent."""
    return 100 * width / MIN_WIDTH
