"""Which priority area a goal, measure or project stands under in overviews: its first one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from living_strategy.content.graph import Graph
from living_strategy.model import Area, Entry


def area_of(graph: Graph, entry: Entry) -> Area | None:
    """The area reached by the first link upwards in force at each step; None if there is none."""
    while above := graph.above(entry):
        entry = above[0]
    return entry if isinstance(entry, Area) else None


def areas_of(graph: Graph, entry: Entry) -> tuple[Area, ...]:
    """Every area that an entry serves in some way, in the strategy's order of areas."""
    level: dict[str, Entry] = {entry.id: entry}
    found: set[str] = set()
    while level:
        found |= {one.id for one in level.values() if isinstance(one, Area)}
        level = {above.id: above for one in level.values() for above in graph.above(one)}
    return tuple(area for area in graph.of_kind(Area) if area.id in found)


Some = TypeVar("Some", bound=Entry)


@dataclass(frozen=True, slots=True)
class UnderArea(Generic[Some]):
    """The entries of an area. `area` is None for those that have none."""

    area: Area | None
    entries: tuple[Some, ...]


def by_area(graph: Graph, entries: Iterable[Some]) -> tuple[UnderArea[Some], ...]:
    """The entries under their areas, in the strategy's order of areas; those without area last.

    Each entry stands once, also when it serves several areas: overviews must not count it twice.
    Areas without entries are left out.
    """
    found: dict[str, list[Some]] = {area.id: [] for area in graph.of_kind(Area)}
    for entry in entries:
        area = area_of(graph, entry)
        found.setdefault(area.id if area else "", []).append(entry)
    areas: dict[str, Area | None] = {area.id: area for area in graph.of_kind(Area)}
    return tuple(UnderArea(areas.get(key), tuple(some)) for key, some in found.items() if some)
