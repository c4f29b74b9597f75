"""The axis of years of a timeline: where days lie, and which years are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# Years are written no closer than this, on the axis of a phone and on a wide one.
_MIN_TICK_DISTANCE = 44
NARROW, _WIDE = 280, 640
# Years have a line each no closer than this on a phone.
_MIN_LINE_DISTANCE = 6
# Per cent: room at both ends of the axis for what is not known to begin or end there.
_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis. `only` says whether it is written on a narrow or on a wide axis alone."""

    x: float
    year: int
    only: str


# The same days stand in row after row.
@lru_cache(maxsize=4096)
def _position(first: int, last: int, day: date) -> float:
    start, end = date(first, 1, 1), date(last, 12, 31)
    share = (min(max(day, start), end) - start) / (end - start)
    return round(_EDGE + share * (100 - 2 * _EDGE), 2)


@dataclass(frozen=True, slots=True)
class Axis:
    """Positions of days: from the first of January of `first` to the end of `last`."""

    first: int
    last: int

    def x(self, day: date) -> float:
        """Return the position of a day; a day beyond the axis has the position of its end."""
        return _position(self.first, self.last, day)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the years that are written: the fewer, the narrower the axis is shown."""
        narrow, wide = self._step(NARROW), self._step(_WIDE)
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
        if self._room(NARROW) < _MIN_LINE_DISTANCE:
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
