"""Which sheets a workbook to edit in has, and their columns: read from the models.

A kind has a sheet with one row an entry. What an entry has at most one of, such as a period, has
columns there. A list of parts, such as costs, has a sheet of its own with one row a part, for all
kinds that have it; a list inside a part, such as the values of an indicator, likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, StrEnum, auto
from typing import Any

from pydantic import BaseModel, StringConstraints

from living_strategy.forms.fields import FormField, form_fields
from living_strategy.language import Language
from living_strategy.model import Entry
from living_strategy.model.types import marks_in
from living_strategy.model.values import Money
from living_strategy.partial_date import PartialDate

# Commands that do more than set them are for these.
_LEFT_OUT = frozenset(("id", "aliases"))
_NAMING = ("title", "summary")


class Form(Enum):
    """What a cell holds. Of a list, each value stands on a line of its own."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    CHOICE = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `path` leads to the field from the entry, or from the part that the row is of.

    `labels` are message ids, those of the fields on the path. `targets` are the kinds that may be
    chosen from; `takes_names` whether something may stand there that is no entry.
    """

    path: tuple[str, ...]
    form: Form
    labels: tuple[str, ...]
    help: str = ""
    is_list: bool = False
    is_required: bool = False
    is_money: bool = False
    is_quoted: bool = False
    choices: type[StrEnum] | None = None
    targets: tuple[str, ...] = ()
    takes_names: bool = False

    @property
    def key(self) -> str:
        """The name by which the column is found again, wherever it stands."""
        return ".".join(self.path)

    def heading(self, language: Language) -> str:
        """Return what stands above it."""
        return ": ".join(language.text(label) for label in self.labels)

    def explanation(self, language: Language) -> str:
        """Return what an editor should know."""
        if self.choices:
            words = ", ".join(language.term(value) for value in language.choices(self.choices))
            about = language.text("Choose from: {choices}").format(choices=words)
        else:
            about = " ".join(language.text(self.help).split())
        return f"{about} {language.text('One a line.')}" if self.is_list else about


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet. `kinds` are the kinds whose entries it is about; `path` leads to the list whose
    parts it has, and is empty where a row is an entry.
    """

    key: str
    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    kinds: tuple[type[Entry], ...]
    path: tuple[str, ...] = ()

    @property
    def is_of_entries(self) -> bool:
        """Whether a row is an entry."""
        return not self.path

    @property
    def kind(self) -> str:
        """The kind of the entries that are rows here."""
        return self.kinds[0].kind

    @property
    def is_nested(self) -> bool:
        """Whether a row is a part of a part."""
        return len(self.path) > 1

    def name(self, language: Language) -> str:
        """Return the name of the sheet, as long as it may be."""
        return " – ".join(language.text(label) for label in self.labels)


@dataclass(frozen=True, slots=True)
class _List:
    """A list of parts that some kinds have."""

    path: tuple[str, ...]
    labels: tuple[str, ...]
    part: type[BaseModel]


def tables(kinds: Iterable[type[Entry]]) -> tuple[Table, ...]:
    """Return all sheets: those of the kinds, then those of their lists."""
    kinds = tuple(kinds)
    lists: dict[_List, list[type[Entry]]] = {}
    for kind in kinds:
        for found in _lists(kind, (), ()):
            lists.setdefault(found, []).append(kind)
    of_kinds = [Table(kind.kind, (kind.labels,), _of_kind(kind), (kind,)) for kind in kinds]
    taken = {kind.labels for kind in kinds}
    return (*of_kinds, *(_of_list(found, tuple(having), taken) for found, having in lists.items()))


def _of_kind(kind: type[Entry]) -> tuple[Column, ...]:
    """Return the columns of entries: what names them, what only their kind has, and the rest."""

    def order(column: Column) -> int:
        name = column.path[0]
        return 0 if name in _NAMING else 2 if name in Entry.model_fields else 1

    return tuple(sorted(_columns(kind, (), ()), key=order))


def _of_list(found: _List, kinds: tuple[type[Entry], ...], taken: set[str]) -> Table:
    """Return the sheet of a list. One that is called as a kind is named with the kind it is of."""
    labels = found.labels
    if len(labels) == 1 and labels[0] in taken:
        labels = (kinds[0].labels, *labels)
    columns = tuple(_columns(found.part, (), (), frozenset()))
    return Table("/".join(found.path), labels, columns, kinds, found.path)


def _lists(
    model: type[BaseModel], path: tuple[str, ...], labels: tuple[str, ...]
) -> Iterator[_List]:
    for field in form_fields(model):
        if field.part and field.is_list:
            inner, heading = (*path, field.name), (*labels, field.label)
            yield _List(inner, heading, field.part)
            yield from _lists(field.part, inner, heading)


def _columns(
    model: type[BaseModel],
    path: tuple[str, ...],
    labels: tuple[str, ...],
    left_out: frozenset[str] = _LEFT_OUT,
    may_be_missing: bool = False,
) -> Iterator[Column]:
    for field in form_fields(model):
        if field.name in left_out or (field.part and field.is_list):
            continue
        inner, heading = (*path, field.name), (*labels, field.label)
        if field.part:
            yield from _columns(field.part, inner, heading, frozenset(), not field.required)
        else:
            annotation = model.model_fields[field.name].annotation
            marks = (*model.model_fields[field.name].metadata, *marks_in(annotation))
            is_required = field.required and not may_be_missing
            yield _column(field, inner, heading, marks, is_required)


def _column(
    field: FormField,
    path: tuple[str, ...],
    labels: tuple[str, ...],
    marks: tuple[Any, ...],
    is_required: bool,
) -> Column:
    limits = [mark for mark in marks if isinstance(mark, StringConstraints)]
    return Column(
        path,
        _form(field),
        labels,
        field.help,
        field.is_list,
        is_required,
        any(mark is Money or isinstance(mark, Money) for mark in marks),
        '"' in field.example,
        field.choices,
        field.relation.targets if field.relation else (),
        not any(limit.pattern for limit in limits),
    )


def _form(field: FormField) -> Form:
    if field.relation:
        return Form.REFERENCE
    if field.choices:
        return Form.CHOICE
    if PartialDate in field.types:
        return Form.DATE
    return Form.NUMBER if {int, Decimal} & set(field.types) else Form.TEXT
