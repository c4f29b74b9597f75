"""Entries as rows: what each cell of each sheet holds, from the data of the files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from living_strategy.history.change import Plain
from living_strategy.workbooks.cells import Kept, Said, said
from living_strategy.workbooks.tables import Table
from living_strategy.workbooks.words import Words

Data = Mapping[str, Plain]


class Part(NamedTuple):
    """A part of a list: the id of the part it lies in, its place in the list from 1, and its data.

    `inside` is empty where it lies in the entry itself, or where that part has no id.
    """

    inside: str
    number: int
    data: Data


class Row(NamedTuple):
    """What a row says: of which entry, for a part where it stands, and the values by column key."""

    inside: str
    number: int
    values: Mapping[str, Said]


def value_at(data: Data, path: Sequence[str]) -> Plain:
    """Return what stands at the end of a path; None for nothing."""
    value: Plain = data
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def parts_of(table: Table, data: Data) -> Iterator[Part]:
    """Yield the parts of an entry that have a row in the sheet."""
    for number, part in _numbered(data.get(table.path[0])):
        if not table.is_nested:
            yield Part("", number, part)
            continue
        name = part.get("id")
        for inner_number, inner in _numbered(part.get(table.path[1])):
            if isinstance(name, str):
                yield Part(name, inner_number, inner)


def _numbered(value: Plain) -> Iterator[tuple[int, Data]]:
    listed = value if isinstance(value, list) else ()
    for number, part in enumerate(listed, start=1):
        if isinstance(part, Mapping):
            yield number, part


def rows_of(table: Table, data: Data, words: Words) -> Iterator[Row]:
    """Yield the rows that an entry has in a sheet, as they are read if nobody changes them."""
    if table.is_of_entries:
        yield Row("", 0, _values(table, data, words))
        return
    for part in parts_of(table, data):
        yield Row(part.inside, part.number, _values(table, part.data, words))


def _values(table: Table, data: Data, words: Words) -> dict[str, Said]:
    return {
        column.key: said(column, value_at(data, column.path), words) for column in table.columns
    }


def digest_of_data(data: Data) -> str:
    """Return a hash of what a file says of an entry."""
    return _digest(data)


def digest_of_rows(rows: Mapping[str, Sequence[Row]]) -> str:
    """Return a hash of what a workbook says of an entry, in the rows of all its sheets. Empty cells
    say nothing, and the order of rows does not count.
    """
    return _digest(
        {key: sorted(map(_listed, of_table)) for key, of_table in rows.items() if of_table}
    )


def _listed(row: Row) -> list[object]:
    values = {name: _plain(value) for name, value in row.values.items() if value}
    return [row.inside, row.number, json.dumps(values, sort_keys=True)]


def _plain(value: Said) -> object:
    return [] if isinstance(value, Kept) else value


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
