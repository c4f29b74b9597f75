"""The colour of priority areas on pages: one class for whatever belongs to an area, and a strand
for each area that an entry is part of.
"""

from __future__ import annotations

from living_strategy.site.hues import MAX_STRANDS, Hues
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation


def strand(number: int) -> str:
    """A strand of the thread."""
    return f'<i class="ls-hue-{number}"></i>'


def test_what_belongs_to_an_area_has_its_class() -> None:
    """The area itself, its goals, and what serves them; the first area where there are several."""
    first, second = an_area(id="first"), an_area(id="second")
    goals = a_goal(id="near", area="first"), a_goal(id="far", area="second")
    measure = a_measure(goals=["far", "near"])
    project, alone = a_project(), an_organisation()
    hues = Hues(a_graph(first, second, *goals, measure, project, alone))

    assert [hues.hue(entry) for entry in (first, second, *goals, measure, project)] == [
        "ls-hue-1", "ls-hue-2", "ls-hue-1", "ls-hue-2", "ls-hue-2", "ls-hue-2",
    ]  # fmt: skip
    assert (hues.hue(alone), hues.hue(None)) == ("", "")
    assert hues.areas(measure) == (first, second)


def test_the_thread_has_a_strand_for_each_area() -> None:
    """In the order of the strategy, and no more than can be told apart; none without an area."""
    areas = [an_area(id=f"a-{number}") for number in range(1, 6)]
    goals = [a_goal(id=f"g-{number}", area=f"a-{number}") for number in range(1, 6)]
    wide = a_measure(id="wide", goals=[goal.id for goal in reversed(goals)])
    alone = an_organisation()
    hues = Hues(a_graph(*areas, *goals, wide, alone))

    for entry, numbers in ((areas[3], [4]), (goals[1], [2]), (wide, range(1, MAX_STRANDS + 1))):
        strands = "".join(map(strand, numbers))
        assert str(hues.thread(entry)) == (
            f'<div class="ls-thread" aria-hidden="true">{strands}</div>'
        )
    assert hues.thread(alone) == ""
