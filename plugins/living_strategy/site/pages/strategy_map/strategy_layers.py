"""The strategy as layers: areas, their goals, the measures for them and the projects behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from living_strategy.content.graph import Graph
from living_strategy.model import Area, Entry
from living_strategy.model.levels import LEVELS
from living_strategy.site.pages.strategy_map.layered_order import layered_order


class LongLink(NamedTuple):
    """A link past one layer or several: layer and index of both its ends."""

    left_layer: int
    left: int
    right_layer: int
    right: int


@dataclass(frozen=True, slots=True)
class Layers:
    """Entries in force by layer, and the links between each layer and the next, by index. `long`
    are the links past a layer.
    """

    columns: tuple[tuple[Entry, ...], ...]
    links: tuple[tuple[tuple[int, int], ...], ...]
    long: tuple[LongLink, ...] = ()

    @property
    def size(self) -> int:
        """How many entries there are in all."""
        return sum(len(column) for column in self.columns)

    @property
    def below(self) -> Layers:
        """The layers below the first one."""
        long = (
            LongLink(link.left_layer - 1, link.left, link.right_layer - 1, link.right)
            for link in self.long
            if link.left_layer
        )
        return Layers(self.columns[1:], self.links[1:], tuple(long))

    @property
    def filled(self) -> Layers:
        """The layers that have entries; a link past empty ones alone leads to the next layer."""
        kept = [layer for layer, column in enumerate(self.columns) if column]
        place = {layer: at for at, layer in enumerate(kept)}
        links: list[list[tuple[int, int]]] = [[] for _ in kept[1:]]
        for layer, layer_links in enumerate(self.links):
            if layer_links:
                links[place[layer]] += layer_links
        long = []
        for link in self.long:
            left_layer, right_layer = place[link.left_layer], place[link.right_layer]
            if right_layer == left_layer + 1:
                links[left_layer].append((link.left, link.right))
            else:
                long.append(LongLink(left_layer, link.left, right_layer, link.right))
        columns = tuple(self.columns[layer] for layer in kept)
        return Layers(columns, tuple(map(tuple, links)), tuple(long))

    def first(self, count: int) -> Layers:
        """Return the first layers only."""
        long = tuple(link for link in self.long if link.right_layer < count)
        return Layers(self.columns[:count], self.links[: count - 1], long)

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
        long = (
            LongLink(
                link.left_layer,
                positions[link.left_layer][link.left],
                link.right_layer,
                positions[link.right_layer][link.right],
            )
            for link in self.long
        )
        return Layers(columns, links, tuple(sorted(long)))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the nested list. A `continued` line repeats what an earlier page began."""

    depth: int
    entry: Entry
    continued: bool = False


def layers(graph: Graph, areas: Iterable[Area]) -> Layers:
    """Return the entries below the areas by layer, each entry once, in the order it is reached."""
    layer_of = {kind.kind: layer for layer, kind in enumerate(LEVELS)}
    columns: list[list[Entry]] = [[] for _ in LEVELS]
    columns[0] += [area for area in areas if not area.retired]
    links: list[list[tuple[int, int]]] = [[] for _ in LEVELS[1:]]
    long: list[LongLink] = []
    positions: dict[str, int] = {}
    for layer, column in enumerate(columns):
        for left, entry in enumerate(column):
            for child in graph.below(entry):
                child_layer = layer_of[child.kind]
                if child.id not in positions:
                    positions[child.id] = len(columns[child_layer])
                    columns[child_layer].append(child)
                right = positions[child.id]
                if child_layer == layer + 1:
                    links[layer].append((left, right))
                else:
                    long.append(LongLink(layer, left, child_layer, right))
    return Layers(tuple(map(tuple, columns)), tuple(map(tuple, links)), tuple(long))


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
