"""Reading order: in which order readers meet the entries of a list, and what stands beside each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Measure


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an entry in its list, counted from 1, with what stands before and after it.
    `parent` is the entry whose list it is; without one it is the list of all of its kind.
    """

    parent: Entry | None
    number: int
    count: int
    before: Entry | None
    after: Entry | None


@dataclass(frozen=True, slots=True)
class _List:
    entries: tuple[Entry, ...]
    numbers: dict[str, int]


class ReadingOrder:
    """The lists of a strategy; each is put in order once, when somebody asks for it."""

    def __init__(self, graph: Graph, language: Language) -> None:
        self._graph = graph
        self._language = language
        self._kinds: dict[str, tuple[Entry, ...]] = {}
        self._lists: dict[tuple[str, str], _List] = {}

    def of_kind(self, kind: type[Entry]) -> tuple[Entry, ...]:
        """Return areas as the strategy has them, goals by area, and everything else by title in
        the site's alphabet.
        """
        if kind.kind not in self._kinds:
            entries = self._graph.of_kind(kind)
            if kind is not Area:
                entries = tuple(sorted(entries, key=self._sort_key()))
            self._kinds[kind.kind] = entries
        return self._kinds[kind.kind]

    def place(self, entry: Entry) -> Place | None:
        """Return the place of an entry among the goals of its area, the measures of its first
        goal or, without a goal, of its first area, or all that is in force of its kind; None where
        it is alone or retired.
        """
        above = self._graph.above(entry) if isinstance(entry, Goal | Measure) else ()
        parent = above[0] if above else None
        listed = self._list(parent, type(entry))
        at = listed.numbers.get(entry.id)
        if at is None or len(listed.entries) == 1:
            return None
        return Place(
            parent,
            at + 1,
            len(listed.entries),
            listed.entries[at - 1] if at else None,
            listed.entries[at + 1] if at + 1 < len(listed.entries) else None,
        )

    def _list(self, parent: Entry | None, kind: type[Entry]) -> _List:
        key = (parent.id if parent else "", kind.kind)
        if key not in self._lists:
            # As the page of the parent lists them, or the list of the kind.
            members = self._graph.below(parent) if parent else self.of_kind(kind)
            entries = tuple(
                entry for entry in members if isinstance(entry, kind) and not entry.retired
            )
            numbers = {entry.id: at for at, entry in enumerate(entries)}
            self._lists[key] = _List(entries, numbers)
        return self._lists[key]

    def _sort_key(self) -> Callable[[Entry], tuple[int, str, str]]:
        order = {area.id: at for at, area in enumerate(self._graph.of_kind(Area))}
        title_key = self._language.sort_key

        def sort_key(entry: Entry) -> tuple[int, str, str]:
            area = entry.area if isinstance(entry, Goal) else None
            return order.get(area, 0) if area else 0, title_key(entry.title), entry.id

        return sort_key
