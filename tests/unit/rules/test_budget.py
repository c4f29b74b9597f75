"""Rules about costs per year."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.model import Scheme
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.rules.found import fields, found


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ([{"year": 2027, "operating": 1}, {"year": 2028, "operating": 1}], []),
        ([{"year": 2027, "operating": 1}, {"year": 2027, "investment": 1}], []),
        ([{"year": 2027, "operating": 1}, {"year": 2027, "operating": 1, "payer": "ks"}], []),
        ([{"year": 2027, "operating": 1}, {"year": 2027, "operating": 1, "scheme": "s"}], []),
        ([{"year": 2027, "operating": 1}, {"year": 2027, "operating": 1, "budget_line": "1"}], []),
        ([{"year": 2027}, {"year": 2027}], []),
        ([{"year": 2027, "operating": 0}, {"year": 2027, "operating": 9}], ["costs[1].operating"]),
        (
            [{"year": 2027, "undivided": 1, "payer": "ks", "note": note} for note in "abc"],
            ["costs[1].undivided", "costs[2].undivided"],
        ),
    ],
)
def test_duplicate_year(costs: list[dict[str, Any]], expected: list[str]) -> None:
    """A sum is told once for each sort, year, payer, scheme and budget line."""
    assert fields("duplicate-year", a_measure(costs=costs)) == expected
    assert fields("duplicate-year", a_project(costs=costs)) == expected


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (None, []),
        ({"start": "2026-12-31", "end": "2028-01-01"}, []),
        ({"start": "2027"}, ["costs[0].year"]),
        ({"end": "2027-12"}, ["costs[2].year"]),
        ({"start": "2027", "end": "2027"}, ["costs[0].year", "costs[2].year"]),
        ({"start": "2029", "end": "2025"}, []),
    ],
)
def test_cost_outside_period(period: dict[str, str] | None, expected: list[str]) -> None:
    """A year lies outside when no day of it is in the period; a reversed period says nothing."""
    costs = [{"year": year, "operating": 1} for year in (2026, 2027, 2028)]

    assert fields("cost-outside-period", a_measure(period=period, costs=costs)) == expected
    assert fields("cost-outside-period", a_project(period=period, costs=costs)) == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [((2026, 2026, 2028), []), ((2026, 2028, 2027, 2025), ["costs[2].year"]), ((), [])],
)
def test_order_of_years(years: tuple[int, ...], expected: list[str]) -> None:
    """The first year that stands after a later one is told."""
    costs = [{"year": year, "payer": f"p{place}"} for place, year in enumerate(years)]

    assert fields("values-out-of-order", a_measure(costs=costs)) == expected
    assert fields("values-out-of-order", a_project(costs=costs)) == expected


@pytest.mark.parametrize(
    ("cost", "expected"),
    [
        ({"undivided": 5}, []),
        ({"operating": 5, "investment": 5}, []),
        ({"undivided": 5, "operating": 5}, ["costs[0].undivided"]),
        ({"undivided": 0, "investment": 0, "operating": 0}, ["costs[0].undivided"]),
    ],
)
def test_undivided_and_divided(cost: dict[str, int], expected: list[str]) -> None:
    """What is not divided stands alone."""
    costs = [{"year": 2027} | cost]

    assert fields("undivided-and-divided", a_measure(costs=costs)) == expected
    assert fields("undivided-and-divided", a_project(costs=costs)) == expected


def _scheme(*amounts: dict[str, Any]) -> Scheme:
    fields = {"id": "ordningen", "title": "O", "aliases": ["gammel"], "amounts": amounts}
    return Scheme.model_validate(fields)


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([{"year": 2027, "amount": 100}], []),
        ([{"year": 2027, "amount": 99}], ["amounts[0].amount", "amounts[0].amount"]),
        ([{"year": 2027, "amount": 60}, {"year": 2027, "amount": 40}], []),
        ([{"year": 2027, "amount": 60}, {"year": 2027}], []),
        ([{"year": 2026, "amount": 1}, {"year": 2028, "amount": 1}], []),
        ([], []),
    ],
)
def test_more_than_scheme_has(amounts: list[dict[str, Any]], expected: list[str]) -> None:
    """Costs and grants of a year are each held against what the scheme has, when that is known."""
    grants = [
        {"year": 2027, "amount": 70, "scheme": "ordningen"},
        {"year": 2027, "amount": 30, "scheme": "gammel"},
        {"year": 2027, "amount": None, "scheme": "ordningen"},
        {"amount": 1000, "scheme": "ordningen"},
        {"year": 2027, "amount": 1000},
    ]
    costs = [
        {"year": 2027, "operating": 50, "investment": 20, "scheme": "ordningen"},
        {"year": 2027, "undivided": 30, "scheme": "gammel"},
        {"year": 2027, "scheme": "ordningen"},
        {"year": 2027, "operating": 1000},
    ]
    entries = (
        _scheme(*amounts),
        an_area(),
        a_goal(),
        an_organisation(),
        a_measure(costs=costs),
        a_project(funding=grants),
    )

    findings = found("more-than-scheme-has", *entries)

    assert [finding.location.field for finding in findings] == expected
    assert [finding.params["field"] for finding in findings] == ["costs", "funding"][
        : len(findings)
    ]


YEAR = {"year": 2027, "operating": 100}


@pytest.mark.parametrize(
    ("measure", "project", "expected"),
    [
        ([YEAR], [YEAR], ["costs[0].operating"]),
        ([YEAR], [{"year": 2026, "operating": 5}, YEAR], ["costs[1].operating"]),
        ([YEAR | {"payer": "ks"}], [YEAR | {"note": "uten betaler"}], ["costs[0].operating"]),
        ([YEAR | {"payer": "ks"}], [YEAR | {"payer": "digdir"}], []),
        (
            [YEAR | {"payer": "ks"}, YEAR | {"payer": "digdir"}],
            [YEAR | {"payer": "digdir"}],
            ["costs[0].operating"],
        ),
        ([YEAR | {"scheme": "a"}], [YEAR | {"scheme": "b"}], []),
        ([YEAR], [YEAR | {"year": 2028}], []),
        ([YEAR], [YEAR | {"operating": 101}], []),
        ([YEAR], [{"year": 2027, "investment": 100}], []),
        ([{"year": 2027, "operating": 0}], [{"year": 2027, "operating": 0}], []),
        ([{"year": 2027}], [{"year": 2027}], []),
    ],
)
def test_cost_counted_twice(
    measure: list[dict[str, Any]], project: list[dict[str, Any]], expected: list[str]
) -> None:
    """A cost that the measure tells as well is told; who pays may be left out in one of them."""
    entries = (
        a_measure(costs=measure),
        a_project(costs=project),
    )

    assert fields("counted-twice", *entries) == expected


GAIN = {"title": "Mindre tid", "unit": "hours", "amount": 1200}


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        (GAIN | {"title": "Raskere post"}, ["gains[0].amount"]),
        (GAIN | {"every": "once"}, ["gains[0].amount"]),
        (GAIN | {"every": "year"}, []),
        (GAIN | {"unit": "persons"}, []),
        (GAIN | {"amount": 1}, []),
        ({"title": "Mindre tid", "unit": "hours"}, []),
    ],
)
def test_gain_counted_twice(project: dict[str, Any], expected: list[str]) -> None:
    """A gain in the same unit, as often and as large, is the same gain, whatever it is called."""
    measure = a_measure(gains=[GAIN])
    entries = measure, a_project(gains=[project])

    assert fields("counted-twice", *entries) == expected


def test_counted_twice_is_about_what_is_linked() -> None:
    """Projects beside each other, and measures without a link, may cost the same."""
    entries = (
        a_measure(costs=[YEAR]),
        a_measure(id="annet", costs=[YEAR]),
        a_project(measures=["annet"]),
        a_project(id="nabo", measures=["annet"], costs=[{"year": 2027, "operating": 7}]),
        a_project(id="neste", measures=["annet"], costs=[{"year": 2027, "operating": 7}]),
    )

    assert fields("counted-twice", *entries) == []
