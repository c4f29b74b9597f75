"""From the clocks of commits to the days on which readers could see a change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TypeVar

from living_strategy.history.log import Revision

Moment = TypeVar("Moment")

# The first commit of git to itself, on 7 April 2005.
_FIRST_SECOND = int(datetime(2005, 4, 7, tzinfo=UTC).timestamp())

_FIRST_DAY, _SECONDS = date(1970, 1, 1).toordinal(), 86_400


def published_days(seconds: Sequence[int]) -> tuple[date, ...]:
    """Return the day, in UTC, of each published revision, oldest first and never falling.

    The order of revisions is a fact, their times are what some clock said. The longest run of
    times that do not fall is believed; a revision outside it takes the day of the one before it
    (the first ones that of the first believed), so that a clock in 1970 or in 2040 spoils nothing
    but its own commit. No commit was made before there was git.
    """
    return _published_days(tuple(seconds))


# Who goes on with a history asks for the days as they were before, too.
@lru_cache(maxsize=2)
def _published_days(seconds: tuple[int, ...]) -> tuple[date, ...]:
    possible = [index for index, second in enumerate(seconds) if second >= _FIRST_SECOND]
    possible = possible or list(range(len(seconds)))
    believed = [possible[index] for index in _longest_run([seconds[index] for index in possible])]
    days: list[date] = []
    first = _day(seconds[believed[0]]) if believed else date.min
    run = set(believed)
    for index, second in enumerate(seconds):
        if index in run:
            days.append(_day(second))
        else:
            days.append(days[-1] if days else first)
    return tuple(days)


def states(names: Sequence[str], days: Sequence[date]) -> Iterator[tuple[date, str]]:
    """Yield each day with a published revision, and the last one of it."""
    for index, name in enumerate(names):
        if index + 1 == len(days) or days[index + 1] != days[index]:
            yield days[index], name


def last_moments(
    revisions: Iterable[Revision],
    moments: Iterable[Moment],
    before: Iterable[tuple[str, Moment]] = (),
) -> Mapping[str, Moment]:
    """Return the moment at which each file that is still there was last changed or moved; `before`
    has those before these revisions.
    """
    last = dict(before)
    for revision, moment in zip(revisions, moments, strict=True):
        for change in revision.files:
            if change.new is None or change.old_path != change.path:
                last.pop(change.old_path, None)
        last |= {change.path: moment for change in revision.files if change.new is not None}
    return last


def _day(second: int) -> date:
    try:
        return date.fromordinal(_FIRST_DAY + second // _SECONDS)
    except (OverflowError, ValueError):  # a time that no calendar has
        return date.min if second < 0 else date.max


def _longest_run(seconds: list[int]) -> list[int]:
    """Return the positions of a longest run of values that do not fall (patience sorting)."""
    # Nearly all clocks are right.
    if sorted(seconds) == seconds:
        return list(range(len(seconds)))
    last_values: list[int] = []
    last_positions: list[int] = []
    before: list[int] = []
    for position, second in enumerate(seconds):
        length = bisect_right(last_values, second)
        before.append(last_positions[length - 1] if length else -1)
        if length == len(last_values):
            last_values.append(second)
            last_positions.append(position)
        else:
            last_values[length] = second
            last_positions[length] = position
    return list(_backwards(last_positions[-1] if last_positions else -1, before))[::-1]


def _backwards(position: int, before: Sequence[int]) -> Iterator[int]:
    while position >= 0:
        yield position
        position = before[position]
