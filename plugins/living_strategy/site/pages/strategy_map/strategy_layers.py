"""The strategy as layers: areas, their goals, the measures for them and the projects behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from living_strategy.content.graph import Graph
from living_strategy.model import Area, Entry
from living_strategy.model.levels import LEVELS
from living_strategy.site.pages.strategy_map.layered_order import layered_order


@dataclass(frozen=True, slots=True)
class Layers:
    """Entries in force by layer, and the links between each layer and the next, by index."""

    columns: tuple[tuple[Entry, ...], ...]
    links: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def size(self) -> int:
        """How many entries there are in all."""
        return sum(len(column) for column in self.columns)

    @property
    def below(self) -> Layers:
        """The layers below the first one."""
        return Layers(self.columns[1:], self.links[1:])

    def first(self, count: int) -> Layers:
        """Return the first layers only."""
        return Layers(self.columns[:count], self.links[: count - 1])

    def untangled(self) -> Layers:
        """Return the same entries with each layer in an order that lets few links cross."""
        order = layered_order([len(column) for column in self.columns], self.links)
        columns = tuple(
            tuple(column[index] for index in layer_order)
            for column, layer_order in zip(self.columns, order, strict=True)
        )
        positions = [
            {index: position for position, index in enumerate(layer_order)} for layer_order in order
        ]
        links = tuple(
            tuple(
                sorted(
                    (positions[layer][left], positions[layer + 1][right])
                    for left, right in layer_links
                )
            )
            for layer, layer_links in enumerate(self.links)
        )
        return Layers(columns, links)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the nested list. A `continued` line repeats what an earlier page began."""

    depth: int
    entry: Entry
    continued: bool = False


def layers(graph: Graph, areas: Iterable[Area]) -> Layers:
    """Return the entries below the areas by layer, each entry once, in the order it is reached."""
    column: tuple[Entry, ...] = tuple(area for area in areas if not area.retired)
    columns, links = [column], []
    for _ in LEVELS[1:]:
        positions: dict[str, int] = {}
        following: list[Entry] = []
        column_links = []
        for left, entry in enumerate(column):
            for child in graph.below(entry):
                if child.id not in positions:
                    positions[child.id] = len(following)
                    following.append(child)
                column_links.append((left, positions[child.id]))
        column = tuple(following)
        columns.append(column)
        links.append(tuple(column_links))
    return Layers(tuple(columns), tuple(links))


def unreached(graph: Graph, reached: Layers) -> tuple[Entry, ...]:
    """Return the goals, measures and projects in force that belong to no area."""
    reached_ids = {entry.id for column in reached.columns for entry in column}
    return tuple(
        entry for kind in LEVELS[1:] for entry in graph.active(kind) if entry.id not in reached_ids
    )


def outline(graph: Graph, entry: Entry, deepest: int = 3, depth: int = 0) -> Iterator[Line]:
    """Yield the entry and everything below it, as lines of a nested list."""
    yield Line(depth, entry)
    if depth < deepest:
        for child in graph.below(entry):
            yield from outline(graph, child, deepest, depth + 1)


def split_outline(lines: Iterable[Line], max_lines: int) -> tuple[tuple[Line, ...], ...]:
    """Split the lines into pages of at most `max_lines`; a page that begins in the middle repeats
    the ancestors of its first line.
    """
    pages: list[list[Line]] = [[]]
    ancestors: list[Line] = []
    for line in lines:
        del ancestors[line.depth :]
        if len(pages[-1]) >= max_lines:
            pages.append(
                [Line(ancestor.depth, ancestor.entry, continued=True) for ancestor in ancestors]
            )
        pages[-1].append(line)
        ancestors.append(line)
    return tuple(tuple(page) for page in pages)
