"""The axis of time of a small line chart: where times lie, and the years or months below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from living_strategy.figures.target_path import Dated
from living_strategy.model.goal import Measurement, Target
from living_strategy.partial_date import PartialDate
from living_strategy.site.pictures.chart_marks import GAP, Label, share
from living_strategy.site.pictures.text import text_width


def times_of(measured: Sequence[Measurement]) -> list[float]:
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


def end_of_axis(
    measured: Sequence[Measurement], target: Target | None, path: Sequence[Dated] = ()
) -> float:
    """Return the end of the axis: the last value, or what is to be reached behind it."""
    wanted = (*path, *((target,) if target else ()))
    return max((times_of(measured)[-1], *map(due_on, wanted)))


def due_on(point: Dated) -> float:
    """Return the last day, as a number, on which a value may be reached; 0 without a date."""
    return float(point.date.latest().toordinal()) if point.date else 0.0


def places(times: Sequence[float], end: float, left: float, right: float) -> list[float]:
    """Return the places of times, in per cent. All in the middle when they are the same."""
    start = times[0]
    if end <= start:
        return [round((left + right) / 2, 2) for _ in times]
    return [round(left + (time - start) / (end - start) * (right - left), 2) for time in times]


def year_ticks(
    first: PartialDate, times: Sequence[float], end: float, left: float, right: float
) -> Iterator[float]:
    """Yield the places of the first days of years, so that the eye sees how long time was."""
    years = range(first.year, date.fromordinal(int(end)).year + 1)
    for year in years:
        day = float(date(year, 1, 1).toordinal())
        if times[0] < day <= end:
            yield places([times[0], day], end, left, right)[1]


def date_labels(
    measured: Sequence[Measurement],
    target: Target | None,
    xs: Sequence[float],
    end_x: float,
    y: float,
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
        width = share(text_width(words))
        start = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        span = (start - share(GAP), start + width + share(GAP))
        if words not in shown and all(span[1] <= left or right <= span[0] for left, right in taken):
            taken.append(span)
            shown.add(words)
            yield Label(x, y, words, anchor)
