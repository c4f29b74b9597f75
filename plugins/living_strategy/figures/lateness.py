"""Lateness: every date that has passed, told apart by whether anybody has said anything since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.course import last_confirmed
from living_strategy.figures.months import months_since
from living_strategy.figures.overdue import Overdue, overdue
from living_strategy.figures.signals import LATE, Signal, SignalKind, Work, item_signals, owners_of
from living_strategy.language import Language
from living_strategy.model import Entry, Measure, Project, Scheme
from living_strategy.partial_date import PartialDate

# From so many months on, how long ago something was is told in years.
_MONTHS_TOLD = 24


@dataclass(frozen=True, slots=True)
class Late:
    """A date of a measure, project or funding scheme that has passed. `months` are the whole months
    since the last day that it may mean; `milestone` is empty unless it is the date of one.
    `confirmed` is the newest date on which a source states how it goes.
    """

    entry: Work | Scheme
    kind: SignalKind
    milestone: str
    due: PartialDate
    months: int
    owners: tuple[Entry, ...]
    confirmed: PartialDate | None

    @property
    def is_known(self) -> bool:
        """Whether somebody has told how it goes after the date, and did not say that it was
        reached. Otherwise it may have been, and nobody has told.
        """
        return self.confirmed is not None and self.confirmed.earliest() > self.due.latest()


def late_dates(graph: Graph, today: date) -> tuple[Late, ...]:
    """Return the dates of all measures and projects in force that have passed, and the milestones
    of funding schemes, the oldest first.
    """
    work: tuple[Work, ...] = (*graph.active(Measure), *graph.active(Project))
    dates = [late for entry in work for late in _of_entry(entry, graph, today)]
    for scheme in graph.active(Scheme):
        dates += [_of_scheme(scheme, late, graph, today) for late in overdue((scheme,), today)]
    return tuple(
        sorted(dates, key=lambda late: (late.due.latest(), late.entry.id, not late.milestone))
    )


def _of_entry(entry: Work, graph: Graph, today: date) -> Iterator[Late]:
    for signal in item_signals(entry, graph, today).signals:
        if signal.kind in LATE and signal.since:
            yield _late(entry, signal, signal.since, graph)


def _of_scheme(scheme: Scheme, deadline: Overdue, graph: Graph, today: date) -> Late:
    """Return a milestone of a scheme, of which its reports are what is known."""
    told = (update.date for update in scheme.updates)
    return Late(
        scheme,
        SignalKind.LATE_MILESTONE,
        deadline.milestone,
        deadline.due,
        months_since(deadline.due.latest(), today),
        graph.active_targets(scheme.id, "owned_by"),
        max(told, key=lambda day: (day.latest(), day), default=None),
    )


def _late(entry: Work, signal: Signal, due: PartialDate, graph: Graph) -> Late:
    return Late(
        entry,
        signal.kind,
        signal.milestone,
        due,
        signal.months or 0,
        owners_of(graph, entry),
        last_confirmed(entry),
    )


def ago_words(late: Late, language: Language) -> str:
    """Say how long ago the date was: at least so long where it is not known to the day."""
    return months_ago_words(late.due, late.months, language)


def months_ago_words(due: PartialDate, months: int, language: Language) -> str:
    """Say how long ago a date was, of which so many months have passed."""
    if months >= _MONTHS_TOLD:
        words = language.plural(
            "at least {count} year ago", "at least {count} years ago", months // 12
        )
        return words.format(count=language.number(months // 12))
    if not months:
        return language.text("less than a month ago")
    if due.day is not None:
        words = language.plural("{count} month ago", "{count} months ago", months)
    else:
        words = language.plural("at least {count} month ago", "at least {count} months ago", months)
    return words.format(count=language.number(months))
