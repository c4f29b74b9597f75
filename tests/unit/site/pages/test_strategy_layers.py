"""The strategy as layers and as a nested list."""

from __future__ import annotations

from living_strategy.model import Area
from living_strategy.site.pages.strategy_map.strategy_layers import (
    Line,
    layers,
    outline,
    split_outline,
    unreached,
)
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area

GRAPH = a_graph(
    an_area(id="a"), an_area(id="b"), a_goal(id="m1", area="a"), a_goal(id="m2", area="b"),
    a_goal(id="ute", area="a", retired={"date": "2024", "reason": "Nådd."}),
    a_measure(id="t1", goals=["m1", "m2"]), a_measure(id="t2", goals=["ute"]),
    a_project(id="p1", measures=["t1"]), a_project(id="p2", measures=["t1"]),
)  # fmt: skip
AREAS = GRAPH.of_kind(Area)


def test_each_entry_stands_once_however_often_it_is_linked() -> None:
    """A measure for two goals has two links and one place; retired entries are left out."""
    drawn = layers(GRAPH, AREAS)

    assert [[entry.id for entry in column] for column in drawn.columns] == [
        ["a", "b"], ["m1", "m2"], ["t1"], ["p1", "p2"],
    ]  # fmt: skip
    assert drawn.links == (((0, 0), (1, 1)), ((0, 0), (1, 0)), ((0, 0), (0, 1)))
    assert drawn.size == 7


def test_retired_areas_are_no_layer() -> None:
    """An area that left the strategy has no map."""
    gone = an_area(retired={"date": "2024", "reason": "Slått sammen."})

    assert layers(a_graph(gone), [gone]).size == 0


def test_the_first_layers_have_only_their_own_links() -> None:
    """The picture can leave out the lowest layers."""
    drawn = layers(GRAPH, AREAS).first(2)

    assert len(drawn.columns) == 2
    assert len(drawn.links) == 1


def test_below_the_areas_begins_the_picture() -> None:
    """Goals, measures and projects with their own links; links to the areas are gone."""
    columns = layers(GRAPH, AREAS)

    assert columns.below.columns == columns.columns[1:]
    assert columns.below.links == columns.links[1:]


def test_untangling_keeps_entries_and_links() -> None:
    """After reordering, every link still joins the same two entries."""
    tangled = a_graph(
        an_area(id="a"), an_area(id="b"), a_goal(id="m1", area="a"), a_goal(id="m2", area="b"),
        a_measure(id="t1", goals=["m2"]), a_measure(id="t2", goals=["m1"]),
        a_project(id="p1", measures=["t2"]), a_project(id="p2", measures=["t1"]),
    )  # fmt: skip
    before = layers(tangled, reversed(tangled.of_kind(Area)))

    after = before.untangled()

    for layer, links in enumerate(before.links):
        joined = {(before.columns[layer][a].id, before.columns[layer + 1][b].id) for a, b in links}
        assert joined == {
            (after.columns[layer][a].id, after.columns[layer + 1][b].id)
            for a, b in after.links[layer]
        }


LONG = a_graph(
    an_area(id="a"), a_goal(id="m1", area="a"), a_goal(id="m2", area="a"),
    a_measure(id="t1", goals=None, areas=["a"]), a_measure(id="t2", goals=["m2"]),
    a_project(id="p1", measures=["t2"]), a_project(id="p2", measures=None, goals=["m1"]),
    a_project(id="p3", measures=None, areas=["a"]),
)  # fmt: skip


def test_links_past_a_layer() -> None:
    """Every entry stands in the column of its kind, also where the one before it is passed."""
    drawn = layers(LONG, LONG.of_kind(Area))

    assert [[entry.id for entry in column] for column in drawn.columns] == [
        ["a"], ["m1", "m2"], ["t1", "t2"], ["p3", "p2", "p1"],
    ]  # fmt: skip
    assert drawn.links == (((0, 0), (0, 1)), ((1, 1),), ((1, 2),))
    assert drawn.long == ((0, 0, 2, 0), (0, 0, 3, 0), (1, 0, 3, 1))
    assert drawn.below.long == ((0, 0, 2, 1),)
    assert drawn.below.first(2).long == ()
    after = drawn.below.untangled()
    [link] = after.long
    assert after.columns[link.left_layer][link.left].id == "m1"
    assert after.columns[link.right_layer][link.right].id == "p2"


def test_empty_layers_are_left_out() -> None:
    """A link past them leads to the next layer then."""
    graph = a_graph(
        an_area(id="a"), a_goal(id="m1", area="a"),
        a_project(id="p1", measures=None, goals=["m1"]),
    )  # fmt: skip
    drawn = layers(graph, graph.of_kind(Area))

    assert [len(column) for column in drawn.filled.columns] == [1, 1, 1]
    assert (drawn.filled.links, drawn.filled.long) == ((((0, 0),), ((0, 0),)), ())
    assert layers(LONG, LONG.of_kind(Area)).filled == layers(LONG, LONG.of_kind(Area))


def test_what_hangs_below_no_area_is_found() -> None:
    """A measure whose only goal is retired is not forgotten."""
    assert [entry.id for entry in unreached(GRAPH, layers(GRAPH, AREAS))] == ["t2"]


def test_outline_repeats_what_serves_several() -> None:
    """The list says for every goal what serves it, down to the level asked for."""
    full = [(line.depth, line.entry.id) for area in AREAS for line in outline(GRAPH, area)]

    assert full == [
        (0, "a"), (1, "m1"), (2, "t1"), (3, "p1"), (3, "p2"),
        (0, "b"), (1, "m2"), (2, "t1"), (3, "p1"), (3, "p2"),
    ]  # fmt: skip
    assert [line.entry.id for line in outline(GRAPH, AREAS[0], deepest=1)] == ["a", "m1"]


def test_a_page_that_begins_in_the_middle_repeats_what_is_above() -> None:
    """Repeated lines are marked and come in order of depth; no line is lost."""
    lines = list(outline(GRAPH, AREAS[0]))

    pages = split_outline(lines, 4)

    assert pages[0] == tuple(lines[:4])
    assert [(line.entry.id, line.continued) for line in pages[1]] == [
        ("a", True), ("m1", True), ("t1", True), ("p2", False),
    ]  # fmt: skip


def test_a_page_that_begins_at_the_top_repeats_nothing() -> None:
    """A new area needs no line from the page before."""
    lines = [Line(0, AREAS[0]), Line(0, AREAS[1])]

    assert split_outline(lines, 1) == ((lines[0],), (lines[1],))
    assert split_outline([], 1) == ((),)
