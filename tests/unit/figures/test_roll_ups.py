"""Sums of signals by goal, area and owner, with what each rests on."""

from __future__ import annotations

from datetime import date
from typing import Any

from living_strategy.content.graph import Graph
from living_strategy.figures.roll_ups import RollUp, by_id, owner_roll_ups, roll_up
from living_strategy.figures.signals import Gap, SignalKind, State, signals_in_force
from living_strategy.figures.status_summary import status_summary
from living_strategy.model import Entry
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
)

FRESH: dict[str, Any] = {
    "reviewed": "2026-11", "status_date": "2026-10", "period": {"start": "2024", "end": "2028"},
}  # fmt: skip
LATE: dict[str, Any] = FRESH | {"period": {"end": "2025"}}
OPEN: dict[str, Any] = FRESH | {"period": None}


def a_strategy() -> Graph:
    """Two areas: one with a measure that serves both, and one item in each state."""
    retired = {"date": "2025", "reason": "Slutt."}
    return a_graph(
        an_area(), an_area(id="annet"), an_organisation(), an_organisation(id="etaten"),
        a_goal(reviewed="2026-11"), a_goal(id="andre", area="annet", reviewed="2026-11"),
        a_measure(id="felles", goals=["mal", "andre"], responsible=["ks", "etaten"], **LATE),
        a_measure(id="apent", responsible=["ks"], **OPEN),
        a_measure(id="ferdig", status="completed", responsible=["ks"]),
        a_measure(id="borte", responsible=["etaten"], retired=retired, **LATE),
        a_project(id="herrelost", measures=["felles"], **FRESH),
        a_project(id="ordnet", measures=["felles", "apent"], lead="etaten", **FRESH),
    )  # fmt: skip


def ids(sums: RollUp) -> list[str]:
    """The items that a sum rests on."""
    return [item.entry.id for item in sums.items]


def counted(sums: RollUp) -> tuple[int, ...]:
    """How many are late, have something else, are not known, are all right and are over."""
    return tuple(sums.by_state[state] for state in State)


def holder(graph: Graph, name: str) -> Entry:
    """An entry by its id."""
    entry = graph.find(name)
    assert entry
    return entry


def test_an_area_rests_on_all_below_it_and_counts_each_once() -> None:
    """Goals, measures and projects; what is retired is not there."""
    graph = a_strategy()
    items = by_id(signals_in_force(graph, TODAY))

    first, other = (roll_up(graph, holder(graph, name), items) for name in ("omrade", "annet"))

    assert ids(first) == ["mal", "felles", "apent", "ferdig", "herrelost", "ordnet"]
    assert ids(other) == ["andre", "felles", "herrelost", "ordnet"]
    assert first.rests_on == {"goal": 1, "measure": 3, "project": 2}
    assert (counted(first), counted(other)) == ((1, 1, 1, 2, 1), (1, 1, 0, 2, 0))
    assert first.by_kind == {SignalKind.PAST_END: 1, SignalKind.NO_OWNER: 1}
    assert (first.late, ids(RollUp(None, first.signalled))) == (1, ["felles", "herrelost"])


def test_a_goal_counts_itself() -> None:
    """It may be that nobody has looked at the goal, though all below it is fresh."""
    graph = a_strategy()
    items = by_id(signals_in_force(graph, date(2028, 3, 1)))

    goal = roll_up(graph, holder(graph, "andre"), items)

    assert ids(goal) == ["andre", "felles", "herrelost", "ordnet"]
    assert goal.by_kind[SignalKind.STALE] == 4


def test_owners_have_all_that_they_answer_for_or_lead() -> None:
    """Those with most to look at first; last what nobody owns. What several own counts for each."""
    owners = owner_roll_ups(a_strategy(), signals_in_force(a_strategy(), TODAY))

    assert [(owner.holder.id if owner.holder else None, ids(owner)) for owner in owners] == [
        ("etaten", ["felles", "ordnet"]), ("ks", ["felles", "apent", "ferdig"]),
        (None, ["herrelost"]),
    ]  # fmt: skip
    assert [counted(owner) for owner in owners] == [
        (1, 0, 0, 1, 0), (1, 0, 1, 0, 1), (0, 1, 0, 0, 0),
    ]  # fmt: skip


def test_the_summary_says_what_it_rests_on() -> None:
    """All items once, areas with their goals, dates that are missing, and known histories."""
    graph = a_strategy()

    summary = status_summary(
        graph, TODAY, lambda entry: date(2026, 11, 1) if entry.id == "apent" else None
    )

    assert ids(summary.all) == [
        "mal", "andre", "felles", "apent", "ferdig", "herrelost", "ordnet",
    ]  # fmt: skip
    assert [(area.area.holder, [goal.holder for goal in area.goals]) for area in summary.areas] == [
        (holder(graph, "omrade"), [holder(graph, "mal")]),
        (holder(graph, "annet"), [holder(graph, "andre")]),
    ]
    assert (summary.gaps, summary.with_history) == ({Gap.DEADLINE: 1}, 1)


def test_an_area_without_anything_below_it() -> None:
    """It rests on nothing, and nothing is counted."""
    graph = a_graph(an_area())

    area = status_summary(graph, TODAY).areas[0].area

    assert (area.items, area.rests_on, counted(area)) == ((), {}, (0, 0, 0, 0, 0))


def test_what_is_past_a_date_comes_first() -> None:
    """Whoever answers for much begins with what is late."""
    old = a_measure(id="gammelt", responsible=["ks"], status_date="2020")
    late = a_measure(id="sent", responsible=["ks"], **LATE)
    graph = a_graph(an_area(), an_organisation(), a_goal(), old, late)

    (owner,) = status_summary(graph, TODAY).owners

    assert (ids(owner), ids(RollUp(None, owner.signalled))) == (
        ["gammelt", "sent"], ["sent", "gammelt"],
    )  # fmt: skip
