"""Where a result stands against the path to its target, as far as the strategy has set one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from living_strategy.figures.results import Result
from living_strategy.model.goal import Measurement, Target, Waypoint
from living_strategy.model.values import Direction

Dated = Measurement | Waypoint | Target


class Standing(Enum):
    """How the newest value compares with what it should have been by then."""

    AHEAD = auto()
    ON_PATH = auto()
    BEHIND = auto()


@dataclass(frozen=True, slots=True)
class PathPosition:
    """The newest value beside the last value of the path that was due when it was measured."""

    standing: Standing
    due: Waypoint
    measured: Measurement


def path_position(result: Result) -> PathPosition | None:
    """Return where a result stands; None where no value of the path was due when it was measured
    last. Nothing between two values of the path is made up.
    """
    last = result.last
    if last is None:
        return None
    passed = [way for way in result.indicator.path if way.date.latest() <= last.date.latest()]
    if not passed:
        return None
    due = max(passed, key=lambda way: way.date.latest())
    if last.value == due.value:
        return PathPosition(Standing.ON_PATH, due, last)
    wants_more = result.indicator.direction is Direction.UP
    is_ahead = (last.value > due.value) is wants_more
    return PathPosition(Standing.AHEAD if is_ahead else Standing.BEHIND, due, last)


def path_line(result: Result) -> tuple[Dated, ...]:
    """Return the points of the path from the baseline to the target, as far as they are dated;
    nothing without a path.
    """
    indicator = result.indicator
    if not indicator.path:
        return ()
    first = (indicator.baseline,) if indicator.baseline else ()
    last = (indicator.target,) if indicator.target and indicator.target.date else ()
    return (*first, *indicator.path, *last)
