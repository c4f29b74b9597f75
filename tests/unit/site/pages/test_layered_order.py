"""The order of a layered drawing: few crossings, and always the same."""

from __future__ import annotations

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.site.pages.strategy_map.layered_order import crossings, layered_order

Case = tuple[list[int], list[list[tuple[int, int]]]]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two to four layers of up to six nodes, with links between neighbours."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=2, max_size=4))
    links = [
        draw(st.lists(
            st.tuples(st.integers(0, left - 1), st.integers(0, right - 1)), unique=True, max_size=12
        ))
        for left, right in pairwise(sizes)
    ]  # fmt: skip
    return sizes, links


def slow_count(order: list[list[int]], links: list[list[tuple[int, int]]]) -> int:
    """Every pair of links compared with every other."""
    count = 0
    for layer, pairs in enumerate(links):
        places = [(order[layer].index(a), order[layer + 1].index(b)) for a, b in pairs]
        count += sum(
            (a - c) * (b - d) < 0
            for index, (a, b) in enumerate(places)
            for c, d in places[index + 1 :]
        )
    return count


def test_two_swapped_links_cross_once() -> None:
    """Links that share an end do not cross."""
    assert crossings([[0, 1], [0, 1]], [[(0, 1), (1, 0)]]) == 1
    assert crossings([[0, 1], [0, 1]], [[(0, 0), (0, 1), (1, 1)]]) == 0


@given(cases())
def test_crossings_are_counted_as_if_every_pair_were_compared(case: Case) -> None:
    """The fast count and the slow count agree."""
    sizes, links = case
    order = [list(range(size)) for size in sizes]

    assert crossings(order, links) == slow_count(order, links)


@given(cases())
def test_order_keeps_every_node_and_never_adds_crossings(case: Case) -> None:
    """Each layer is a permutation, the first is untouched, and the result is no worse."""
    sizes, links = case
    start = [list(range(size)) for size in sizes]

    order = layered_order(sizes, links)

    assert [sorted(layer) for layer in order] == start
    assert list(order[0]) == start[0]
    assert crossings(order, links) <= crossings(start, links)
    assert order == layered_order(sizes, links)


def test_a_tangle_is_undone() -> None:
    """A drawing that can be drawn without crossings is, over three layers."""
    links = [[(0, 2), (1, 1), (2, 0)], [(0, 0), (1, 1), (2, 2)]]

    order = layered_order([3, 3, 3], links)

    assert crossings(order, links) == 0
    assert order == ((0, 1, 2), (2, 1, 0), (2, 1, 0))


def test_neighbours_change_places_where_means_leave_crossings() -> None:
    """Equal means do not say which of two nodes should be above; their links do."""
    links = [[(0, 0), (3, 0), (1, 1), (2, 1), (0, 2), (1, 2)], []]

    order = layered_order([4, 3, 0], links, sweeps=1)

    assert crossings(order, links) == min(
        crossings([range(4), order, ()], links) for order in permutations(range(3))
    )


def test_nodes_without_links_keep_their_share_of_the_height() -> None:
    """A node in the middle with no neighbours stays in the middle."""
    order = layered_order([2, 3], [[(0, 2), (1, 0)]])

    assert order[1] == (2, 1, 0)


def test_no_layers_need_no_order() -> None:
    """An empty strategy has an empty map."""
    assert layered_order([0, 0], [[]]) == ((), ())
