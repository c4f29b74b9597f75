"""Layout of a timeline: a row for each measure or project on an axis of years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.figures.timeline import Dated, Planned
from living_strategy.model.values import Milestone, Status
from living_strategy.rendering.svg_text import shorten, text_width

WIDTH = 840
TOP = 44
HEADING_HEIGHT = 34
# The title stands above its bar and not beside it, so that a phone shows both at once.
ROW_HEIGHT = 42
LABEL_HEIGHT = 18
BAR_HEIGHT = 16
# From the top of a line of text to its foot.
BASELINE = 13
# Years are written no closer than this.
_TICK_ROOM = 46
_EDGE = 6
# How far the point of an open end sticks out, and half the size of a milestone's mark.
_POINT, _MARK = 6, 7
# Room behind the axis for the status of what goes on to its end.
_BEYOND = 90

Word = Callable[[Status], str]


@dataclass(frozen=True, slots=True)
class Axis:
    """Days to places: from the first of January of `first` to the end of `last`."""

    first: int
    last: int

    def x(self, day: date) -> int:
        """Where a day lies; a day beyond the axis lies at its end."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        share = (min(max(day, start), end) - start) / (end - start)
        return _EDGE + round(share * (WIDTH - _EDGE - _BEYOND))

    def ticks(self) -> list[tuple[int, int]]:
        """Place and year of the lines to draw: every year, or every 2, 5, 10 or 20."""
        years = self.last - self.first + 1
        room = (WIDTH - _EDGE - _BEYOND) / years
        step = next((step for step in (1, 2, 5, 10, 20) if step * room >= _TICK_ROOM), 50)
        return [
            (self.x(date(year, 1, 1)), year)
            for year in range(self.first, self.last + 1)
            if year % step == 0 or years == 1
        ]


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on a row, with the path of its mark."""

    shape: str
    milestone: Milestone


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the timeline: its title, below it a bar with marks, and the word for its status
    inside the bar or behind it. `bar` is the path of the bar, with a point at an end that is not
    stated; it is empty when only milestones are dated.
    """

    y: int
    label: str
    label_x: int
    entry: Planned
    bar: str
    marks: tuple[Mark, ...]
    status: str
    status_x: int
    inside: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of an area above its rows."""

    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture."""

    width: int
    height: int
    ticks: tuple[tuple[int, int], ...]
    today_x: int
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    top: int = TOP
    below: int = LABEL_HEIGHT


def timeline_picture(
    groups: Iterable[tuple[str, tuple[Dated, ...]]], today: date, word: Word
) -> Timeline:
    """Lay out dated entries in groups, each with a heading unless its text is empty. The axis
    always reaches today. `word` gives the word for a status.
    """
    groups = [(text, entries) for text, entries in groups if entries]
    axis = _axis([one for _, entries in groups for one in entries], today)
    headings, rows = [], []
    y = TOP
    for text, entries in groups:
        if text:
            headings.append(Heading(y, text))
            y += HEADING_HEIGHT
        for one in entries:
            rows.append(_row(one.entry, y, axis, word))
            y += ROW_HEIGHT
    return Timeline(
        WIDTH, y + _EDGE, tuple(axis.ticks()), axis.x(today), tuple(headings), tuple(rows)
    )


def _axis(entries: Sequence[Dated], today: date) -> Axis:
    first = min((one.first for one in entries), default=today)
    last = max((one.last for one in entries), default=today)
    return Axis(min(first, today).year, max(last, today).year)


def _row(entry: Planned, y: int, axis: Axis, word: Word) -> Row:
    period = entry.period
    x = end = 0
    if period and (period.start or period.end):
        x = axis.x(period.start.earliest()) if period.start else _EDGE
        end = axis.x(period.end.latest()) if period.end else max(x, _unknown_end(entry, axis))
    width = max(end - x, 8) if end else 0
    places = [axis.x(one.date.latest()) for one in entry.milestones]
    status = word(entry.status)
    # Inside the bar when there is room and no milestone in the way, else behind everything.
    needed = text_width(status) + 2 * _EDGE
    inside = needed <= width and all(place > x + needed + _EDGE for place in places)
    behind = max([end + _POINT, *(place + _MARK for place in places)]) + 4
    label = shorten(entry.title, WIDTH - 2 * _EDGE)
    first = min([*([x] if width else []), *places])
    top = y + LABEL_HEIGHT
    return Row(
        y + BASELINE,
        label,
        max(0, min(first, WIDTH - text_width(label))),
        entry,
        _bar(x, top, width, not (period and period.start), not (period and period.end)),
        tuple(
            Mark(_mark(place, top), one)
            for place, one in zip(places, entry.milestones, strict=True)
        ),
        status,
        x + _EDGE if inside else behind,
        inside,
    )


def _bar(x: int, y: int, width: int, open_start: bool, open_end: bool) -> str:
    if not width:
        return ""
    half = BAR_HEIGHT // 2
    left = f"l-{_POINT}-{half} {_POINT}-{half}" if open_start else f"v-{BAR_HEIGHT}"
    right = f"l{_POINT} {half}-{_POINT} {half}" if open_end else f"v{BAR_HEIGHT}"
    return f"M{x} {y}h{width}{right}h-{width}{left}z"


def _mark(x: int, y: int) -> str:
    top = y + BAR_HEIGHT // 2 - _MARK
    return f"M{x} {top}l{_MARK} {_MARK}-{_MARK} {_MARK}-{_MARK}-{_MARK}z"


def _unknown_end(entry: Planned, axis: Axis) -> int:
    """Where a bar without an end stops: what is still open goes on, what is over does not go
    past the day its status was last known.
    """
    if entry.status not in (Status.COMPLETED, Status.STOPPED):
        return WIDTH - _BEYOND
    return axis.x(entry.status_date.latest()) if entry.status_date else 0
