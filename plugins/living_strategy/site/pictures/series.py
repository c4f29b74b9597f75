"""Layout of a small line chart: what was measured, on a true axis of time, and the target.

Places are shares of the width and texts are never scaled, as in `bars`: what must fit is measured
for the narrowest chart. Shares of a hundred all have the scale from 0 to 100; other values begin
at zero, or the axis says where it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from living_strategy.figures.target_path import Dated
from living_strategy.model.goal import Measurement, Target
from living_strategy.model.own_value import OwnUnit
from living_strategy.model.values import Unit
from living_strategy.partial_date import PartialDate
from living_strategy.site.pictures.chart_marks import GAP, Dot, Label, Series, share
from living_strategy.site.pictures.scale import scale_of
from living_strategy.site.pictures.text import text_width
from living_strategy.site.pictures.time_axis import (
    date_labels,
    due_on,
    end_of_axis,
    places,
    times_of,
    year_ticks,
)

HEIGHT, SPARK_HEIGHT = 120, 36
# Where the values lie, in px from the top; years stand below, the value of a point above it.
_TOP, _BOTTOM = 22, 96
_SPARK_TOP, _SPARK_BOTTOM = 6, 34
# Shares of the width that a dot at the edge needs.
_EDGE = 3.0
# A label above a dot, and one of the axis beside its line.
_ABOVE, _MIDDLE = 9, 4
_LINE = 14


@dataclass(frozen=True, slots=True)
class Words:
    """How values, and years or months, are written in the picture; `target` stands on its line."""

    value: Callable[[Decimal], str]
    date: Callable[[PartialDate], str]
    target: str = ""


def series(
    measured: Sequence[Measurement],
    target: Target | None,
    unit: Unit | OwnUnit,
    words: Words,
    path: Sequence[Dated] = (),
) -> Series | None:
    """Draw a chart with axes; None where there are not two values to draw a line between."""
    if len(measured) < 2:
        return None
    scale = scale_of(measured, target, unit, path)
    low, high = words.value(scale.low), words.value(scale.high)
    left = round(share(max(text_width(low), text_width(high)) + GAP), 2)
    right = 100 - _EDGE
    times = times_of(measured)
    end = end_of_axis(measured, target, path)
    xs = places(times, end, left, right)
    ys = [scale.y(value.value, _TOP, _BOTTOM) for value in measured]
    target_y = scale.y(target.value, _TOP, _BOTTOM) if target else None
    low_y, high_y = scale.y(scale.low, _TOP, _BOTTOM), scale.y(scale.high, _TOP, _BOTTOM)
    axis = (
        Label(left, low_y + _MIDDLE, low, "end", -GAP),
        Label(left, high_y + _MIDDLE, high, "end", -GAP),
    )
    end_x = places([times[0], end], end, left, right)[1]
    return Series(
        HEIGHT,
        left,
        right,
        scale.y(scale.base, _TOP, _BOTTOM),
        _dots(measured, xs, ys, words.value),
        target_y,
        min(low_y, high_y),
        max(low_y, high_y),
        tuple(year_ticks(measured[0].date, times, end, left, right)),
        (*axis, *date_labels(measured, target, xs, end_x, _BOTTOM + 18, words.date)),
        _target_label(words.target, target_y, ys, xs, left, right),
        tuple(
            Dot(x, scale.y(point.value, _TOP, _BOTTOM))
            for x, point in zip(_path_places(path, times, end, left, right), path, strict=True)
        ),
    )


def _path_places(
    path: Sequence[Dated], times: Sequence[float], end: float, left: float, right: float
) -> list[float]:
    """Return the places of a path: each value is due at the last day that its date may mean, and
    what was measured first stands where it is drawn.
    """
    days = [max(due_on(point), times[0]) for point in path]
    if path and isinstance(path[0], Measurement):
        days[0] = times[0]
    return places([times[0], *days], end, left, right)[1:]


def sparkline(
    measured: Sequence[Measurement],
    target: Target | None,
    unit: Unit | OwnUnit,
    path: Sequence[Dated] = (),
) -> Series | None:
    """Draw the line alone, on the scale of the chart; None where there is no line."""
    if len(measured) < 2:
        return None
    scale = scale_of(measured, target, unit, path)
    left, right = _EDGE, 100 - _EDGE
    times = times_of(measured)
    dots = tuple(
        Dot(x, scale.y(value.value, _SPARK_TOP, _SPARK_BOTTOM))
        for x, value in zip(places(times, times[-1], left, right), measured, strict=True)
    )
    target_y = scale.y(target.value, _SPARK_TOP, _SPARK_BOTTOM) if target else None
    zero = scale.y(scale.base, _SPARK_TOP, _SPARK_BOTTOM)
    return Series(SPARK_HEIGHT, left, right, zero, dots, target_y)


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
        is_below = neighbour < y and y + _LINE + GAP < _BOTTOM
        label_y = round(y + _LINE + 2 if is_below else y - _ABOVE, 1)
        anchor = "end" if index else "start"
        dots.append(Dot(x, y, say(measured[index].value), label_y, anchor))
    return tuple(dots)


def _target_label(
    words: str,
    y: float | None,
    ys: Sequence[float],
    xs: Sequence[float],
    left: float,
    right: float,
) -> Label | None:
    """Return the words on the line of the target: behind the last value if there is room, else at
    the end that is farther from the values.
    """
    if y is None or not words:
        return None
    label_y = round(y - 5 if y > _LINE else y + _LINE, 1)
    has_room = xs[-1] + share(text_width(words) + GAP) < right
    if has_room or abs(ys[-1] - y) > abs(ys[0] - y):
        return Label(right, label_y, words, "end")
    return Label(left, label_y, words, "start")
