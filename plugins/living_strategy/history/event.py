"""What happened to a strategy, entry by entry: events, and the history that has them all."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cached_property
from typing import NamedTuple

from living_strategy.history.change import FieldChange
from living_strategy.history.kept_changes import told_classes
from living_strategy.model.trait import Change


class Nature(Enum):
    """What happened to an entry as a whole."""

    FOUNDED = "founded"
    """It came with the first content, or with many others: the strategy was written down."""
    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"
    REMOVED = "removed"
    RETURNED = "returned"
    """It was removed before."""
    MERGED = "merged"
    """Another entry, which lived at the same time, took it over."""
    CONVERTED = "converted"
    """It was of another kind before."""


class EventClass(StrEnum):
    """How an event counts for readers, the weightiest first."""

    NEW = "new"
    RETIRED = "retired"
    SUBSTANTIVE = "substantive"
    CLARIFICATION = "clarification"
    EDITORIAL = "editorial"


_CLASSES = {
    Nature.FOUNDED: EventClass.NEW,
    Nature.NEW: EventClass.NEW,
    Nature.RETURNED: EventClass.NEW,
    Nature.RETIRED: EventClass.RETIRED,
    Nature.REMOVED: EventClass.RETIRED,
    Nature.MERGED: EventClass.RETIRED,
    Nature.CONVERTED: EventClass.SUBSTANTIVE,
}


class Event(NamedTuple):
    """What one published revision did to one entry.

    `kind` and `entry` are the kind and the id that the entry has today, or had last. `day` is when
    readers could see it. `key` stays the same when history is rewritten without other contents.
    `changes` are in the order of the model's fields.
    """

    key: str
    kind: str
    entry: str
    title: str
    nature: Nature
    day: date
    revision: str
    subject: str
    changes: Sequence[FieldChange] = ()
    other: str = ""
    """The id of the entry that took over, or the kind it had before."""

    @property
    def classified(self) -> EventClass | None:
        """How it counts; None for one that no reader is told of."""
        if self.nature in _CLASSES:
            return _CLASSES[self.nature]
        told = told_classes(self.changes)
        return next((EventClass(change.value) for change in Change if change in told), None)

    @property
    def is_substantive(self) -> bool:
        """Whether a reader of the strategy must know of it. The founding of a strategy is none of
        the events in it.
        """
        editorial = (EventClass.CLARIFICATION, EventClass.EDITORIAL, None)
        return self.nature is not Nature.FOUNDED and self.classified not in editorial


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a history does not reach back to the beginning, or does not exist: the code of the
    finding that says so, with its particulars.
    """

    code: str
    particulars: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unread:
    """An old version of a file that nobody can read any more, with the code of why."""

    day: date
    revision: str
    path: str
    code: str


@dataclass(frozen=True, slots=True)
class MisspeltClass:
    """A line that was meant to give a class to what a commit changed, and gives none: the day and
    the published revision, the commit that has it and its subject, the line, and what was probably
    meant.
    """

    day: date
    revision: str
    commit: str
    subject: str
    line: str
    near: str


@dataclass(frozen=True)
class History:
    """Everything that is known to have happened, oldest first.

    `begins` is the day of the first revision that is there; None without a history. `states` are
    the days with a published revision, each with the last one of that day. `successors` lead from
    kind and id to what the entry was called next. `files` are the files that are there, each with
    the day it was last changed. `decided` stands for what was decided with the words of today.
    `misspelt` are for editors; no page tells of them.
    """

    tip: str = ""
    begins: date | None = None
    events: tuple[Event, ...] = ()
    states: tuple[tuple[date, str], ...] = ()
    successors: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    unread: tuple[Unread, ...] = ()
    gap: Gap | None = None
    files: tuple[tuple[str, date], ...] = ()
    decided: str = ""
    misspelt: tuple[MisspeltClass, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash that no other history has, without a look at what is packed: the key of an event
        stands for the contents before and after, the tip for what editors said of them.
        """
        heads = [event._replace(changes=()) for event in self.events]
        rest = (self.states, self.successors, self.unread, self.gap, self.files, self.decided)
        text = repr((self.tip, self.begins, heads, rest))
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def by_entry(self) -> Mapping[tuple[str, str], tuple[Event, ...]]:
        """The events of each entry, by kind and id, oldest first."""
        events: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in self.events:
            events[event.kind, event.entry].append(event)
        return {key: tuple(of_entry) for key, of_entry in events.items()}

    @cached_property
    def _before(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        return {after: before for before, after in self.successors}

    def first_key(self, kind: str, entry: str) -> tuple[str, str]:
        """Return the kind and id that an entry had first."""
        key, later = (kind, entry), set[tuple[str, str]]()
        while key in self._before and key not in later:
            later.add(key)
            key = self._before[key]
        return key

    @cached_property
    def updated(self) -> date | None:
        """The day of the last event, of whatever class."""
        return self.events[-1].day if self.events else None

    @cached_property
    def last_changes(self) -> Mapping[str, str]:
        """The days of the last changes by path, for other programs. Empty unless the history goes
        back to the beginning: else every file seems to come on the first day that is there.
        """
        return {} if self.gap else {path: day.isoformat() for path, day in self.files}

    def last_substantive(self, kind: str, entry: str) -> date | None:
        """Return the day of the last change that readers must know of; to come is one, too."""
        days = [
            event.day
            for event in self.by_entry.get((kind, entry), ())
            if event.is_substantive or event.nature is Nature.FOUNDED
        ]
        return days[-1] if days else None

    def state_on(self, day: date) -> str | None:
        """Return the revision that readers saw at the end of a day; None before the first."""
        index = bisect_right(self.states, day, key=_day)
        return self.states[index - 1][1] if index else None


def _day(state: tuple[date, str]) -> date:
    return state[0]


NO_HISTORY = History()
