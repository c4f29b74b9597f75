"""What was under way on a day, read back from today."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.history.earlier_status import UnderWay, under_way
from living_strategy.history.event import NO_HISTORY
from living_strategy.model import Measure, Project
from living_strategy.partial_date import PartialDate
from tests.factories import TODAY, a_goal, a_graph, a_measure, an_area
from tests.histories import STRATEGY_FILE, Commit, day, history_of

PATH = "measures/tiltak.md"
NOVEMBER_1 = day("2026-11-01")


def text(status: str = "ongoing", *lines: str) -> str:
    """The file of a measure."""
    more = "".join(f"{line}\n" for line in lines)
    return f"---\ntitle: Tiltak\ngoals: [mal]\nstatus: {status}\n{more}---\n"


def counted(
    *versions: dict[str, str], until: date = NOVEMBER_1, kind: type[Measure | Project] = Measure,
    **today: object,
) -> UnderWay | None:  # fmt: skip
    """What was under way on a day, after commits on that day and the ones that follow. Today there
    is a measure that is under way, unless it has another id or fields.
    """
    commits = [
        Commit(f"2026-11-{number:02}", STRATEGY_FILE | files)
        for number, files in enumerate(versions, 1)
    ]
    graph = a_graph(an_area(), a_goal(), a_measure(**{"id": "tiltak", "status": "ongoing"} | today))
    return under_way(graph, history_of(*commits), kind, until, TODAY)


ONGOING = UnderWay((None,), 0)
NONE = UnderWay((), 0)
UNKNOWN = UnderWay((), 1)
PROJECT = "---\ntitle: Tiltak\nmeasures: [mal]\nstatus: ongoing\n---\n"
RETIRED = {"retired": {"date": "2026-11-02", "reason": "Slutt."}}
RETIREMENT = "retired: {date: 2026-11-02, reason: Slutt.}"


@pytest.mark.parametrize(
    ("versions", "today", "known"),
    [
        ([{PATH: text()}], {}, ONGOING),
        ([{PATH: text("planned")}, {PATH: text()}], {}, NONE),
        ([{PATH: text("paused")}, {PATH: text()}], {}, ONGOING),
        ([{PATH: text()}, {PATH: text("completed")}], {"status": "completed"}, ONGOING),
        (
            [{PATH: text("ongoing", "status_date: 2024-03")}, {PATH: text("completed")}],
            {"status": "completed"},
            UnderWay((PartialDate("2024-03"),), 0),
        ),
        ([{PATH: text("i gang")}, {PATH: text()}], {}, UNKNOWN),
        ([{}, {PATH: text()}], {}, NONE),
        ([{PATH: text()}, {PATH: text("ongoing", RETIREMENT)}], RETIRED, ONGOING),
        ([{PATH: text("ongoing", RETIREMENT)}, {PATH: text("ongoing")}], {}, NONE),
        ([{PATH: text()}, {}], {"id": "annet", "status": "planned"}, UnderWay((), 1)),
        ([{"projects/tiltak.md": PROJECT}, {PATH: text()}], {}, UNKNOWN),
        ([{"goals/tiltak.md": "---\ntitle: Tiltak\narea: a\n---\n"}, {PATH: text()}], {}, NONE),
    ],
)  # fmt: skip
def test_then(versions: list[dict[str, str]], today: dict[str, object], known: UnderWay) -> None:
    """Not by today's status but by the one before the first change since; what nobody can read or
    know any more is unknown, and what came later was not there.
    """
    assert counted(*versions, **today) == known


def test_nobody_knows_of_the_time_before() -> None:
    """Before a history begins, and without one; but what is under way today is known always."""
    assert counted({PATH: text()}, until=day("2026-10-31")) is None
    graph = a_graph(an_area(), a_goal(), a_measure(status="ongoing"))
    assert under_way(graph, NO_HISTORY, Measure, NOVEMBER_1, TODAY) is None
    assert under_way(graph, NO_HISTORY, Measure, TODAY, TODAY) == ONGOING
    assert under_way(graph, NO_HISTORY, Project, TODAY, TODAY) == NONE


def test_unconfirmed() -> None:
    """A status from before a year, or without a date, nobody has confirmed since."""
    known = UnderWay((None, PartialDate("2023-12"), PartialDate("2024")), 0)

    assert (known.count, known.unconfirmed(2024)) == (3, 2)
