"""Tables of what a strategy uses: without kinds that are switched off, and links to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress

from living_strategy.content.graph import Graph
from living_strategy.figures.part_tables import PART_TABLES
from living_strategy.figures.presence import unused_kinds
from living_strategy.figures.tables import AddressOf, Cell, Table, kind_tables
from living_strategy.settings import Settings


def kind_tables_in_use(settings: Settings) -> tuple[Table, ...]:
    """Return the table of every kind in use."""
    unused = unused_kinds(settings)
    return tuple(_without(table, unused) for table in kind_tables() if table.name not in unused)


def part_tables_in_use(settings: Settings) -> tuple[Table, ...]:
    """Return the tables of the parts of entries."""
    unused = unused_kinds(settings)
    return tuple(_without(table, unused) for table in PART_TABLES)


def tables_in_use(settings: Settings) -> tuple[Table, ...]:
    """Return all tables of a strategy, in order."""
    return (*kind_tables_in_use(settings), *part_tables_in_use(settings))


def _without(table: Table, unused: frozenset[str]) -> Table:
    """Return the table without the columns that could only lead to kinds that are switched off."""
    kept = [not column.targets or not unused.issuperset(column.targets) for column in table.columns]
    if all(kept):
        return table

    def rows(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
        return (tuple(compress(row, kept)) for row in table.rows(graph, address))

    return replace(table, columns=tuple(compress(table.columns, kept)), rows=rows)
