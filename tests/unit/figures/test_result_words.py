"""Words of results: whole sentences in every language, from the values alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from living_strategy.figures.result_words import (
    amount_words,
    course_words,
    movement,
    sentence,
    since,
    target_words,
)
from living_strategy.figures.results import Course, Result, results_of
from living_strategy.language import Language
from living_strategy.model.values import Unit
from tests.factories import a_goal
from tests.unit.figures.test_results import an_indicator

NB, NN, EN = map(Language.load, ("nb", "nn", "en"))


def a_result(*values: tuple[str, int | str], **changes: Any) -> Result:
    """A result that was measured at these dates."""
    (result,) = results_of(
        a_goal(indicators=[an_indicator("kommuner", *values, title="Kommuner", **changes)])
    )
    return result


UP = a_result(("2018-05", 4), ("2019", 34))
DOWN = a_result(("2013", "10"), ("2021-03-01", "2.5"), unit="percent", direction="down")
SAME = a_result(("2020", 92), ("2021", 92))
ONCE = a_result(("2020", 99616))
NEVER = a_result()


@pytest.mark.parametrize(
    ("result", "bokmal", "nynorsk", "english"),
    [
        (UP, "opp fra 4 i mai 2018 til 34 i 2019", "opp frå 4 i mai 2018 til 34 i 2019",
         "up from 4 in May 2018 to 34 in 2019"),
        (DOWN, "ned fra 10 % i 2013 til 2,5 % den 1. mars 2021",
         "ned frå 10 % i 2013 til 2,5 % den 1. mars 2021",
         "down from 10% in 2013 to 2.5% on March 1, 2021"),
        (SAME, "92 både i 2020 og i 2021", "92 både i 2020 og i 2021",
         "92 both in 2020 and in 2021"),
        (ONCE, "99 616 i 2020, målt én gang", "99 616 i 2020, målt éin gong",
         "99,616 in 2020, measured once"),
        (NEVER, "ingen verdi er kjent", "ingen verdi er kjend", "no value is known"),
    ],
)  # fmt: skip
def test_where_it_went(result: Result, bokmal: str, nynorsk: str, english: str) -> None:
    """Dates as exact as they are known, values in their unit."""
    words = [movement(result, language).replace("\u00a0", " ") for language in (NB, NN, EN)]

    assert words == [bokmal, nynorsk, english]
    assert sentence(result, NB) == f"Kommuner: {movement(result, NB)}"


def test_where_it_came_from_is_said_beside_the_number() -> None:
    """Without the day, and empty where there is nothing to compare with."""
    day = a_result(("2020-04-30", 7), ("2021", 170))

    words = [since(result, NB).replace("\u00a0", " ") for result in (UP, DOWN, SAME, ONCE, day)]
    assert words == [
        "opp fra 4 i mai 2018", "ned fra 10 % i 2013", "som i 2020", "", "opp fra 7 i april 2020",
    ]  # fmt: skip
    assert since(NEVER, NB) == ""


def test_targets_are_said_with_their_deadline() -> None:
    """And without one, and not at all."""
    soon, some_day = (
        a_result(target=target, unit="percent")
        for target in ({"value": 100, "date": "2025-12-31"}, {"value": 0})
    )

    assert [target_words(result, NB) for result in (soon, some_day, UP)] == [
        "Målverdi:\u00a0100\u00a0% innen 31. desember 2025", "Målverdi:\u00a00\u00a0%", "",
    ]  # fmt: skip


def test_values_have_their_unit() -> None:
    """In one piece, whatever the language."""
    value = Decimal("1200.5")

    assert [amount_words(value, unit, NB).replace("\u00a0", " ") for unit in Unit] == [
        "1 200,5 %", "1 200,5", "nr. 1 200,5", "1 200,5 mill.", "1 200,5 mill. kr",
    ]  # fmt: skip
    assert all(" " not in amount_words(value, unit, EN) for unit in Unit)


def test_every_course_has_words() -> None:
    """In all languages, and no two the same."""
    for language in (NB, NN, EN):
        assert len({course_words(course, language) for course in Course}) == len(Course)
    assert [course_words(course, NB) for course in Course] == [
        "Riktig vei", "Feil vei", "Uendret", "Målt én gang", "Ikke målt",
    ]  # fmt: skip
