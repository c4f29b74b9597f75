"""Roll-ups of signals: by goal, area and owner, with what each sum rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from living_strategy.content.graph import Graph
from living_strategy.figures.signals import ItemSignals, SignalKind, State, owners_of
from living_strategy.model import Entry, Goal, Measure, Project

ITEM_KINDS: tuple[type[Entry], ...] = (Goal, Measure, Project)
SignalsById = Mapping[str, ItemSignals]


@dataclass(frozen=True)
class RollUp:
    """The items of a goal, an area or an owner. `holder` is None for items that nobody owns."""

    holder: Entry | None
    items: tuple[ItemSignals, ...]

    @cached_property
    def by_state(self) -> dict[State, int]:
        """How many items are in each state, in order, also where there are none."""
        counts = Counter(item.state for item in self.items)
        return {state: counts[state] for state in State}

    @cached_property
    def by_kind(self) -> dict[SignalKind, int]:
        """How many items have a signal of each kind that any has; an item may have several."""
        counts = Counter(kind for item in self.items for kind in kinds_of(item))
        return {kind: counts[kind] for kind in SignalKind if counts[kind]}

    @cached_property
    def rests_on(self) -> dict[str, int]:
        """How many items of each kind it rests on: goals, measures, projects."""
        counts = Counter(item.entry.kind for item in self.items)
        return {kind.kind: counts[kind.kind] for kind in ITEM_KINDS if counts[kind.kind]}

    @property
    def late(self) -> int:
        """How many items are past a date."""
        return self.by_state[State.LATE]

    @cached_property
    def signalled(self) -> tuple[ItemSignals, ...]:
        """The items that have signals, those that are past a date first."""
        items = (item for item in self.items if item.signals)
        return tuple(sorted(items, key=lambda item: item.state is not State.LATE))


def kinds_of(item: ItemSignals) -> frozenset[SignalKind]:
    """Return the kinds of signals that an item has."""
    return frozenset(signal.kind for signal in item.signals)


def by_id(items: Iterable[ItemSignals]) -> SignalsById:
    """Return the signals by the id of the item."""
    return {item.entry.id: item for item in items}


def roll_up(graph: Graph, holder: Entry, items: SignalsById) -> RollUp:
    """Sum up all that serves a goal or an area and is not retired; a goal counts itself."""
    return RollUp(holder, _known((holder, *graph.ways.all_below(holder)), items))


def owner_roll_ups(graph: Graph, items: Iterable[ItemSignals]) -> tuple[RollUp, ...]:
    """Sum up by owner, those with most signals first; last what nobody owns, unless it is over."""
    owned: dict[str, list[ItemSignals]] = {}
    orphans: list[ItemSignals] = []
    for item in items:
        for owner in owners_of(graph, item.entry):
            owned.setdefault(owner.id, []).append(item)
        if item.has(SignalKind.NO_OWNER):
            orphans.append(item)
    roll_ups = {key: RollUp(graph.entries[key], tuple(owned[key])) for key in sorted(owned)}
    most_first = sorted(roll_ups.values(), key=lambda owner: -len(owner.signalled))
    return (*most_first, *((RollUp(None, tuple(orphans)),) if orphans else ()))


def _known(entries: Iterable[Entry], items: SignalsById) -> tuple[ItemSignals, ...]:
    return tuple(items[entry.id] for entry in entries if entry.id in items)
