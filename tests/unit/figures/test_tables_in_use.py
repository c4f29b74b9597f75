"""Tables without what a strategy has switched off."""

from __future__ import annotations

from living_strategy.figures.part_tables import PART_TABLES
from living_strategy.figures.tables import Table, kind_tables
from living_strategy.figures.tables_in_use import tables_in_use
from living_strategy.settings import Settings
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area


def _columns(tables: tuple[Table, ...]) -> set[tuple[str, str]]:
    return {(table.name, column.name) for table in tables for column in table.columns}


def _settings(**switches: str) -> Settings:
    return Settings.model_validate({"title": "Prøve", "use": switches})


def test_all_tables_are_there_where_nothing_is_off() -> None:
    """They are the same tables."""
    assert tables_in_use(Settings(title="Prøve")) == (*kind_tables(), *PART_TABLES)


def test_a_table_and_what_leads_to_it_are_gone() -> None:
    """So is every column that can hold nothing but ids of a kind that is off; one that may also
    lead elsewhere stays, such as who decided.
    """
    whole = _columns((*kind_tables(), *PART_TABLES))
    left = _columns(
        tables_in_use(_settings(schemes="off", components="off", frameworks="off", bodies="off"))
    )

    tables = {"scheme", "component", "framework", "body"}
    assert {(table, column) for table, column in whole - left if table not in tables} == {
        ("area", "frameworks"), ("goal", "frameworks"), ("measure", "uses"), ("project", "uses"),
        ("funding", "scheme"), ("costs", "scheme"),
    }  # fmt: skip
    assert {table for table, _ in whole} - {table for table, _ in left} == tables


def test_the_cells_of_a_column_go_with_it() -> None:
    """The others stay under their own names."""
    funding = [{"year": 2024, "amount": 5, "source": "https://www.ks.no", "note": "Ett."}]
    settings = _settings(schemes="off")
    graph = a_graph(an_area(), a_goal(), a_measure(), a_project(funding=funding), settings=settings)
    table = next(table for table in tables_in_use(settings) if table.name == "funding")

    assert [column.name for column in table.columns] == [
        "project", "year", "amount", "source", "note",
    ]  # fmt: skip
    assert list(table.rows(graph, lambda entry: entry.id)) == [
        ("prosjekt", 2024, 5, "https://www.ks.no", "Ett.")
    ]
