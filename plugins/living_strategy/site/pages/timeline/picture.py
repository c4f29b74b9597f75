"""Layout of a timeline: a row for each measure or project on an axis of years.

A bar is solid as far as a source confirms, dashed as far as nobody knows, and an outline where it
is planned: nothing is drawn as certain that is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from living_strategy.figures.course import Course, course
from living_strategy.figures.overdue import overdue
from living_strategy.figures.timeline import Dated, Planned
from living_strategy.model.values import Milestone
from living_strategy.partial_date import PartialDate
from living_strategy.site.pictures.text import shorten, text_width

WIDTH = 840
TOP = 44
HEADING_HEIGHT = 34
# The title stands above its bar and not beside it, so that a phone shows both at once.
ROW_HEIGHT = 46
LABEL_HEIGHT = 18
BAR_HEIGHT = 14
# From the top of a line of text to its foot.
BASELINE = 13
# Years are written no closer than this, and have a line each no closer than that.
_MIN_TICK_DISTANCE = 46
_MIN_LINE_DISTANCE = 9
# Room at both ends of the axis, for what is not known to begin or end there.
_EDGE = 22
# Half the size of a milestone's mark.
_MARK = 7
# What ends with a year ends before the line of the next one.
_BEFORE_LINE = 2
_MIN_WIDTH = 4
# Words in a picture are no closer than this.
_SPACE = 8

Say = Callable[[Planned], str]


@dataclass(frozen=True, slots=True)
class Axis:
    """Positions of days: from the first of January of `first` to the end of `last`."""

    first: int
    last: int

    def x(self, day: date) -> int:
        """Return the position of a day; a day beyond the axis has the position of its end."""
        start, end = date(self.first, 1, 1), date(self.last, 12, 31)
        share = (min(max(day, start), end) - start) / (end - start)
        return _EDGE + round(share * (WIDTH - 2 * _EDGE))

    def end(self, day: date) -> int:
        """Return the position of the end of a day."""
        return self.x(day) - _BEFORE_LINE

    def middle(self, when: PartialDate) -> int:
        """Return the position of a mark: the middle of all days that the date may mean."""
        return (self.x(when.earliest()) + self.x(when.latest())) // 2

    def ticks(self) -> list[tuple[int, int]]:
        """Yield position and year of the labelled lines: every year, or every 2, 5, 10 or 20."""
        years = self.last - self.first + 1
        step = next(
            (step for step in (1, 2, 5, 10, 20) if step * self._room >= _MIN_TICK_DISTANCE), 50
        )
        return [
            (self.x(date(year, 1, 1)), year)
            for year in range(self.first, self.last + 1)
            if year % step == 0 or years == 1
        ]

    def lines(self) -> list[int]:
        """Yield the positions of every first of January, where they can be told apart."""
        if self._room < _MIN_LINE_DISTANCE:
            return [x for x, _ in self.ticks()]
        return [self.x(date(year, 1, 1)) for year in range(self.first, self.last + 1)]

    @property
    def _room(self) -> float:
        return (WIDTH - 2 * _EDGE) / (self.last - self.first + 1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar. `style` is solid (confirmed), unsure (not known) or ahead (planned)."""

    style: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone on a row, or the end of the entry itself when `milestone` is None and it is late.
    `style` is done, open or late; `span` is the place and width of a date that is only known to
    the year.
    """

    style: str
    shape: str
    milestone: Milestone | None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the timeline: its title and status, below them a bar with marks. There is no
    bar when only milestones are dated. `unknown` are the places of the signs that say that the
    start or the end is not known; `late` is empty unless something is past its date.
    """

    y: int
    label: str
    label_x: int
    status: str
    late: str
    entry: Planned
    pieces: tuple[Piece, ...]
    unknown: tuple[int, ...]
    marks: tuple[Mark, ...]


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
    lines: tuple[int, ...]
    today_x: int
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    top: int = TOP
    below: int = LABEL_HEIGHT - BASELINE
    bar_height: int = BAR_HEIGHT


