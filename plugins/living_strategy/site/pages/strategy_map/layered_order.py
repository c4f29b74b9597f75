"""An order of the nodes of a layered drawing in which few links cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

# Between two neighbouring layers: (index in the left layer, index in the right layer).
Links = Sequence[tuple[int, int]]
Order = tuple[tuple[int, ...], ...]
# For each pair of layers, for each node of one of them its neighbours in the other.
Adjacency = Sequence[Sequence[Sequence[int]]]

SWEEPS = 8


def layered_order(sizes: Sequence[int], links: Sequence[Links], sweeps: int = SWEEPS) -> Order:
    """Return, for each layer, the indices of its nodes from top to bottom.

    Barycentre sweeps: every node moves to the mean place of its neighbours, layer by layer to the
    right and back again, and the best order seen is kept; then neighbours change places where that
    undoes crossings. The first layer stays as it is, because readers know its order. The result
    depends on nothing but the arguments.
    """
    order = [list(range(size)) for size in sizes]
    best, fewest = _frozen(order), crossings(order, links)
    leftward = [_neighbours(sizes[i + 1], links[i], 1) for i in range(len(links))]
    rightward = [_neighbours(sizes[i], links[i], 0) for i in range(len(links))]
    for _ in range(sweeps):
        if not fewest:
            break
        for layer in range(1, len(sizes)):
            order[layer] = _by_barycentre(order[layer], leftward[layer - 1], order[layer - 1])
        for layer in range(len(sizes) - 2, 0, -1):
            order[layer] = _by_barycentre(order[layer], rightward[layer], order[layer + 1])
        if (count := crossings(order, links)) < fewest:
            best, fewest = _frozen(order), count
    return _swapped([list(layer) for layer in best], leftward, rightward)


def crossings(order: Sequence[Sequence[int]], links: Sequence[Links]) -> int:
    """Count the pairs of links that cross in this order of the layers."""
    return sum(
        _crossings(_positions(order[layer]), _positions(order[layer + 1]), layer_links)
        for layer, layer_links in enumerate(links)
    )


def _crossings(left: dict[int, int], right: dict[int, int], links: Links) -> int:
    """Count the inversions: two links cross when the one that starts higher ends lower."""
    ends: list[int] = []
    count = 0
    for _, end in sorted((left[source], right[target]) for source, target in links):
        count += len(ends) - bisect_right(ends, end)
        insort(ends, end)
    return count


def _by_barycentre(
    layer: list[int], neighbours: Sequence[Sequence[int]], neighbour_layer: Sequence[int]
) -> list[int]:
    positions = _positions(neighbour_layer)
    # Compared as shares of the height, so that a node without neighbours keeps its own place.
    height, size = max(len(neighbour_layer), 1), max(len(layer), 1)
    weight = {
        node: sum(positions[neighbour] + 0.5 for neighbour in adjacent) / len(adjacent) / height
        if (adjacent := neighbours[node])
        else (position + 0.5) / size
        for position, node in enumerate(layer)
    }
    return sorted(layer, key=lambda node: weight[node])


def _swapped(order: list[list[int]], leftward: Adjacency, rightward: Adjacency) -> Order:
    """Swap neighbours for as long as that undoes crossings, and return the order."""
    has_gained = True
    while has_gained:
        has_gained = False
        for layer in range(1, len(order)):
            sides = [(_positions(order[layer - 1]), leftward[layer - 1])]
            if layer < len(rightward):
                sides.append((_positions(order[layer + 1]), rightward[layer]))
            nodes = order[layer]
            for upper in range(len(nodes) - 1):
                node, next_node = nodes[upper], nodes[upper + 1]
                if (
                    sum(
                        _gain(positions, neighbours[node], neighbours[next_node])
                        for positions, neighbours in sides
                    )
                    > 0
                ):
                    nodes[upper], nodes[upper + 1] = next_node, node
                    has_gained = True
    return _frozen(order)


def _gain(positions: dict[int, int], upper: Sequence[int], lower: Sequence[int]) -> int:
    """Count how many crossings fewer there are when `upper` moves below `lower`."""
    return sum(
        (positions[a] > positions[b]) - (positions[a] < positions[b]) for a in upper for b in lower
    )


def _neighbours(size: int, links: Links, end: int) -> list[list[int]]:
    neighbours: list[list[int]] = [[] for _ in range(size)]
    for link in links:
        neighbours[link[end]].append(link[1 - end])
    return neighbours


def _positions(layer: Sequence[int]) -> dict[int, int]:
    return {node: position for position, node in enumerate(layer)}


def _frozen(order: Sequence[Sequence[int]]) -> Order:
    return tuple(tuple(layer) for layer in order)
