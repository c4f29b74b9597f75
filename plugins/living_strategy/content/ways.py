"""Ways up and down a strategy: what an entry hangs on, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from living_strategy.model import Area, Entry
from living_strategy.model.levels import DOWN, UP

Neighbours = Callable[[str, str], tuple[Entry, ...]]


class Ways:
    """The ways between the levels, over entries in force. An entry may hang on the level above it
    and on one further up; where one follows from the other, the way is the longer one, so that
    nothing stands twice. `targets` and `sources` are those of a graph that are not retired.
    """

    def __init__(self, targets: Neighbours, sources: Neighbours) -> None:
        self._targets = targets
        self._sources = sources
        self._linked: dict[str, tuple[Entry, ...]] = {}
        self._above: dict[str, tuple[Entry, ...]] = {}
        self._below: dict[str, tuple[Entry, ...]] = {}
        self._areas: dict[str, Area | None] = {}

    def above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what an entry hangs on, the nearest level first, as written. What follows from
        another one of them is left out.
        """
        if entry.id not in self._above:
            parents = self.linked_above(entry)
            # Links lead to higher levels only: of one level, nothing follows from another.
            if len({parent.kind for parent in parents}) > 1:
                implied = {key for parent in parents for key in self._ids_above(parent)}
                parents = tuple(parent for parent in parents if parent.id not in implied)
            self._above[entry.id] = parents
        return self._above[entry.id]

    def area(self, entry: Entry) -> Area | None:
        """Return the first area that an entry leads to, itself if it is one; None without any.
        Links to the level above come before those further up, and else those written first.
        """
        if isinstance(entry, Area):
            return entry
        if entry.id not in self._areas:
            areas = (self.area(parent) for parent in self.above(entry))
            self._areas[entry.id] = next((area for area in areas if area), None)
        return self._areas[entry.id]

    def linked_above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all that an entry is linked to further up, the nearest level first, as written."""
        linked = self._linked.get(entry.id)
        if linked is None:
            relations = UP.get(entry.kind, ())
            found = [self._targets(entry.id, relation.name) for relation in relations]
            linked = self._linked[entry.id] = tuple(chain.from_iterable(found))
        return linked

    def below(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what hangs on an entry, the nearest level first: the entry is `above` each."""
        if entry.id not in self._below:
            relations = DOWN.get(entry.kind, ())
            found = (self._sources(entry.id, relation.inverse) for relation in relations)
            self._below[entry.id] = tuple(
                child
                for children in found
                for child in children
                if any(parent.id == entry.id for parent in self.above(child))
            )
        return self._below[entry.id]

    def all_above(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all that an entry serves in some way, each once, nearest first."""
        return _reached(entry, self.above)

    def all_below(self, entry: Entry) -> tuple[Entry, ...]:
        """Return all that serves an entry in some way, each once, nearest first."""
        return _reached(entry, self.below)

    def _ids_above(self, entry: Entry) -> Iterable[str]:
        return (above.id for above in self.all_above(entry))


def _reached(entry: Entry, step: Callable[[Entry], tuple[Entry, ...]]) -> tuple[Entry, ...]:
    reached: dict[str, Entry] = {}
    level: tuple[Entry, ...] = (entry,)
    while level:
        found = {next_one.id: next_one for member in level for next_one in step(member)}
        level = tuple(next_one for key, next_one in found.items() if key not in reached)
        reached |= found
    return tuple(reached.values())
