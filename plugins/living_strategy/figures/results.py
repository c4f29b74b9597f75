"""Results: what the indicators of a strategy say, how they have moved, and which come first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import UnderArea, by_area
from living_strategy.model import Area, Goal
from living_strategy.model.goal import Indicator, Measurement
from living_strategy.model.values import Direction
from living_strategy.partial_date import PartialDate
from living_strategy.settings import MAX_SHOWN_RESULTS


class Course(Enum):
    """Where a result has gone from its first value to its last."""

    BETTER = auto()
    WORSE = auto()
    SAME = auto()
    ONCE = auto()
    """Measured once, so that nobody knows."""
    NEVER = auto()
    """Not measured, or without a value that we know."""


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator of a goal with everything that was measured, the baseline first."""

    goal: Goal
    indicator: Indicator
    measured: tuple[Measurement, ...]

    @property
    def ref(self) -> str:
        """What settings call it: the id of the goal and its own."""
        return f"{self.goal.id}/{self.indicator.id}"

    @property
    def is_series(self) -> bool:
        """Whether it was measured more than once, which a line needs."""
        return len(self.measured) > 1

    @property
    def first(self) -> Measurement | None:
        """What everything later is compared with."""
        return self.measured[0] if self.measured else None

    @property
    def last(self) -> Measurement | None:
        """The newest value."""
        return self.measured[-1] if self.measured else None

    @property
    def change(self) -> Decimal | None:
        """How much higher the last value is than the first; None unless both are known."""
        return self.measured[-1].value - self.measured[0].value if self.is_series else None

    @property
    def course(self) -> Course:
        """Whether it went the way that the strategy wants."""
        if self.change is None:
            return Course.ONCE if self.measured else Course.NEVER
        if not self.change:
            return Course.SAME
        return Course.BETTER if self._is_up == (self.change > 0) else Course.WORSE

    @property
    def as_of(self) -> PartialDate | None:
        """The date of the newest value."""
        return self.last.date if self.last else None

    @property
    def _is_up(self) -> bool:
        return self.indicator.direction is Direction.UP


def results_of(goal: Goal) -> tuple[Result, ...]:
    """Return the results of a goal, in its own order."""
    return tuple(
        Result(
            goal,
            indicator,
            (*((indicator.baseline,) if indicator.baseline else ()), *indicator.values),
        )
        for indicator in goal.indicators
    )


def results(graph: Graph) -> tuple[Result, ...]:
    """Return the results of all goals in force, in the order of areas and goals."""
    return tuple(
        result
        for under_area in by_area(graph, graph.active(Goal))
        for goal in under_area.entries
        for result in results_of(goal)
    )


@dataclass(frozen=True, slots=True)
class AreaResults:
    """The results under an area, None for goals that have none: what was measured more than once
    first, then what was measured once, then the rest.
    """

    area: Area | None
    results: tuple[Result, ...]


def results_by_area(graph: Graph) -> tuple[AreaResults, ...]:
    """Return the results by area, in the order of the strategy; areas without any are left out."""
    return tuple(
        AreaResults(under_area.area, of_area)
        for under_area in by_area(graph, graph.active(Goal))
        if (of_area := _told_first(under_area))
    )


def _told_first(under_area: UnderArea[Goal]) -> tuple[Result, ...]:
    of_area = (result for goal in under_area.entries for result in results_of(goal))
    return tuple(sorted(of_area, key=lambda result: (not result.is_series, not result.measured)))


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """How many results there are, and how many have taken each course."""

    total: int
    by_course: dict[Course, int]

    @property
    def series(self) -> int:
        """How many were measured more than once."""
        return sum(self.by_course[course] for course in (Course.BETTER, Course.WORSE, Course.SAME))


def result_counts(results: Iterable[Result]) -> ResultCounts:
    """Count results by course; every course has a number."""
    counts = dict.fromkeys(Course, 0)
    for result in results:
        counts[result.course] += 1
    return ResultCounts(sum(counts.values()), counts)


def front_results(graph: Graph, limit: int = MAX_SHOWN_RESULTS) -> tuple[Result, ...]:
    """Return the results that the settings name, in their order; else those measured more than
    once, in turn one of each area, the newest first.
    """
    everything = results(graph)
    if names := graph.corpus.settings.results:
        by_ref = {result.ref: result for result in everything}
        in_force = (_ref_in_force(graph, name) for name in dict.fromkeys(names))
        return tuple(by_ref[ref] for ref in in_force if ref in by_ref)[:limit]
    return _spread(graph, [result for result in everything if result.is_series])[:limit]


def newest_of_area(under_area: AreaResults, shown: Sequence[Result] = ()) -> Result | None:
    """Return the result that stands for an area: the newest series, or else the newest value;
    one that is not shown already, if there is any.
    """
    measured = [result for result in under_area.results if result.measured]
    refs = {result.ref for result in shown}
    fresh = [result for result in measured if result.ref not in refs] or measured
    return max(fresh, key=lambda result: (result.is_series, _newest(result)), default=None)


def _ref_in_force(graph: Graph, name: str) -> str:
    """Return the reference with the present id of a goal that is called by an earlier one."""
    goal, _, indicator = name.partition("/")
    entry = graph.find(goal)
    return f"{entry.id}/{indicator}" if entry else name


def _spread(graph: Graph, series: Sequence[Result]) -> tuple[Result, ...]:
    """Order results so that each area has its first turn before any has its second."""
    areas = {
        goal.id: under_area.area.id if under_area.area else ""
        for under_area in by_area(graph, graph.active(Goal))
        for goal in under_area.entries
    }
    turns: defaultdict[str, int] = defaultdict(int)
    in_turn = []
    for result in sorted(series, key=_newest, reverse=True):
        area = areas[result.goal.id]
        in_turn.append((turns[area], result))
        turns[area] += 1
    return tuple(result for _, result in sorted(in_turn, key=lambda pair: pair[0]))


def _newest(result: Result) -> date:
    return result.as_of.latest() if result.as_of else date.min
