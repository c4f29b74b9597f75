"""The strategy as flat tables."""

from __future__ import annotations

from typing import Any

import pytest

from living_strategy.content.graph import Graph
from living_strategy.figures.part_tables import FUNDING, INDICATORS, LINKS, MILESTONES, PART_TABLES
from living_strategy.figures.tables import Cell, Table, kind_table, kind_tables
from living_strategy.model import KINDS, Entry, Goal, Measure, Scheme
from tests.factories import SOURCES, a_goal, a_graph, a_measure, a_project, an_area


def _address(entry: Entry) -> str:
    return f"{entry.kind}/{entry.id}/"


def _rows(table: Table, graph: Graph) -> list[dict[str, Cell]]:
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(graph, _address)]


def test_a_row_holds_the_plain_fields() -> None:
    """Lists are one cell, periods have two columns, and what is unknown is empty."""
    measure = a_measure(
        summary="Kort.", number="1.10", goals=["m1", "m2"], audience=["county", "state"],
        period={"start": "2020-03"},
    )  # fmt: skip

    (row,) = _rows(kind_table(Measure), a_graph(measure))

    expected: dict[str, Any] = {
        "id": "tiltak", "title": "Tiltak", "number": "1.10", "summary": "Kort.",
        "goals": ("m1", "m2"), "status": "ongoing", "status_date": None,
        "audience": ("county", "state"),
        "period_start": "2020-03", "period_end": None, "as_of": "2024", "retired_date": None,
        "retired_reason": None, "aliases": (), "address": "measure/tiltak/",
        "source_count": len(SOURCES),
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_columns_begin_with_what_an_entry_is_called() -> None:
    """Every kind begins and ends alike; texts and lists of values with parts have no column."""
    for kind in KINDS:
        names = [column.name for column in kind_table(kind).columns]
        assert names[:4] == ["id", "title", "number", "summary"]
        assert names[-2:] == ["address", "source_count"]
        assert not {"description", "sources", "milestones", "indicators"} & set(names)
        assert len(names) == len(set(names))


def test_retirement_is_spread_over_columns() -> None:
    """Date, reason and successor stand apart."""
    goal = a_goal(retired={"date": "2024", "reason": "Nådd.", "replaced_by": "nytt-mal"})

    (row,) = _rows(kind_table(Goal), a_graph(goal))

    assert (row["retired_date"], row["retired_reason"], row["retired_replaced_by"]) == (
        "2024", "Nådd.", "nytt-mal",
    )  # fmt: skip


def test_rows_come_in_the_order_of_ids() -> None:
    """The order of files does not matter."""
    graph = a_graph(a_measure(id="b"), a_measure(id="a"))

    assert [row["id"] for row in _rows(kind_table(Measure), graph)] == ["a", "b"]


def test_texts_in_lists_are_one_cell() -> None:
    """The rules of a scheme are one cell."""
    scheme = Scheme.model_validate({"id": "o", "title": "Ordning", "rules": ["Én.", "To."]})

    (row,) = _rows(kind_table(Scheme), a_graph(scheme))

    assert row["rules"] == ("Én.", "To.")


@pytest.mark.parametrize("table", [*kind_tables(), *PART_TABLES], ids=lambda table: table.name)
def test_every_column_is_explained(table: Table) -> None:
    """The open data page can say what each column means."""
    assert table.title
    assert all(column.label and column.help for column in table.columns)


def test_links_are_those_that_were_declared() -> None:
    """Source, relation, target, and the goal of a framework if one is named."""
    graph = a_graph(a_measure(), a_goal(), an_area())

    assert list(LINKS.rows(graph, _address)) == [
        ("mal", "belongs_to", "omrade", ""), ("tiltak", "serves", "mal", ""),
    ]  # fmt: skip


def test_indicator_values_say_what_they_are() -> None:
    """Baseline, values and target come in that order; an indicator without any has no row."""
    indicator = {"unit": "count", "direction": "up"}
    goal = a_goal(
        indicators=[
            indicator | {
                "id": "full", "title": "Full", "baseline": {"date": "2019", "value": "1"},
                "target": {"value": "9.5"}, "values": [{"date": "2020", "value": "2"}],
            },
            indicator | {"id": "tom", "title": "Tom"},
        ]
    )  # fmt: skip

    rows = _rows(INDICATORS, a_graph(goal))

    assert [(row["type"], row["date"], str(row["value"])) for row in rows] == [
        ("baseline", "2019", "1"), ("value", "2020", "2"), ("target", None, "9.5"),
    ]  # fmt: skip


def test_grants_and_milestones_have_a_row_each() -> None:
    """What is unknown is empty, also here."""
    project = a_project(
        funding=[{"year": 2020, "note": "Anslag"}],
        milestones=[{"title": "Start", "date": "2020", "done": "2020-02"}],
    )
    measure = a_measure(milestones=[{"title": "Slutt", "date": "2021"}])
    graph = a_graph(project, measure)

    assert list(FUNDING.rows(graph, _address)) == [("prosjekt", None, 2020, None, None, "Anslag")]
    assert list(MILESTONES.rows(graph, _address)) == [
        ("measure", "tiltak", "Slutt", "2021", None, None),
        ("project", "prosjekt", "Start", "2020", "2020-02", None),
    ]
