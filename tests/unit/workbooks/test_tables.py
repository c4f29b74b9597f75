"""Every field of every kind has its column or its sheet."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from living_strategy.forms.fields import form_fields
from living_strategy.language import Language
from living_strategy.model import KINDS, Entry, Goal, Measure, Project, Scheme
from living_strategy.workbooks.tables import Form, tables

TABLES = {table.key: table for table in tables(KINDS)}


def leaves(model: type[BaseModel], at: tuple[str, ...] = ()) -> set[tuple[str, str]]:
    """Return the sheet and the column of each field, as the models have it."""
    found = set()
    for field in form_fields(model):
        path = (*at, field.name)
        if field.part and field.is_list:
            found |= {("/".join(path), key) for _, key in leaves(field.part)}
            found |= {("/".join((*path, sheet)), key) for sheet, key in leaves(field.part) if sheet}
            found -= {("/".join(path), key) for sheet, key in leaves(field.part) if sheet}
        elif field.part:
            found |= {("", f"{field.name}.{key}") for _, key in leaves(field.part)}
        else:
            found.add(("", field.name))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_column(kind: type[Entry]) -> None:
    """But those that commands are for, and what a model within a model within a list has."""
    wanted = {(sheet or kind.kind, key) for sheet, key in leaves(kind)}
    there = {
        (table.key, column.key)
        for table in TABLES.values()
        if kind in table.kinds
        for column in table.columns
    }

    assert wanted - there == {(kind.kind, "id"), (kind.kind, "aliases")}


def test_lists_inside_parts_have_parts_with_an_id() -> None:
    """By that id their rows say which part they lie in."""
    nested = [table for table in TABLES.values() if table.is_nested]

    assert [table.key for table in nested] == ["indicators/path", "indicators/values"]
    for table in nested:
        assert any(column.key == "id" for column in TABLES[table.path[0]].columns)


def test_columns_say_what_they_are() -> None:
    """Forms, what there is to choose from, and what must not be empty."""
    columns = {column.key: column for column in TABLES["measure"].columns}
    costs = {column.key: column for column in TABLES["costs"].columns}

    assert columns["status"].form is Form.CHOICE
    assert columns["status"].is_required
    assert columns["goals"].targets == ("goal",)
    assert columns["goals"].is_list
    assert columns["period.start"].form is Form.DATE
    assert columns["retired.date"].is_required is False
    assert costs["operating"].is_money
    assert not costs["year"].is_money
    assert list(columns)[:3] == ["title", "summary", "goals"]
    assert TABLES["costs"].kinds == (Measure, Project)
    assert TABLES["amounts"].kinds == (Scheme,)


def test_sheets_and_columns_are_named_in_the_language() -> None:
    """Two sheets never have one name."""
    language = Language.load("nb")
    names = [table.name(language) for table in TABLES.values()]

    assert len(set(names)) == len(names)
    assert {"Tiltak", "Milepæler", "Indikatorer – Verdier"} < set(names)
    columns = {column.key: column for column in TABLES["measure"].columns}
    assert columns["period.start"].heading(language) == "Periode: Start"
    assert TABLES["goal"].kind == Goal.kind
    assert "Pågår" in columns["status"].explanation(language)
