"""What readers can follow: the strategy, an area, a goal or a project, with the changes and the
dates in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from living_strategy.content.graph import Graph
from living_strategy.history.comparison import occasions
from living_strategy.history.event import Event, EventClass, History, Nature
from living_strategy.model import Area, Entry, Goal, Measure, Project, Scheme
from living_strategy.site.addresses import Addresses

# A feed has at least the newest so many changes, where there are so many.
MAX_CHANGES = 50
# So many entries touched in one revision, none of them in substance, are told as one change.
MIN_ROUND = 20
# The strategy as a whole, among the ids of what is followed.
WHOLE = ""
FOLLOWED = (Area, Goal, Project)


@dataclass(frozen=True, slots=True)
class Subject:
    """What somebody follows: its title, the address of its page, and where its files lie."""

    title: str
    page: str
    folder: str


@dataclass(frozen=True)
class Channels:
    """`has_feeds` says whether the site may have feeds: their addresses are whole ones, so it must
    know its own.
    """

    graph: Graph
    history: History
    has_feeds: bool

    @cached_property
    def changes(self) -> Mapping[str, tuple[Event, ...]]:
        """The newest changes of whatever has a feed, oldest first, by id. The strategy has one
        as soon as it has a history; the others when something has happened to them.
        """
        if not self.has_feeds or self.history.begins is None:
            return {}
        followers: dict[str, tuple[str, ...]] = {}

        def of(event: Event) -> tuple[str, ...]:
            if event.entry not in followers:
                followers[event.entry] = (WHOLE, *self._followers(event.entry))
            return followers[event.entry]

        return {WHOLE: ()} | newest_changes(self.history.events, of)

    @cached_property
    def dated(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries with dates that can stand in a calendar, by the id of what has one."""
        members: defaultdict[str, list[Entry]] = defaultdict(list)
        graph = self.graph
        planned: tuple[Goal | Measure | Project | Scheme, ...] = (
            *graph.of_kind(Goal),
            *graph.of_kind(Measure),
            *graph.of_kind(Project),
            *graph.of_kind(Scheme),
        )
        for entry in planned:
            if _has_dates(entry):
                for followed in (WHOLE, *self._followers(entry.id)):
                    members[followed].append(entry)
        if any(occasion.day.month for occasion in occasions(graph.corpus.settings)):
            # The strategy has a calendar although no entry may have a date.
            members[WHOLE] += ()
        return {followed: tuple(entries) for followed, entries in members.items()}

    def nearest_feed(self, entry: Entry) -> str:
        """Return the id of what has the feed that tells most closely of an entry, if there is any
        feed.
        """
        if not self.changes:
            return WHOLE
        followers = self._followers(entry.id)
        return next((followed for followed in followers if followed in self.changes), WHOLE)

    def subject(self, followed: str, addresses: Addresses) -> Subject:
        """Return what somebody follows, by its id."""
        if followed == WHOLE:
            return Subject(self.graph.corpus.settings.title, "", "")
        entry = self.graph.entries[followed]
        address = addresses.entry(entry)
        return Subject(entry.title, address, address)

    def _followers(self, entry_id: str) -> Iterator[str]:
        """Yield the ids of all that an entry is part of and that readers can follow, itself first,
        then level by level.
        """
        if entry := self.graph.entries.get(entry_id):
            reached = (entry, *self.graph.ways.all_above(entry))
            yield from (member.id for member in reached if isinstance(member, FOLLOWED))


def _has_dates(entry: Goal | Measure | Project | Scheme) -> bool:
    """Whether an entry has a milestone or decision with a day or a month."""
    dates = [decision.date for decision in entry.decisions]
    if not isinstance(entry, Goal):
        dates += [day for mark in entry.milestones for day in (mark.date, mark.done) if day]
    return any(day.month for day in dates)


def newest_changes(
    events: Sequence[Event], followers: Callable[[Event], Iterable[str]]
) -> dict[str, tuple[Event, ...]]:
    """Return the newest changes that each follower is told of, oldest first.

    A revision is taken as a whole; those before it only where there are not enough changes yet.
    """
    chosen: defaultdict[str, list[Event]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for _, revision in groupby(reversed(events), key=lambda event: event.revision):
        by_follower: defaultdict[str, list[Event]] = defaultdict(list)
        for event in revision:
            waiting = [key for key in followers(event) if counts[key] < MAX_CHANGES]
            if waiting and is_news(event):
                for follower in waiting:
                    by_follower[follower].append(event)
        for follower, members in by_follower.items():
            chosen[follower] += members
            counts[follower] += _told(members)
    return {follower: tuple(reversed(members)) for follower, members in chosen.items()}


def is_news(event: Event) -> bool:
    """Whether those who follow are told of an event: not of what was written down at first, and
    not of a text that says the same in other words.
    """
    silent = (EventClass.EDITORIAL, None)
    return event.nature is not Nature.FOUNDED and event.classified not in silent


def _told(events: Sequence[Event]) -> int:
    """Return how many changes these events of one revision are told as."""
    wordings = sum(event.classified is EventClass.CLARIFICATION for event in events)
    return len(events) - (wordings - 1 if wordings > MIN_ROUND else 0)
