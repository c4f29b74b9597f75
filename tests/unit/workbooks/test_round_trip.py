"""A workbook that nobody has changed changes nothing, and each edit changes what it says only."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from living_strategy.adapters.editing.workbook_file import open_workbook
from living_strategy.workbooks.cells import Kept, read, said, shown
from living_strategy.workbooks.content import Content
from living_strategy.workbooks.edits import Edits
from living_strategy.workbooks.fitting import _set
from living_strategy.workbooks.raw import Line, RawSheet
from living_strategy.workbooks.rows import value_at
from living_strategy.workbooks.tables import Column, Form, Table
from living_strategy.workbooks.writing import write_workbook
from tests.examples import examples
from tests.integration.living_content import LivingContent
from tests.unit.workbooks.books import Book, in_memory, keys, on_disk, sheet_of

FOLDER = Path(__file__).parents[2] / "strategies"
STRATEGIES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def living() -> Book:
    """A strategy in which every field of every kind is filled in somewhere."""
    return in_memory(LivingContent().texts())


@pytest.mark.parametrize("name", STRATEGIES)
def test_an_unchanged_workbook_changes_nothing(name: str) -> None:
    """A real strategy each, with no cell whose value had to stay in the file."""
    book = on_disk(FOLDER / name)

    assert book.edits(book.sheets) == Edits()
    assert list(book.kept()) == []


def test_every_field_has_its_place(living: Book) -> None:
    """Nothing an editor may write is missing, but what commands are for."""
    assert living.edits(living.sheets) == Edits()
    assert list(living.kept()) == []
    for key, data in living.content.entries.items():
        of_kind = [t for t in living.content.tables if key[0] in {k.kind for k in t.kinds}]
        names = {c.path[0] for t in of_kind if t.is_of_entries for c in t.columns}
        names |= {t.path[0] for t in of_kind if not t.is_of_entries}
        assert set(data) - names <= {"aliases"}


def test_the_same_bytes_twice(living: Book) -> None:
    """Nothing in the file is of the time of writing."""
    again = write_workbook("Strategien", living.content, living.words)

    assert hashlib.sha256(again).digest() == hashlib.sha256(living.written).digest()


# --- random edits

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
LINES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
TEXTS = st.one_of(LINES, LINES.map("=cmd|'/C calc'!A0{}".format), LINES.map("+{}".format))


def values(column: Column, book: Book) -> st.SearchStrategy[Any]:
    """Values of a field as files write them."""
    language = book.words.language
    if column.form is Form.NUMBER:
        single = st.decimals(-(10**9), 10**9, places=2).map(str)
    elif column.form is Form.DATE:
        dates = st.dates().filter(lambda day: 1900 <= day.year < 2100)
        single = st.tuples(dates, st.sampled_from((4, 7, 10))).map(lambda p: str(p[0])[: p[1]])
    elif column.choices:
        single = st.sampled_from([value.value for value in language.choices(column.choices)])
    elif column.targets:
        ids = [entry for kind, entry in book.content.entries if kind in column.targets]
        single = st.sampled_from(ids or ["finnes-ikke"])
    else:
        single = TEXTS
    return st.lists(single, min_size=1, max_size=3, unique=True) if column.is_list else single


def parts(table: Table, draw: st.DrawFn, book: Book) -> dict[str, Any]:
    """A new part, with at least one field."""
    chosen = draw(st.lists(st.sampled_from(table.columns), min_size=1, max_size=3, unique=True))
    part: dict[str, Any] = {}
    for column in chosen:
        _set(part, column.path, draw(values(column, book)))
    return part


@st.composite
def edited(draw: st.DrawFn, book: Book) -> dict[tuple[str, str], dict[str, Any]]:
    """Some entries with other data."""
    new = {}
    keys = st.lists(
        st.sampled_from(sorted(book.content.entries)), min_size=1, max_size=3, unique=True
    )
    for key in draw(keys):
        data = deepcopy(dict(book.content.entries[key]))
        tables = [t for t in book.content.tables if key[0] in {kind.kind for kind in t.kinds}]
        for table in draw(st.lists(st.sampled_from(tables), min_size=1, max_size=3, unique=True)):
            if table.is_nested:
                continue
            if table.is_of_entries:
                column = draw(st.sampled_from(table.columns))
                value = draw(st.one_of(st.none(), values(column, book)))
                _set(data, column.path, value if column.path != ("title",) or value else "Tittel")
                continue
            there = list(data.get(table.path[0], ()))
            if there and draw(st.booleans()):
                place = draw(st.integers(0, len(there) - 1))
                column = draw(st.sampled_from(table.columns))
                part = deepcopy(there[place])
                _set(part, column.path, draw(values(column, book)))
                there[place] = part
            else:
                there.append(parts(table, draw, book))
            data[table.path[0]] = there
        new[key] = data
    return new


@examples(10)
@given(data=st.data())
def test_random_edits_are_exactly_those(living: Book, data: st.DataObject) -> None:
    """Another workbook, with the memory of this one: its differences are the edits, as data."""
    new = data.draw(edited(living))
    content = Content(living.content.kinds, {**living.content.entries, **new}, living.content.files)
    sheets = open_workbook(write_workbook("Strategien", content, living.words))
    sheets = without_new_numbers(remembering(sheets, living.sheets), living.content, content)
    edits = living.edits(sheets)

    assert edits.faults == edits.conflicts == edits.gone == []
    before = living.content.entries
    said_now = {key: said_by(data, key, living) for key, data in new.items()}
    wanted = {key: now for key, now in said_now.items() if now != said_by(before[key], key, living)}
    assert {edit.key: said_by(edit.new, edit.key, living) for edit in edits.made} == wanted
    for edit in edits.made:
        assert edit.old == living.content.entries[edit.key]
        same = set(edit.new) - set(edit.fields)
        assert all(edit.new[name] == living.content.entries[edit.key][name] for name in same)


def said_by(data: Any, key: tuple[str, str], book: Book) -> str:
    """Return what data say, whatever zeros and blanks they have."""
    content = Content(book.content.kinds, {key: data}, {})
    said_of = {
        name: [(row.inside, row.number, sorted(row.values.items())) for row in rows]
        for name, rows in content.rows(key, book.words).items()
    }
    return repr(said_of)


def remembering(sheets: tuple[RawSheet, ...], old: tuple[RawSheet, ...]) -> tuple[RawSheet, ...]:
    """Return sheets with the memory of others."""
    return (*sheets[:-1], old[-1])


def without_new_numbers(
    sheets: tuple[RawSheet, ...], old: Content, new: Content
) -> tuple[RawSheet, ...]:
    """Return sheets in which parts that were not there have no number: an editor gives none."""
    result = list(sheets)
    for table in new.tables:
        if table.is_of_entries or table.is_nested:
            continue
        sheet = sheet_of(sheets, table.key)
        place = keys(sheet).index(f"{table.key}:@number")
        lines = list(sheet.lines[:2])
        for line in sheet.lines[2:]:
            entry = str(line.cells[0]).rpartition("(")[2].rstrip(")")
            count = len(old.entries[old.keys[entry]].get(table.path[0]) or ())
            number = int(line.cells[place])  # type: ignore[call-overload]
            cells = tuple(
                None if index == place and number > count else cell
                for index, cell in enumerate(line.cells)
            )
            lines.append(Line(line.number, cells))
        result[sheets.index(sheet)] = replace(sheet, lines=tuple(lines))
    return tuple(result)


@examples(150)
@given(data=st.data())
def test_a_value_is_read_as_it_was_shown(living: Book, data: st.DataObject) -> None:
    """Any field of any kind, or its value stays in the file."""
    table = data.draw(st.sampled_from(living.content.tables))
    column = data.draw(st.sampled_from(table.columns))
    value = data.draw(values(column, living))

    cell = shown(column, value, living.words)
    back = read(column, cell, living.words)

    assert back == said(column, value, living.words)
    if column.form is not Form.NUMBER and back is not Kept.KEPT:
        assert back == value
    assert value_at({"a": {"b": value}}, ("a", "b")) == value