def timeline_picture(
    groups: Iterable[tuple[str, tuple[Dated, ...]]], today: date, say: Say, late_text: str
) -> Timeline:
    """Lay out dated entries in groups, each with a heading unless its text is empty. The axis
    always reaches today. `say` gives an entry's status in words, `late_text` marks late ones.
    """
    groups = [(text, entries) for text, entries in groups if entries]
    axis = _axis([dated for _, entries in groups for dated in entries], today)
    headings, rows = [], []
    y = TOP
    for text, entries in groups:
        if text:
            headings.append(Heading(y, text))
            y += HEADING_HEIGHT
        for dated in entries:
            rows.append(_row(dated.entry, y, axis, today, (say(dated.entry), late_text)))
            y += ROW_HEIGHT
    return Timeline(
        WIDTH, y + _SPACE, tuple(axis.ticks()), tuple(axis.lines()), axis.x(today),
        tuple(headings), tuple(rows),
    )  # fmt: skip


def _axis(entries: Sequence[Dated], today: date) -> Axis:
    first = min((dated.first for dated in entries), default=today)
    last = max((dated.last for dated in entries), default=today)
    return Axis(min(first, today).year, max(last, today).year)


def _row(entry: Planned, y: int, axis: Axis, today: date, words: tuple[str, str]) -> Row:
    known_course = course(entry, today)
    pieces = _pieces(known_course, axis, today) if known_course else ()
    top = y + LABEL_HEIGHT
    marks = _marks(entry, top, axis, today)
    status = words[0]
    late_text = words[1] if any(mark.style == "late" for mark in marks) else ""
    space_behind = _bold(status) + _bold(late_text) + 2 * _SPACE
    label = shorten(entry.title, WIDTH - space_behind)
    xs = [piece.x for piece in pieces] + [int(mark.shape[1:].split()[0]) for mark in marks]
    return Row(
        y + BASELINE,
        label,
        max(0, min(*xs, WIDTH - text_width(label) - space_behind, WIDTH)),
        status,
        late_text,
        entry,
        pieces,
        _unknown(known_course, pieces) if known_course else (),
        marks,
    )


def _bold(text: str) -> int:
    """Return the width of a bold text."""
    return text_width(text) * 9 // 8


def _pieces(known_course: Course, axis: Axis, today: date) -> tuple[Piece, ...]:
    """Return the stretches of a bar: confirmed, then unknown, then planned after today."""
    pieces = []
    x = axis.x(known_course.begin)
    if known_course.confirmed:
        end = max(x + _MIN_WIDTH, axis.end(known_course.confirmed))
        pieces.append(Piece("solid", x, end - x))
        x = end
    for style, until in (("unsure", min(known_course.until, today)), ("ahead", known_course.until)):
        end = axis.end(until) if until != today else axis.x(today)
        if end > x + 1:
            pieces.append(Piece(style, x, end - x))
            x = end
    return tuple(pieces) or (
        Piece("ahead" if known_course.begin > today else "unsure", x, _MIN_WIDTH),
    )


def _unknown(known_course: Course, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return the positions of the question marks before and after the bar."""
    before = () if known_course.begin_known else (pieces[0].x - _SPACE,)
    last = pieces[-1]
    return before if known_course.end_known else (*before, last.x + last.width + _SPACE)


def _marks(entry: Planned, top: int, axis: Axis, today: date) -> tuple[Mark, ...]:
    deadlines = overdue([entry], today)
    missed = {(deadline.due, deadline.milestone) for deadline in deadlines}
    marks = []
    for milestone in entry.milestones:
        day = milestone.done or milestone.date
        style = (
            "done"
            if milestone.done
            else "late"
            if (milestone.date, milestone.title) in missed
            else "open"
        )
        span = (axis.x(day.earliest()), axis.end(day.latest())) if day.month is None else None
        width = (span[0], span[1] - span[0]) if span else None
        marks.append(Mark(style, _shape(style, axis.middle(day), top), milestone, width))
    for end in deadlines:
        if not end.milestone:
            marks.append(Mark("late", _shape("late", axis.end(end.due.latest()), top), None))
    return tuple(marks)


def _shape(style: str, x: int, top: int) -> str:
    """Draw a diamond, or a triangle for a late date: told apart without colour too."""
    y = top + BAR_HEIGHT // 2 - _MARK
    if style == "late":
        return f"M{x} {y}l{_MARK} {2 * _MARK}h-{2 * _MARK}z"
    return f"M{x} {y}l{_MARK} {_MARK}-{_MARK} {_MARK}-{_MARK}-{_MARK}z"
