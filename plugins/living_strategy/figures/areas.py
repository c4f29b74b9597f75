"""The priority area that a goal, measure or project belongs to in overviews: its first one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from living_strategy.content.graph import Graph
from living_strategy.model import Area, Entry


def area_of(graph: Graph, entry: Entry) -> Area | None:
    """Return the first area that an entry leads to by links in force, or None. Links to the level
    above come before those further up, and else those that are written first.
    """
    return graph.ways.area(entry)


def areas_of(graph: Graph, entry: Entry) -> tuple[Area, ...]:
    """Return every area that an entry serves in some way, in the order of the strategy."""
    reached = {found.id for found in (entry, *graph.ways.all_above(entry))}
    return tuple(area for area in graph.of_kind(Area) if area.id in reached)


EntryType = TypeVar("EntryType", bound=Entry)


@dataclass(frozen=True, slots=True)
class UnderArea(Generic[EntryType]):
    """The entries of an area. `area` is None for those that have none."""

    area: Area | None
    entries: tuple[EntryType, ...]


def by_area(graph: Graph, entries: Iterable[EntryType]) -> tuple[UnderArea[EntryType], ...]:
    """Group the entries by area, in the strategy's order of areas; those without area last.

    Each entry stands once, also when it serves several areas: overviews must not count it twice.
    Areas without entries are left out.
    """
    groups: dict[str, list[EntryType]] = {area.id: [] for area in graph.of_kind(Area)}
    for entry in entries:
        area = area_of(graph, entry)
        groups.setdefault(area.id if area else "", []).append(entry)
    areas: dict[str, Area | None] = {area.id: area for area in graph.of_kind(Area)}
    return tuple(
        UnderArea(areas.get(key), tuple(members)) for key, members in groups.items() if members
    )
