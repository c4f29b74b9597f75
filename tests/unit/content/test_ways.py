"""The ways up and down between areas, goals, measures and projects."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.graph import Graph
from living_strategy.model import Entry
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area

RETIRED = {"date": "2024", "reason": "Slått sammen."}


def ids(entries: Iterable[Entry]) -> list[str]:
    """The ids, in order."""
    return [entry.id for entry in entries]


def test_nearest_level_first_and_as_written() -> None:
    """A project may hang on measures, goals and areas; each way leads down again."""
    graph = a_graph(
        a := an_area(id="a"), an_area(id="b"), goal := a_goal(id="m", area="a"),
        a_measure(id="t1", goals=None, areas=["b", "a"]),
        project := a_project(measures=["t1"], goals=["m"]),
    )  # fmt: skip

    assert ids(graph.above(project)) == ["t1", "m"]
    assert ids(graph.above(graph.entries["t1"])) == ["b", "a"]
    assert ids(graph.below(a)) == ["m", "t1"]
    assert ids(graph.below(goal)) == ["prosjekt"]
    assert ids(graph.ways.all_above(project)) == ["t1", "m", "b", "a"]
    assert ids(graph.ways.all_below(a)) == ["m", "t1", "prosjekt"]


def test_what_follows_from_a_nearer_link_stands_once() -> None:
    """The area of a goal is above its measure already, but not that of a retired goal."""
    graph = a_graph(
        a := an_area(id="a"), b := an_area(id="b"), a_goal(id="m", area="a"),
        a_goal(id="utgatt", area="b", retired=RETIRED),
        measure := a_measure(goals=["m", "utgatt"], areas=["a", "b"]),
        project := a_project(goals=["m"], areas=["b", "a"]),
    )  # fmt: skip

    assert ids(graph.ways.linked_above(measure)) == ["m", "a", "b"]
    assert ids(graph.above(measure)) == ["m", "b"]
    assert ids(graph.above(project)) == ["tiltak"]
    assert (ids(graph.below(a)), ids(graph.below(b))) == (["m"], ["tiltak"])


@st.composite
def strategies(draw: st.DrawFn) -> Graph:
    """A few entries on each level, some retired, each with links to any of the levels above."""

    def some(names: list[str]) -> list[str] | None:
        return draw(st.lists(st.sampled_from(names), unique=True)) or None if names else None

    def names(letter: str) -> list[str]:
        return [f"{letter}{number}" for number in range(draw(st.integers(0, 3)))]

    def retired() -> dict[str, str] | None:
        return RETIRED if draw(st.booleans()) else None

    areas, goals, measures = ["a0", "a1"], names("m"), names("t")
    return a_graph(
        *(an_area(id=key) for key in areas),
        *(
            a_goal(id=key, area=draw(st.sampled_from(areas)), retired=retired())
            for key in goals
        ),
        *(
            a_measure(id=key, goals=some(goals), areas=some(areas), retired=retired())
            for key in measures
        ),
        *(
            a_project(
                id=key, measures=some(measures), goals=some(goals), areas=some(areas),
                retired=retired(),
            )
            for key in names("p")
        ),
    )  # fmt: skip


def reachable(graph: Graph, entry: Entry) -> set[str]:
    """All that any chain of links between levels leads to, through entries in force."""
    reached: set[str] = set()
    waiting = [entry]
    while waiting:
        for parent in graph.ways.linked_above(waiting.pop()):
            reached.add(parent.id)
            waiting.append(parent)
    return reached


@given(strategies())
def test_leaving_out_what_follows_loses_nothing(graph: Graph) -> None:
    """Up and down lead to all that is linked, to nothing else, and to each once."""
    everything = {entry.id: reachable(graph, entry) for entry in graph.entries.values()}
    for entry in graph.entries.values():
        above, below = ids(graph.ways.all_above(entry)), ids(graph.ways.all_below(entry))

        assert (set(above), len(above)) == (everything[entry.id], len(set(above)))
        assert len(below) == len(set(below))
        if not entry.retired:
            assert set(below) == {
                child.id for child in graph.all_active if entry.id in everything[child.id]
            }


@given(strategies())
def test_each_way_is_the_longest(graph: Graph) -> None:
    """Nothing that stands right above an entry stands above it another way too."""
    for entry in graph.entries.values():
        above = graph.above(entry)
        further = {found.id for parent in above for found in graph.ways.all_above(parent)}

        assert further.isdisjoint(ids(above))
        assert all(entry.retired or entry in graph.below(parent) for parent in above)
