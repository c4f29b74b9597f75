"""Gains added up: only what is counted alike, and never an unknown as nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from living_strategy.figures.gain_words import gain_sentences, gaps_of_sum
from living_strategy.figures.gains import GainRow, gain_sums
from living_strategy.language import Language
from living_strategy.model import Measure
from living_strategy.model.budget import GainUnit
from living_strategy.model.own_value import OwnUnit
from living_strategy.site.parts.told_gains import told_sums
from tests.factories import a_goal, a_graph, a_measure, an_area

ENGLISH = Language.load("en")


def _measure(entry_id: str, *gains: dict[str, Any], goal: str = "mal") -> Measure:
    return a_measure(id=entry_id, goals=[goal], gains=[{"title": "G"} | gain for gain in gains])


MEASURES = (
    _measure("a", {"unit": "hours", "amount": 1200, "every": "year", "reached": 300},
             {"unit": "kroner", "amount": 40000, "every": "year"}),
    _measure("b", {"unit": "hours", "amount": "0.5", "every": "year"},
             {"unit": "hours", "amount": 80}, {"unit": "hours", "every": "once", "reached": 20}),
    _measure("c", {"unit": "persons"}, goal="annet"),
    _measure("d", goal="annet"),
)  # fmt: skip
GRAPH = a_graph(
    an_area(), an_area(id="andre"), a_goal(), a_goal(id="annet", area="andre"), *MEASURES,
)  # fmt: skip


def _shown(row: GainRow) -> list[tuple[str, str, object, object, int, int, int]]:
    return [
        (gain.unit, gain.every, gain.expected, gain.reached, gain.gains, gain.uncounted,
         gain.unmeasured)
        for gain in row.sums
    ]  # fmt: skip


def test_sums() -> None:
    """Each unit and each rhythm has a sum of its own, in every area and in all."""
    gains = gain_sums(GRAPH, MEASURES)
    first = [
        ("kroner", "year", 40_000, None, 1, 0, 1),
        ("hours", "once", 80, 20, 2, 1, 1),
        ("hours", "year", Decimal("1200.5"), 300, 2, 0, 1),
    ]
    second = [("persons", "once", None, None, 1, 1, 1)]

    assert [row.area and row.area.id for row in gains.areas] == ["omrade", "andre"]
    assert [_shown(row) for row in gains.areas] == [first, second]
    assert _shown(gains.total) == [*first, *second]
    assert [(row.work, row.silent) for row in (*gains.areas, gains.total)] == [
        (2, 0), (2, 1), (4, 1),
    ]  # fmt: skip


def test_units_of_a_strategy_come_last() -> None:
    """They are added as others are."""
    unit = OwnUnit("bed-days", "bed days")
    gain = MEASURES[0].gains[0].model_copy(update={"unit": unit})
    measure = MEASURES[0].model_copy(update={"gains": (gain, *MEASURES[0].gains, gain)})

    sums = gain_sums(GRAPH, [measure]).total.sums

    assert [summed.unit for summed in sums] == [GainUnit.KRONER, GainUnit.HOURS, unit]
    assert sums[-1].expected == 2400


def test_sentences() -> None:
    """What a paper says has what is known, what is not, and who says nothing."""
    row = gain_sums(GRAPH, MEASURES).total

    said = " ".join(gain_sentences(row, ENGLISH)).replace("\u00a0", " ")

    assert said == (
        "Expected gain: NOK 40,000 a year; 80 hours; 1,200.5 hours a year. "
        "Reached so far: 20 hours; 300 hours. 2 gains are not counted, and are in no sum. "
        "4 gains are not measured. 1 of 4 state no gain."
    )
    assert list(gain_sentences(gain_sums(GRAPH, MEASURES[3:]).total, ENGLISH)) == []


def test_gaps() -> None:
    """A sum says beside it how many gains are not in it."""
    persons = gain_sums(GRAPH, MEASURES[2:3]).total.sums[0]
    money = gain_sums(GRAPH, MEASURES[:1]).total.sums[0]

    assert gaps_of_sum(persons, ENGLISH) == ("1 not counted", "1 not measured")
    assert gaps_of_sum(money, ENGLISH) == ("", "1 not measured")


def test_rows_of_a_page() -> None:
    """The areas that state gains come first, and the whole last; without gains there is nothing."""
    rows = told_sums(gain_sums(GRAPH, MEASURES), ENGLISH)

    assert [row.area and row.area.id for row in rows] == ["omrade", "andre", None]
    assert [told.expected for told in rows[1].sums] == [""]
    assert told_sums(gain_sums(GRAPH, MEASURES[3:]), ENGLISH) == ()
