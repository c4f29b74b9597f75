"""The map of the published strategy can be followed with the eyes."""

from __future__ import annotations

from living_strategy.content.graph import Graph
from living_strategy.model import Area
from living_strategy.site.pages.strategy_map.layered_order import crossings, layered_order
from living_strategy.site.pages.strategy_map.strategy_layers import layers


def test_map_has_far_fewer_crossings(graph: Graph) -> None:
    """Against the same map in the order in which it is read, and in the order of the files."""
    drawn = layers(graph, graph.of_kind(Area))
    sizes = [len(column) for column in drawn.columns]
    as_read = [range(size) for size in sizes]
    by_file = [sorted(range(len(column)), key=lambda at: column[at].id) for column in drawn.columns]

    count = crossings(layered_order(sizes, drawn.links), drawn.links)

    assert count < 0.7 * crossings(as_read, drawn.links)
    assert count < 0.3 * crossings(by_file, drawn.links)
