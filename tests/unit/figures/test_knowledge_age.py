"""How old the knowledge is."""

from __future__ import annotations

from living_strategy.figures.knowledge_age import YearOfKnowledge, knowledge_by_year
from tests.factories import a_goal, a_measure, a_project


def test_years_come_newest_first_and_what_nobody_knows_last() -> None:
    """Retired entries and other kinds are passed over; what is over does not age."""
    entries = (
        a_measure(status_date="2021-03"), a_measure(status_date="2021"), a_measure(), a_goal(),
        a_project(status="completed", status_date="2021"), a_project(status_date="2026-10-01"),
        a_measure(status_date="2019", retired={"date": "2024", "reason": "Slutt."}),
        a_measure(status="proposed"),
    )  # fmt: skip

    assert knowledge_by_year(entries) == (
        YearOfKnowledge(2026, changing=1, settled=0),
        YearOfKnowledge(2021, changing=2, settled=1),
        YearOfKnowledge(None, changing=1, settled=1),
    )
    assert [year.total for year in knowledge_by_year(entries)] == [1, 3, 2]


def test_nothing_is_known_of_nothing() -> None:
    """Without measures and projects there are no years."""
    assert knowledge_by_year([a_goal()]) == ()
