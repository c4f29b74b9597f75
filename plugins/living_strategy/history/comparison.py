"""Today's strategy beside an earlier state of it: what is different, net."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from living_strategy.history.delta import Delta, EntryKey
from living_strategy.history.event import Event, History, Nature
from living_strategy.history.net import Difference
from living_strategy.partial_date import PartialDate
from living_strategy.settings import Settings


class OccasionSort(Enum):
    """Why somebody asks what has changed since."""

    MEETING = "meeting"
    ADOPTED = "adopted"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that readers compare with. `body` is the id of who met or decided; a release has none.
    `revision` names the state that counts, where the day alone does not say it.
    """

    sort: OccasionSort
    day: PartialDate
    body: str = ""
    title: str = ""
    case: str = ""
    url: str = ""
    revision: str = ""

    @property
    def key(self) -> str:
        """The last part of the address of its page."""
        name = self.body or self.title
        return f"{name}-{self.day}" if self.body else name


@dataclass(frozen=True, slots=True)
class Comparison:
    """An occasion, the revision that readers saw then, and what is different today.

    `state` is empty, and nothing is compared, if the history does not reach back to that day or
    the text as adopted does not stand in it.
    """

    occasion: Occasion
    state: str = ""
    events: tuple[Event, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether there is something to compare with."""
        return bool(self.state)


def distinct(comparisons: Iterable[Comparison]) -> Iterator[Comparison]:
    """Yield those that have a page of their own, and those that have none. The meeting that decided
    is the same occasion as its decision, which comes first.
    """
    keys: set[str] = set()
    for comparison in comparisons:
        key = comparison.occasion.key
        if key not in keys:
            yield comparison
        if comparison.is_known:
            keys.add(key)


def newest_adopted(comparisons: Iterable[Comparison]) -> Comparison | None:
    """Return the comparison with the newest decision whose text is known."""
    known = (
        comparison
        for comparison in comparisons
        if comparison.is_known and comparison.occasion.sort is OccasionSort.ADOPTED
    )
    return max(known, key=lambda comparison: comparison.occasion.day.latest(), default=None)


def occasions(settings: Settings) -> Iterator[Occasion]:
    """Yield the decisions and the meetings that a strategy names, each in the order it is given."""
    for edition in settings.adopted:
        yield Occasion(
            OccasionSort.ADOPTED,
            edition.date,
            edition.body,
            case=edition.case or "",
            url=edition.url or "",
            revision=edition.ref or "",
        )
    for meeting in settings.meetings:
        yield Occasion(
            OccasionSort.MEETING,
            meeting.date,
            meeting.body,
            meeting.title or "",
            url=meeting.url or "",
        )


def compared(
    occasions: Sequence[Occasion],
    history: History,
    differ: Callable[[str], Difference],
    today: date,
) -> Iterator[Comparison]:
    """Yield a comparison for each occasion that has been.

    `differ` compares today's state with a revision.

    Raises:
        LookupError: there is no such revision.
    """
    for occasion in occasions:
        day = occasion.day.latest()
        if day > today:
            continue
        state = occasion.revision or ("" if _is_decided(occasion) else history.state_on(day) or "")
        if not state:
            yield Comparison(occasion)
            continue
        difference = differ(state)
        events = tuple(net_events(difference.deltas, history))
        yield Comparison(occasion, state, events, difference.unread)


def _is_decided(occasion: Occasion) -> bool:
    """Whether a text was decided on: only its own revision is that text, and no day is."""
    return occasion.sort is OccasionSort.ADOPTED


def net_events(deltas: Sequence[Delta], history: History) -> Iterator[Event]:
    """Yield the net changes as events, each with the day of the last change of its entry."""
    last: Mapping[EntryKey, tuple[Event, ...]] = history.by_entry
    for delta in deltas:
        newest = last[delta.key][-1] if delta.key in last else None
        yield Event(
            key=delta.digest,
            kind=delta.key[0],
            entry=delta.key[1],
            title=delta.title,
            nature=_nature(delta),
            day=newest.day if newest else history.begins or date.min,
            revision=newest.revision if newest else "",
            subject="",
            changes=delta.changes,
        )


def _nature(delta: Delta) -> Nature:
    if not delta.has_old:
        return Nature.NEW
    if not delta.has_new:
        return Nature.REMOVED
    return Nature.RETIRED if delta.retires else Nature.CHANGED
