"""Layout of a timeline: a row for each measure or project on an axis of years.

A bar is solid as far as a source confirms, fades out as far as nobody knows, and is an outline
where it is planned: nothing is drawn as certain that is not. A milestone is as long as the time
that its date may mean: a year, a month, or a dot for a day.

Positions are shares of the width in per cent, so that a phone shows the whole axis, with today, and
no text is ever scaled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from living_strategy.figures.course import Course, course
from living_strategy.figures.overdue import Overdue, overdue
from living_strategy.figures.timeline import Dated, Planned
from living_strategy.model.values import Milestone
from living_strategy.partial_date import PartialDate

# Pixels. A row has its bar, if it has one, and below it as many lanes of milestones as it needs.
BAR_HEIGHT, LANE_HEIGHT = 14, 12
# Years are written no closer than this, on the axis of a phone and on a wide one.
_MIN_TICK_DISTANCE = 44
_NARROW, _WIDE = 280, 640
# Years have a line each no closer than this on a phone.
_MIN_LINE_DISTANCE = 6
# Per cent: room at both ends of the axis for what is not known to begin or end there.
_EDGE = 3.0
_MIN_WIDTH, _MIN_MARK_WIDTH = 0.4, 1.4
# Milestones closer than this stand in lanes below each other.
_MIN_MARK_DISTANCE = 3.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis. `only` says whether it is written on a narrow or on a wide axis alone."""

    x: float
    year: int
    only: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Positions of days: from the first of January of `first` to the end of `last`."""

    first: int
    last: int

    def x(self, day: date) -> float:
        """Return the position of a day; a day beyond the axis has the position of its end."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        share = (min(max(day, start), end) - start) / (end - start)
        return round(_EDGE + share * (100 - 2 * _EDGE), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the years that are written: the fewer, the narrower the axis is shown."""
        narrow, wide = self._step(_NARROW), self._step(_WIDE)
        years = range(self.first, self.last + 1)
        if len(years) == 1:
            return (Tick(self.x(date(self.first, 1, 1)), self.first, ""),)
        return tuple(
            Tick(
                self.x(date(year, 1, 1)),
                year,
                "wide" if year % narrow else "narrow" if year % wide else "",
            )
            for year in years
            if not (year % narrow and year % wide)
        )

    def lines(self) -> tuple[float, ...]:
        """Return the positions of every first of January, where they can be told apart."""
        if self._room(_NARROW) < _MIN_LINE_DISTANCE:
            return tuple(tick.x for tick in self.ticks())
        return tuple(self.x(date(year, 1, 1)) for year in range(self.first, self.last + 1))

    def _step(self, width: int) -> int:
        """Return after how many years the next one is written on an axis of a width in pixels."""
        room = self._room(width)
        return next(
            (step for step in (1, 2, 5, 10, 20, 50) if step * room >= _MIN_TICK_DISTANCE), 100
        )

    def _room(self, width: int) -> float:
        return width * (1 - _EDGE / 50) / (self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar. `style` is solid (confirmed), unsure (not known) or ahead (planned)."""

    style: str
    x: float
    width: float

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone over all days that its date may mean, or the end of the entry itself when
    `milestone` is None and it is late. `style` is done, open or late; `y` is the top of its lane.
    """

    style: str
    x: float
    width: float
    y: int
    milestone: Milestone | None

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the timeline: a bar, unless only milestones are dated, with marks below it.
    `begins_earlier` and `ends_later` are where the bar begins or ends without that being known;
    `late` is the earliest date that has passed, None when none has.
    """

    entry: Planned
    height: int
    pieces: tuple[Piece, ...]
    begins_earlier: float | None
    ends_later: float | None
    marks: tuple[Mark, ...]
    late: PartialDate | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis, and the rows of each group."""

    ticks: tuple[Tick, ...]
    lines: tuple[float, ...]
    today: float
    groups: tuple[tuple[Row, ...], ...]
    bar_height: int = BAR_HEIGHT

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to draw."""
        return any(self.groups)


def timeline_picture(groups: Iterable[tuple[Dated, ...]], today: date) -> Timeline:
    """Lay out dated entries in groups on one axis, which always reaches today."""
    groups = tuple(groups)
    axis = _axis([dated for entries in groups for dated in entries], today)
    return Timeline(
        axis.ticks(),
        axis.lines(),
        axis.x(today),
        tuple(tuple(_row(dated.entry, axis, today) for dated in entries) for entries in groups),
    )


def _axis(entries: Sequence[Dated], today: date) -> Axis:
    first = min((dated.first for dated in entries), default=today)
    last = max((dated.last for dated in entries), default=today)
    return Axis(min(first, today).year, max(last, today).year)


def _row(entry: Planned, axis: Axis, today: date) -> Row:
    known_course = course(entry, today)
    pieces = _pieces(known_course, axis, today) if known_course else ()
    deadlines = overdue([entry], today)
    top = BAR_HEIGHT + 2 if pieces else 0
    marks = _in_lanes(_marks(entry, deadlines, axis), top)
    lanes = len({mark.y for mark in marks})
    return Row(
        entry,
        top + lanes * LANE_HEIGHT,
        pieces,
        pieces[0].x if known_course and not known_course.begin_known else None,
        pieces[-1].end if known_course and not known_course.end_known else None,
        marks,
        deadlines[0].due if deadlines else None,
    )


def _pieces(known_course: Course, axis: Axis, today: date) -> tuple[Piece, ...]:
    """Return the stretches of a bar: confirmed, then unknown, then planned after today."""
    pieces: list[Piece] = []
    x = axis.x(known_course.begin)
    if known_course.confirmed:
        pieces.append(_piece("solid", x, axis.x(known_course.confirmed)))
        x = pieces[-1].end
    for style, until in (("unsure", min(known_course.until, today)), ("ahead", known_course.until)):
        if axis.x(until) > x + _MIN_WIDTH:
            pieces.append(_piece(style, x, axis.x(until)))
            x = pieces[-1].end
    return tuple(pieces) or (
        _piece("ahead" if known_course.begin > today else "unsure", x, x + _MIN_WIDTH),
    )


def _piece(style: str, x: float, end: float) -> Piece:
    return Piece(style, x, round(max(_MIN_WIDTH, end - x), 2))


def _marks(entry: Planned, deadlines: Sequence[Overdue], axis: Axis) -> list[Mark]:
    missed = {(deadline.due, deadline.milestone) for deadline in deadlines}
    marks = []
    for milestone in entry.milestones:
        is_late = (milestone.date, milestone.title) in missed
        style = "done" if milestone.done else "late" if is_late else "open"
        marks.append(_mark(style, milestone.done or milestone.date, milestone, axis))
    marks += [
        _mark("late", deadline.due, None, axis) for deadline in deadlines if not deadline.milestone
    ]
    return sorted(marks, key=lambda mark: (mark.x, mark.width))


def _mark(style: str, when: PartialDate, milestone: Milestone | None, axis: Axis) -> Mark:
    """Return a mark as long as the time that its date may mean; a day is as long as can be seen."""
    start, end = axis.x(when.earliest()), axis.x(when.latest())
    width = round(max(_MIN_MARK_WIDTH, end - start), 2)
    return Mark(style, round((start + end - width) / 2, 2), width, 0, milestone)


def _in_lanes(marks: Iterable[Mark], top: int) -> tuple[Mark, ...]:
    """Put each mark into the first lane in which it does not touch the one before."""
    ends: list[float] = []
    placed = []
    for mark in marks:
        lane = next((lane for lane, end in enumerate(ends) if end <= mark.x), len(ends))
        ends[lane : lane + 1] = [mark.end + _MIN_MARK_DISTANCE]
        placed.append(replace(mark, y=top + lane * LANE_HEIGHT))
    return tuple(placed)
