"""Layout of a timeline: a row for each measure or project on an axis of years.

A bar is solid as far as a source confirms, fades out as far as nobody knows, and is an outline
where it is planned: nothing is drawn as certain that is not. A milestone is as long as the time
that its date may mean. Where that is too short to be seen, as a month is among twenty years, the
same length is the foot of a pin, whose head says nothing of time.

Positions are shares of the width in per cent, so that a phone shows the whole axis, with today, and
no text is ever scaled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.figures.course import Course, course
from living_strategy.figures.overdue import Overdue, overdue
from living_strategy.figures.timeline import Dated, Planned
from living_strategy.model.values import Milestone
from living_strategy.partial_date import PartialDate
from living_strategy.site.pages.timeline.axis import NARROW, Axis, Tick

# Pixels. A row has its bar, if it has one, and below it as many lanes of milestones as it needs,
# each as high as what a finger can hit.
BAR_HEIGHT, LANE_HEIGHT = 14, 24
# The head of a pin.
_HEAD = 9
# Per cent.
_MIN_WIDTH = 0.4
# Milestones whose middles are closer than what a finger can hit on the axis of a phone stand in
# lanes below each other.
_TARGET = round(100 * LANE_HEIGHT / NARROW, 2)


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
    def middle(self) -> float:
        """Where its target for a pointer lies, and the head of a pin."""
        return round(self.x + self.width / 2, 2)

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 2)

    @property
    def is_pin(self) -> bool:
        """Whether it is shorter than a head, and so the foot of a pin."""
        return self.width * NARROW < 100 * _HEAD


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
    """Return a mark as long as the time that its date may mean."""
    start, end = axis.x(when.earliest()), axis.x(when.latest())
    return Mark(style, start, round(end - start, 2), 0, milestone)


def _in_lanes(marks: Iterable[Mark], top: int) -> tuple[Mark, ...]:
    """Put each mark into the first lane in which its target does not touch the one before."""
    ends: list[float] = []
    placed = []
    for mark in marks:
        room = max(mark.width, _TARGET) / 2
        begin = mark.middle - room
        lane = next((lane for lane, end in enumerate(ends) if end <= begin), len(ends))
        ends[lane : lane + 1] = [mark.middle + room]
        y = top + lane * LANE_HEIGHT
        placed.append(Mark(mark.style, mark.x, mark.width, y, mark.milestone))
    return tuple(placed)
