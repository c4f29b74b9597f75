"""Signals: what the dates of an item say about it, beside the status that somebody declared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from living_strategy.content.graph import Graph
from living_strategy.figures.course import last_confirmed
from living_strategy.figures.facets import RESPONSIBLE
from living_strategy.figures.months import months_before, months_since
from living_strategy.figures.overdue import overdue
from living_strategy.figures.results import results_of
from living_strategy.figures.status_age import is_older
from living_strategy.figures.target_path import Standing, path_position
from living_strategy.model import Entry, Goal, Measure, Project
from living_strategy.model.values import Status
from living_strategy.partial_date import PartialDate

Item = Goal | Measure | Project
Work = Measure | Project
LastChanged = Callable[[Entry], date | None]
"""Gives the date of the last change of substance; None where the history of an entry is unknown."""


def no_history(entry: Entry) -> date | None:
    """Know no history: what stands in the entries must do."""
    return None


class SignalKind(StrEnum):
    """What may need a look, in the order it is told."""

    LATE_MILESTONE = "late_milestone"
    PAST_END = "past_its_end"
    NOT_STARTED = "not_begun"
    BEHIND_PATH = "behind_its_path"
    UNCONFIRMED = "unconfirmed"
    NO_REPORT = "no_report"
    STALE = "stale"
    NO_OWNER = "no_owner"


# Past a date that somebody has set.
LATE = (SignalKind.LATE_MILESTONE, SignalKind.PAST_END, SignalKind.NOT_STARTED)


class Gap(StrEnum):
    """What no signal can be computed from, because a date is missing."""

    DEADLINE = "deadline"
    START = "start"
    CONFIRMATION = "confirmation"
    REVIEW = "review"


class State(StrEnum):
    """How an item counts in a sum: as the first of these that holds. What is not known counts
    neither as good nor as bad.
    """

    LATE = "past_a_date"
    OTHER = "something_else"
    UNKNOWN = "not_known"
    CLEAR = "nothing_found"
    CLOSED = "over"


@dataclass(frozen=True, slots=True)
class Signal:
    """Something to look at. `since` is the date that has passed, or the newest one there is; it is
    None where there is none. `months` are the whole months since its last day. `milestone` is the
    title of a late milestone, and `indicator` that of an indicator that is behind.
    """

    kind: SignalKind
    since: PartialDate | None = None
    months: int | None = None
    milestone: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class ItemSignals:
    """A goal, measure or project with its signals, what cannot be computed, and how it counts."""

    entry: Item
    signals: tuple[Signal, ...]
    gaps: tuple[Gap, ...]
    state: State

    @property
    def told(self) -> tuple[Signal, ...]:
        """The signals without repetition: who is asked how it goes is not asked to look as well."""
        if self.has(SignalKind.UNCONFIRMED) or self.has(SignalKind.NO_REPORT):
            return tuple(signal for signal in self.signals if signal.kind is not SignalKind.STALE)
        return self.signals

    def has(self, kind: SignalKind) -> bool:
        """Return whether it has a signal of the kind."""
        return any(signal.kind is kind for signal in self.signals)


def is_over(entry: Item) -> bool:
    """Return whether nobody waits for it: it is retired, completed or stopped."""
    return entry.retired is not None or (not isinstance(entry, Goal) and entry.status.is_closed)


def owners_of(graph: Graph, entry: Entry) -> tuple[Entry, ...]:
    """Return who answers for a measure or leads a project, apart from those that are retired."""
    return graph.active_targets(entry.id, RESPONSIBLE.get(entry.kind, ""))


def item_signals(
    entry: Item, graph: Graph, today: date, last_changed: LastChanged = no_history
) -> ItemSignals:
    """Compute the signals of an item. What is retired or over has none."""
    if is_over(entry):
        return ItemSignals(entry, (), (), State.CLOSED)
    answers: list[Signal | Gap] = []
    if isinstance(entry, Goal):
        answers += _behind(entry, today)
    else:
        answers += [*_lateness(entry, today), *_reporting(entry, graph, today)]
    answers += _review(entry, graph, today, last_changed)
    if not isinstance(entry, Goal) and not owners_of(graph, entry):
        answers.append(Signal(SignalKind.NO_OWNER))
    signals = tuple(answer for answer in answers if isinstance(answer, Signal))
    gaps = tuple(answer for answer in answers if isinstance(answer, Gap))
    return ItemSignals(entry, signals, gaps, _state(signals, gaps))


def _state(signals: tuple[Signal, ...], gaps: tuple[Gap, ...]) -> State:
    if any(signal.kind in LATE for signal in signals):
        return State.LATE
    if signals:
        return State.OTHER
    return State.UNKNOWN if gaps else State.CLEAR


def signals_in_force(
    graph: Graph, today: date, last_changed: LastChanged = no_history
) -> tuple[ItemSignals, ...]:
    """Return the signals of all goals, measures and projects that are not retired."""
    items: tuple[Item, ...] = (
        *graph.active(Goal),
        *graph.active(Measure),
        *graph.active(Project),
    )
    return tuple(item_signals(item, graph, today, last_changed) for item in items)


def _lateness(entry: Work, today: date) -> Iterator[Signal | Gap]:
    """Yield what is past its date; gaps where work that is decided has no date to be judged by."""
    for deadline in sorted(overdue((entry,), today), key=lambda deadline: not deadline.milestone):
        kind = SignalKind.LATE_MILESTONE if deadline.milestone else SignalKind.PAST_END
        yield _dated(kind, deadline.due, today, deadline.milestone)
    period = entry.period
    if entry.status is Status.PLANNED:
        if not (period and period.start):
            yield Gap.START
        elif period.start.latest() < today:
            yield _dated(SignalKind.NOT_STARTED, period.start, today)
    has_deadline = (period and period.end) or any(not step.done for step in entry.milestones)
    if entry.status is not Status.PROPOSED and not has_deadline:
        yield Gap.DEADLINE


def _behind(goal: Goal, today: date) -> Iterator[Signal]:
    """Yield each indicator whose newest value is not where its path has it by then."""
    for result in results_of(goal):
        position = path_position(result)
        if position and position.standing is Standing.BEHIND:
            due, title = position.due.date, result.indicator.title
            # A value of this year may be there before the year is over.
            months = max(months_since(due.latest(), today), 0)
            yield Signal(SignalKind.BEHIND_PATH, due, months, indicator=title)


def _reporting(entry: Work, graph: Graph, today: date) -> Iterator[Signal | Gap]:
    """Yield one signal of work that is said to be running: that nobody has confirmed it for so long
    that it may be over, or else that no report is recent.
    """
    if entry.status is not Status.ONGOING:
        return
    limit = months_before(today, graph.corpus.settings.review_months.running)
    confirmed = last_confirmed(entry)
    if confirmed is None:
        yield Signal(SignalKind.NO_REPORT)
        yield Gap.CONFIRMATION
    elif is_older(confirmed, today):
        yield _dated(SignalKind.UNCONFIRMED, confirmed, today)
    elif confirmed.latest() < limit:
        yield _dated(SignalKind.NO_REPORT, confirmed, today)


def _review(
    entry: Item, graph: Graph, today: date, last_changed: LastChanged
) -> Iterator[Signal | Gap]:
    limits = graph.corpus.settings.review_months
    running = not isinstance(entry, Goal) and entry.status is Status.ONGOING
    limit = months_before(today, limits.running if running else limits.other)
    dates = tuple(_looked_at(entry, last_changed(entry)))
    if not dates:
        yield Gap.REVIEW
        return
    newest = max(dates, key=lambda when: (when.latest(), when))
    if newest.latest() < limit:
        yield _dated(SignalKind.STALE, newest, today)


def _looked_at(entry: Item, changed: date | None) -> Iterator[PartialDate]:
    """Yield the days on which somebody looked at an entry: when it was reviewed, and when it last
    changed. Where the history is unknown, the dates of its facts stand for the change.
    """
    if entry.reviewed:
        yield entry.reviewed
    if changed:
        yield PartialDate(changed.isoformat())
        return
    yield from (update.date for update in entry.updates)
    if entry.as_of:
        yield entry.as_of
    if not isinstance(entry, Goal) and entry.status_date:
        yield entry.status_date


def _dated(kind: SignalKind, since: PartialDate, today: date, milestone: str = "") -> Signal:
    return Signal(kind, since, months_since(since.latest(), today), milestone)
