"""The strategy as flat tables: one for each kind of entry, with a row per entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic.fields import FieldInfo

from living_strategy.graph import Graph
from living_strategy.model import KINDS, Entry
from living_strategy.model.help import field_help
from living_strategy.model.trait import Trait
from living_strategy.model.types import models_in
from living_strategy.model.values import Period, Retirement

Cell = str | int | Decimal | None
AddressOf = Callable[[Entry], str]

_FIRST = ("id", "title", "number", "summary")
_LAST = ("as_of", "reviewed", "note", "retired", "aliases")
# The text of the page is too long for a cell; sources are counted instead of listed.
_LEFT_OUT = ("description", "sources")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `label` and `help` are message ids."""

    name: str
    label: str
    help: str = ""


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
    """The entries of a kind by id."""
    return sorted(graph.of_kind(kind), key=lambda entry: entry.id)


def kind_table(kind: type[Entry]) -> Table:
    """The table of a kind: its plain fields, then where its page is and how many sources it has.

    Lists of plain values are joined by "; ". Fields that hold more than that have a table of
    their own or stand in the catalogue alone.
    """
    columns = tuple(_columns(kind))
    # One call fetches the whole row: tens of thousands of rows are written in every build.
    fetch = attrgetter(*(path for path, _ in columns))

    def rows(graph: Graph, address: AddressOf) -> Iterator[tuple[Cell, ...]]:
        for entry in in_order(graph, kind):
            own = ["; ".join(value) if type(value) is tuple else value
                   for value in fetch(_Parts(entry))]
            yield (*own, address(entry), len(entry.sources))

    return Table(kind.kind, kind.labels, (*(column for _, column in columns), *ADDED), rows)


@cache
def kind_tables() -> tuple[Table, ...]:
    """The table of every kind."""
    return tuple(kind_table(kind) for kind in KINDS)


_Value = Callable[[Entry], Cell]


def _fields(kind: type[Entry]) -> list[tuple[Column, _Value]]:
    names = [name for name in kind.model_fields if name not in (*_FIRST, *_LAST, *_LEFT_OUT)]
    return [
        column for name in (*_FIRST, *names, *_LAST)
        for column in _columns(kind, name, kind.model_fields[name])
    ]


def _columns(kind: type[Entry], name: str, field: FieldInfo) -> list[tuple[Column, _Value]]:
    inner = next(models_in(field.annotation), None)
    if inner in (Period, Retirement):
        return [
            (Column(f"{name}_{part}", label, help_), _part(name, part))
            for part, label, help_ in _described(inner)
        ]
    if inner:
        return []
    label, help_ = next((label, help_) for one, label, help_ in _described(kind) if one == name)
    read = attrgetter(name)
    joined = (lambda entry: "; ".join(read(entry))) if field.default == () else read
    return [(Column(name, label, help_), joined)]


def _part(name: str, part: str) -> _Value:
    def value(entry: Entry) -> Cell:
        whole = getattr(entry, name)
        return getattr(whole, part) if whole else None  # type: ignore[no-any-return]

    return value


def _described(model: Any) -> Iterator[tuple[str, str, str]]:
    """Name, label and help of every field."""
    texts = field_help(model)
    for name, field in model.model_fields.items():
        label = next(mark.label for mark in field.metadata if isinstance(mark, Trait))
        yield name, label, texts.get(name, "")
