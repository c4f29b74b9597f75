"""What happened in a period, entry by entry, each under the matter that a council asks about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from living_strategy.content.graph import Graph
from living_strategy.content.versions import ADOPTION
from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.dated_facts import dated_facts, is_told_by
from living_strategy.history.delta import MODELS, STRATEGY_KEY, EntryKey
from living_strategy.history.event import Event, History, Nature
from living_strategy.history.fields import field_plans
from living_strategy.history.net_changes import net_changes, net_natures
from living_strategy.history.period import Period
from living_strategy.history.sentences.vocabulary import phrases_of
from living_strategy.model.trait import Change
from living_strategy.model.values import Status

_AHEAD = frozenset(status.value for status in Status if status.is_ahead)


class Matter(Enum):
    """What a report tells of, in its order."""

    DONE = "done"
    """Completed, and milestones reached."""
    STARTED = "started"
    """Under way, and was not before."""
    MOVED = "moved"
    """Dates that are others than before."""
    STOPPED = "stopped"
    """Stopped or paused."""
    REPORTED = "reported"
    DECIDED = "decided"
    MEASURED = "measured"
    CAME_OR_WENT = "came_or_went"
    """New, retired, removed, merged."""
    OTHER = "other"
    """What else a reader of the strategy must know of."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What is to be told of one entry under one matter: events that `told` puts into words."""

    matter: Matter
    key: EntryKey
    events: tuple[Event, ...]

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        """The changes of fields."""
        return tuple(change for event in self.events for change in event.changes)


@dataclass(frozen=True, slots=True)
class Happenings:
    """All that happened in a period, by kind and id; how many entries were written down then as
    the first content, and how many were only worded otherwise.
    """

    told: tuple[Happening, ...]
    founded: int
    worded: int


def happenings(graph: Graph, history: History, period: Period, today: date) -> Happenings:
    """Sort what the history and the content say of a period."""
    by_entry: defaultdict[EntryKey, list[Event]] = defaultdict(list)
    for event in history.events:
        if period.has_day(event.day):
            by_entry[event.kind, event.entry].append(event)
    facts = dict(_facts(graph, period, today))
    order = {(entry.kind, entry.id): None for entry in graph.entries.values()}
    known = {*by_entry, *facts}
    keys = [key for key in (STRATEGY_KEY, *order, *sorted(by_entry)) if key in known]
    told: list[Happening] = []
    worded = 0
    for key in dict.fromkeys(keys):
        events = by_entry[key]
        net = net_changes(events, graph.aliases)
        of_entry = tuple(_of_entry(key, _title(key, events, graph), events, net, facts.get(key)))
        told += of_entry
        worded += bool(net) and not of_entry
    founded = {
        (event.kind, event.entry)
        for events in by_entry.values()
        for event in events
        if event.nature is Nature.FOUNDED
    }
    return Happenings(tuple(told), len(founded - {STRATEGY_KEY}), worded)


def _facts(
    graph: Graph, period: Period, today: date
) -> Iterator[tuple[EntryKey, tuple[FieldChange, ...]]]:
    if of_strategy := tuple(dated_facts(graph.corpus.settings, period, today)):
        yield STRATEGY_KEY, of_strategy
    for entry in graph.entries.values():
        if of_entry := tuple(dated_facts(entry, period, today)):
            yield (entry.kind, entry.id), of_entry


def _title(key: EntryKey, events: Sequence[Event], graph: Graph) -> str:
    entry = graph.entries.get(key[1])
    if key == STRATEGY_KEY:
        return graph.corpus.settings.title
    return entry.title if entry else events[-1].title


def _of_entry(
    key: EntryKey,
    title: str,
    events: Sequence[Event],
    net: Sequence[FieldChange],
    known: Sequence[FieldChange] | None,
) -> Iterator[Happening]:
    facts = known or ()
    whole = net_natures(events)
    # What a record says is decided, whether it is new or not.
    if key[0] == ADOPTION:
        whole = tuple(event for event in whole if event.nature is Nature.REMOVED)
    by_matter: defaultdict[Matter, list[FieldChange]] = defaultdict(list)
    for fact in facts:
        by_matter[_matter_of_fact(fact)].append(fact)
    new = [change for change in net if not any(is_told_by(change, fact) for fact in facts)]
    # A retirement is told with the entry as a whole.
    if any(event.nature is Nature.RETIRED for event in whole):
        new = [change for change in new if change.path[0] != "retired"]
    for matter, change in _sorted(key[0], new):
        by_matter[matter].append(change)
    last = events[-1] if events else None
    for matter in Matter:
        if matter is Matter.CAME_OR_WENT and whole:
            yield Happening(matter, key, tuple(_whole(event, title) for event in whole))
        elif changes := by_matter[matter]:
            day, revision = (last.day, last.revision) if last else (date.min, "")
            event = Event(
                "", *key, title, Nature.CHANGED, day, revision, "", changes=tuple(changes)
            )
            yield Happening(matter, key, (event,))


def _whole(event: Event, title: str) -> Event:
    retired = tuple(change for change in event.changes if change.path == ("retired",))
    return event._replace(title=title, changes=retired)


def _matter_of_fact(fact: FieldChange) -> Matter:
    matters = {
        "milestones": Matter.DONE,
        "decisions": Matter.DECIDED,
        "adopted": Matter.DECIDED,
        "updates": Matter.REPORTED,
    }
    return matters.get(fact.path[0], Matter.MEASURED)


def _sorted(kind: str, changes: Iterable[FieldChange]) -> Iterator[tuple[Matter, FieldChange]]:
    """Yield the changes of substance, each with its matter. The date of a status and its reason
    go with it.
    """
    changes = tuple(changes)
    status = next((change for change in changes if change.path == ("status",)), None)
    for change in changes:
        if status and change.path[0].startswith("status"):
            yield _matter_of_status(status), change
        elif kind == ADOPTION and change.change is Change.SUBSTANTIVE:
            yield Matter.DECIDED, change
        elif change.change is Change.SUBSTANTIVE:
            yield Matter.MOVED if is_moved(kind, change) else Matter.OTHER, change


def _matter_of_status(status: FieldChange) -> Matter:
    match status.new:
        case Status.COMPLETED.value:
            return Matter.DONE
        case Status.ONGOING.value if status.old in _AHEAD:
            return Matter.STARTED
        case Status.PAUSED.value | Status.STOPPED.value:
            return Matter.STOPPED
    return Matter.OTHER


def is_moved(kind: str, change: FieldChange) -> bool:
    """Return whether a planned date is another one, not only told more or less exactly."""
    old, new = change.old, change.new
    if change.operation is not Operation.SET or not (isinstance(old, str) and isinstance(new, str)):
        return False
    model, path = MODELS[kind], list(change.path)
    plan = field_plans(model).get(path.pop(0))
    while plan and path:
        if plan.is_list:
            path.pop(0)
        if plan.part is None or not path:
            return False
        model = plan.part
        plan = field_plans(model).get(path.pop(0))
    is_date = plan is not None and phrases_of(model, plan.name).moves
    return is_date and not (old.startswith(new) or new.startswith(old))
