"""The strategy as flat tables: one for each kind of entry, with a row per entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from living_strategy.content.graph import Graph
from living_strategy.model import KINDS, Entry
from living_strategy.model.help import field_help
from living_strategy.model.trait import Trait
from living_strategy.model.types import classes_in, models_in
from living_strategy.model.values import Period, Retirement

Cell = str | int | Decimal | tuple[str, ...] | None
AddressOf = Callable[[Entry], str]

_FIRST = ("id", "title", "number", "summary")
_LAST = ("as_of", "reviewed", "note", "retired", "aliases")
# The text of the page is too long for a cell; sources are counted instead of listed.
_LEFT_OUT = ("description", "sources")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `label` and `help` are message ids. `targets` are the kinds of entries
    that it has ids of, if it has any; `vocabulary` is what its values are chosen from.
    """

    name: str
    label: str
    help: str = ""
    targets: tuple[str, ...] = ()
    vocabulary: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to publish. `title` is a message id; `rows` come in the order of ids."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Graph, AddressOf], Iterator[tuple[Cell, ...]]]


ADDED = (
    Column("address", label="Address", help="Where its page is, below the address of the site."),
    Column("source_count", label="Number of sources", help="How many sources the entry names."),
)


def in_order(graph: Graph, kind: type[Entry]) -> list[Any]:
    """Return the entries of a kind by id."""
    return sorted(graph.of_kind(kind), key=lambda entry: entry.id)


def kind_table(kind: type[Entry]) -> Table:
    """Return the table of a kind: plain fields, address of the page, number of sources.

    Lists of plain values are one cell. Fields that hold more than that have a table of their own or
    stand in the catalogue alone.
    """
    fields = {name: columns for name in _names(kind) if (columns := _columns(kind, name))}
    # One call fetches a whole row: tens of thousands of rows are written in every build.
    fetch = attrgetter(*fields)
    parts = tuple(
        tuple(column.name.removeprefix(f"{name}_") for column in columns)
        if columns[0].name != name
        else ()
        for name, columns in fields.items()
    )

    def rows(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
        for entry in in_order(graph, kind):
            yield (*_cells(fetch(entry), parts), address(entry), len(entry.sources))

    columns = tuple(column for group in fields.values() for column in group)
    return Table(kind.kind, kind.labels, (*columns, *ADDED), rows)


def _cells(values: tuple[Any, ...], parts: tuple[tuple[str, ...], ...]) -> Iterator[Cell]:
    for value, names in zip(values, parts, strict=True):
        if names:
            for name in names:
                yield getattr(value, name) if value else None
        else:
            yield value


@cache
def kind_tables() -> tuple[Table, ...]:
    """Return the table of every kind."""
    return tuple(kind_table(kind) for kind in KINDS)


def _names(kind: type[Entry]) -> tuple[str, ...]:
    placed = (*_FIRST, *_LAST, *_LEFT_OUT)
    return (*_FIRST, *(name for name in kind.model_fields if name not in placed), *_LAST)


def _columns(kind: type[Entry], name: str) -> tuple[Column, ...]:
    """Return the columns of a field: itself, or its parts when it is a period or a retirement."""
    inner = next(models_in(kind.model_fields[name].annotation), None)
    if inner is None:
        return (_column(kind, name, name),)
    if inner in (Period, Retirement):
        return tuple(_column(inner, part, f"{name}_{part}") for part in inner.model_fields)
    return ()


def _column(model: type[BaseModel], name: str, heading: str) -> Column:
    marks = model.model_fields[name].metadata
    trait = next(mark for mark in marks if isinstance(mark, Trait))
    targets = tuple(trait.relation.targets) if trait.relation else ()
    classes = classes_in(model.model_fields[name].annotation)
    vocabulary = next((kind for kind in classes if issubclass(kind, StrEnum)), None)
    return Column(heading, trait.label, field_help(model).get(name, ""), targets, vocabulary)
