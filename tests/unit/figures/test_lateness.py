"""Which dates have passed, what is known of them, and how long ago they were in words."""

from __future__ import annotations

from datetime import date

import pytest

from living_strategy.figures.lateness import Late, ago_words, late_dates
from living_strategy.figures.signals import SignalKind
from living_strategy.language import Language
from living_strategy.partial_date import PartialDate
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area, an_organisation

TODAY = date(2026, 11, 21)


def test_all_dates_that_have_passed_come_oldest_first() -> None:
    """Milestones, ends and starts, with who answers and the newest word on how it goes."""
    ks = an_organisation()
    measure = a_measure(
        responsible=["ks"], status_date="2024", period={"end": "2025-09-20"},
        milestones=[{"title": "Pilot", "date": "2022"}, {"title": "Nådd", "date": "2020",
                                                          "done": "2020"}],
    )  # fmt: skip
    project = a_project(status="planned", period={"start": "2024-03"})
    graph = a_graph(an_area(), a_goal(), ks, measure, project)

    assert late_dates(graph, TODAY) == (
        Late(measure, SignalKind.LATE_MILESTONE, "Pilot", PartialDate("2022"), 46, (ks,),
             PartialDate("2024")),
        Late(project, SignalKind.NOT_STARTED, "", PartialDate("2024-03"), 31, (), None),
        Late(measure, SignalKind.PAST_END, "", PartialDate("2025-09-20"), 14, (ks,),
             PartialDate("2024")),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("status_date", "is_known"),
    [("2025", True), ("2025-01-01", True), ("2024", False), ("2024-12-31", False), (None, False)],
)
def test_it_is_known_only_from_a_word_after_the_date(
    status_date: str | None, is_known: bool
) -> None:
    """A word from the same year may be from before the last day."""
    measure = a_measure(status_date=status_date, period={"end": "2024"})

    (late,) = late_dates(a_graph(an_area(), a_goal(), measure), TODAY)

    assert late.is_known is is_known


def test_what_is_closed_or_retired_is_late_for_nobody() -> None:
    """Nor is what has no date."""
    over = {"period": {"end": "2020"}}
    graph = a_graph(
        an_area(), a_goal(), a_measure(status="completed", **over), a_measure(id="undated"),
        a_project(retired={"date": "2021", "reason": "Slutt."}, **over),
    )  # fmt: skip

    assert late_dates(graph, TODAY) == ()


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2026-11-20", "under en måned siden"), ("2026-10-21", "1 måned siden"),
        ("2025-09-20", "14 måneder siden"), ("2025-09", "minst 13 måneder siden"),
        ("2024-11-21", "minst 2 år siden"), ("2021", "minst 4 år siden"),
    ],
)  # fmt: skip
def test_how_long_ago_is_never_more_than_is_known(end: str, words: str) -> None:
    """A year or a month gives a least number, and so do years."""
    measure = a_measure(period={"end": end})

    (late,) = late_dates(a_graph(an_area(), a_goal(), measure), TODAY)

    assert ago_words(late, Language.load("nb")) == words
