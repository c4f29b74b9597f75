"""Sums of costs per year, held against sums added by hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.content.tree import MemorySource
from living_strategy.figures.budget import (
    BudgetRow,
    Division,
    add_up_lines,
    budget_rows,
    by_area_of,
    by_financing,
    by_payer,
    by_responsible_in,
    by_unit,
    cost_lines,
)
from living_strategy.figures.four_year_plan import FourYearPlan, four_year_plan
from living_strategy.figures.plan_years import budget_years, current, plan_starts
from living_strategy.inspection import inspect_source
from tests.examples import examples
from tests.factories import TODAY, a_goal, a_graph, a_measure, a_project, an_area, an_organisation
from tests.integration.plan_content import FILES


def _plan(start: int = 2026) -> FourYearPlan:
    files = {path: text.encode() for path, text in FILES.items()}
    inspection = inspect_source(MemorySource(files), TODAY)
    return four_year_plan(inspection.graph, start, TODAY)


def _years(row: BudgetRow) -> dict[int, tuple[int | None, int | None, int | None, int]]:
    return {
        year: (cell.operating, cell.investment, cell.undivided, cell.unknown)
        for year, cell in row.by_year.items()
    }


def test_sums_by_year() -> None:
    """Operating costs, investments and what is not divided, as somebody adds them with a pencil.

    2026: 100 000 + 50 000 + 25 000 operating, 400 000 + 200 000 investment, 300 000 undivided.
    2027: 120 000 + 75 000 operating, 700 000 investment. 2028: 75 000, and one of unknown size.
    2029: a nought that somebody has written.
    """
    plan = _plan()

    assert _years(plan.total) == {
        2026: (175_000, 600_000, 300_000, 0),
        2027: (195_000, 700_000, None, 0),
        2028: (75_000, None, None, 1),
        2029: (0, None, None, 0),
    }
    assert plan.total.total == Division(445_000, 1_300_000, 300_000, 10, 1)
    assert plan.total.total.total == 2_045_000


def test_sums_of_groups() -> None:
    """The same money by area, payer, who answers for it, unit, and whether it is there."""
    plan = _plan()

    def sums(rows: tuple[BudgetRow, ...]) -> dict[str, tuple[int, int]]:
        return {" + ".join(row.key): (row.total.total, row.total.unknown) for row in rows}

    assert sums(plan.by_area) == {"tjenester": (1_045_000, 0), "trygghet": (1_000_000, 1)}
    assert sums(plan.by_payer) == {
        "lillevik": (1_320_000, 1), "fondet": (525_000, 0), "storvik": (50_000, 0),
        "": (150_000, 0),
    }  # fmt: skip
    assert sums(plan.by_responsible) == {
        "lillevik + storvik": (1_000_000, 1), "lillevik": (670_000, 0), "storvik": (375_000, 0),
    }  # fmt: skip
    assert sums(plan.by_unit) == {
        "Felles drift": (1_000_000, 1), "Innbyggertorget": (670_000, 0), "": (375_000, 0),
    }  # fmt: skip
    assert sums(plan.by_financing) == {
        "covered": (800_000, 0), "unfinanced": (700_000, 0), "applied_for": (75_000, 0),
        "": (470_000, 1),
    }  # fmt: skip


def test_what_is_unknown_or_not_there_is_named() -> None:
    """Lines without a sum, what is not financed, and what runs without a cost."""
    plan = _plan()

    assert [(line.entry.id, line.cost.year) for line in plan.unknown] == [("ny-brannmur", 2028)]
    assert [(line.entry.id, line.cost.known) for line in plan.unfinanced] == [
        ("ny-brannmur", 700_000), ("felles-arkiv", 75_000),
    ]  # fmt: skip
    assert [entry.id for entry in plan.without] == ["opplaering"]


def test_a_plan_of_other_years() -> None:
    """Only the costs of its own four years."""
    plan = _plan(2025)

    assert (plan.years, plan.total.total.total) == ((2025, 2026, 2027, 2028), 2_135_000)


def test_nothing_adds_up_to_nothing() -> None:
    """No line is not the same as a line of nought, and neither as one that nobody knows."""
    unknown, nought = ({"year": 2026}, {"year": 2026, "operating": 0})

    def division(*costs: dict[str, Any]) -> Division:
        graph = a_graph(an_area(), a_goal(), an_organisation(), a_measure(costs=costs))
        return add_up_lines(cost_lines(graph))

    assert division() == Division()
    assert division(unknown) == Division(lines=1, unknown=1)
    assert division(nought) == Division(operating=0, lines=1)
    assert [division(*costs).is_unknown for costs in ([unknown], [nought], [unknown, nought])] == [
        True, False, False,
    ]  # fmt: skip
    assert division(nought, {"year": 2026, "undivided": 5}).sorts == ("operating", "undivided")


def test_what_is_retired_has_no_cost() -> None:
    """It is no longer part of the strategy, so no plan pays for it."""
    retired = {"date": "2025", "reason": "Ferdig."}
    measure = a_measure(costs=[{"year": 2026, "operating": 5}], retired=retired)

    assert cost_lines(a_graph(an_area(), a_goal(), measure)) == ()


AMOUNTS = st.none() | st.integers(0, 10**12)
COSTS = st.lists(
    st.fixed_dictionaries(
        {"year": st.integers(2024, 2031)},
        optional={
            "operating": AMOUNTS,
            "investment": AMOUNTS,
            "undivided": AMOUNTS,
            "payer": st.sampled_from(["ks", "nav"]),
            "scheme": st.just("ordningen"),
            "financing": st.sampled_from(["covered", "applied_for", "unfinanced"]),
        },
    ),
    max_size=6,
)


@given(COSTS, COSTS, COSTS, st.sampled_from([[], ["ks"], ["ks", "nav"]]))
@examples(50)
def test_all_groups_have_the_same_total(
    first: list[Any], second: list[Any], third: list[Any], responsible: list[str]
) -> None:
    """However costs are grouped, each of them counts once, to the krone."""
    entries = (
        an_area(), an_area(id="annet"), a_goal(), a_goal(id="mal-2", area="annet"),
        an_organisation(), an_organisation(id="nav"),
        a_measure(costs=first, responsible=responsible, responsible_unit="IKT"),
        a_measure(id="tiltak-2", goals=["mal-2", "mal"], costs=second),
        a_project(measures=["tiltak-2", "tiltak"], costs=third, lead="nav"),
    )  # fmt: skip
    graph = a_graph(*entries)
    lines = cost_lines(graph)
    known = sum(
        cost.get(sort) or 0
        for cost in (*first, *second, *third)
        for sort in ("operating", "investment", "undivided")
    )

    whole = add_up_lines(lines)
    assert (whole.total, whole.lines) == (known, len(first) + len(second) + len(third))
    keys = (by_area_of(graph), by_payer, by_responsible_in(graph), by_unit, by_financing)
    for key_of in (lambda line: (str(line.cost.year),), *keys):
        rows = budget_rows(lines, key_of)
        assert sum(row.total.total for row in rows) == known
        assert sum(row.total.lines for row in rows) == whole.lines
        assert sum(row.total.unknown for row in rows) == whole.unknown
        for row in rows:
            assert sum(cell.total for cell in row.by_year.values()) == row.total.total
    for start in range(2021, 2032):
        plan = four_year_plan(graph, start, TODAY)
        groupings = (plan.by_area, plan.by_payer, plan.by_responsible, plan.by_unit)
        totals = {sum(row.total.total for row in rows) for rows in groupings}
        in_areas = sum(area.total.total.total for area in plan.areas)
        assert totals | {in_areas} == {plan.total.total.total}


def test_years_of_plans() -> None:
    """A four-year plan begins where there is a cost, as long as it is not a part of another."""
    lines = _plan().lines

    assert budget_years(lines) == (2026, 2027, 2028, 2029)
    assert plan_starts(()) == ()
    assert plan_starts((2026,)) == (2026,)
    assert plan_starts((2026, 2027, 2028, 2029)) == (2026,)
    assert plan_starts((2025, 2026, 2027, 2028, 2029)) == (2025, 2026)
    assert plan_starts((2020, 2025, 2031)) == (2020, 2025)


def test_plan_in_force() -> None:
    """That of this year (2026), or the nearest; of two the earlier."""
    assert current((2025, 2026, 2027), TODAY) == 2026
    assert current((2017, 2018), TODAY) == 2018
    assert current((2025, 2027), TODAY) == 2025
    assert current((2030, 2031), TODAY) == 2030
