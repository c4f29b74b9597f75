"""Reading order: lists as readers meet them, and what stands beside each entry."""

from __future__ import annotations

from living_strategy.language import Language
from living_strategy.model import Area, Entry, Goal, Organisation
from living_strategy.site.reading_order import Place, ReadingOrder
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation

RETIRED = {"date": "2024", "reason": "Over."}


def order_of(*entries: Entry) -> ReadingOrder:
    """The order of a strategy in bokmål."""
    return ReadingOrder(a_graph(*entries), Language.load("nb"))


def ids(entries: tuple[Entry, ...]) -> list[str]:
    """The ids of entries."""
    return [entry.id for entry in entries]


def test_lists_of_kinds() -> None:
    """Areas as the strategy has them, goals by area and title, others in the site's alphabet."""
    second, first = an_area(id="b", title="A"), an_area(id="a", title="B")
    goals = [
        a_goal(id="x", title="Å", area="b"),
        a_goal(id="y", title="B", area="a"),
        a_goal(id="z", title="Ø", area="b"),
    ]
    organisations = [
        an_organisation(id="o1", title="Århus"),
        an_organisation(id="o2", title="Ærlig"),
        an_organisation(id="o3", title="Zoo"),
    ]
    order = order_of(second, first, *goals, *organisations)

    assert ids(order.of_kind(Area)) == ["b", "a"]
    assert ids(order.of_kind(Goal)) == ["z", "x", "y"]
    assert ids(order.of_kind(Organisation)) == ["o3", "o2", "o1"]


def test_goals_follow_each_other_below_their_area() -> None:
    """As the page of the area lists them; nothing is before the first, nothing after the last."""
    area, other = an_area(), an_area(id="annet")
    goals = [a_goal(id=name, title=title) for name, title in (("g", "Z"), ("h", "A"), ("i", "M"))]
    order = order_of(area, other, *goals, a_goal(id="far", area="annet"))

    assert [order.place(goal) for goal in goals] == [
        Place(area, 1, 3, None, goals[1]),
        Place(area, 2, 3, goals[0], goals[2]),
        Place(area, 3, 3, goals[1], None),
    ]


def test_measures_follow_each_other_below_their_first_goal() -> None:
    """Also where they serve others."""
    goals = a_goal(), a_goal(id="annet")
    measures = [
        a_measure(id="one", goals=["annet", "mal"]),
        a_measure(id="two"),
        a_measure(id="three", goals=["annet"]),
    ]
    order = order_of(an_area(), *goals, *measures)

    assert order.place(measures[0]) == Place(goals[1], 1, 2, None, measures[2])
    assert order.place(measures[1]) == Place(goals[0], 2, 2, measures[0], None)


def test_others_follow_each_other_in_the_list_of_their_kind() -> None:
    """Projects may carry out many measures, none of them more than another."""
    projects = [a_project(id="p", title="B"), a_project(id="q", title="A")]
    order = order_of(an_area(), a_goal(), a_measure(), *projects)

    assert order.place(projects[0]) == Place(None, 2, 2, projects[1], None)


def test_what_is_alone_or_retired_has_no_place() -> None:
    """Nor does what is retired stand between others."""
    projects = [
        a_project(id="p", title="A"),
        a_project(id="q", title="B", retired=RETIRED),
        a_project(id="r", title="C"),
    ]
    alone = a_measure()
    order = order_of(an_area(), a_goal(), alone, *projects)

    assert order.place(projects[0]) == Place(None, 1, 2, None, projects[2])
    assert order.place(projects[1]) is None
    assert order.place(alone) is None
