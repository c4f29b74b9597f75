"""What somebody wants a field to be, as it is written: `status=completed`, `goals+=apne-data`.

Fields of a part follow its field behind a point, `period.end=2027`. An item of a list stands in
brackets: `milestones[arkiv].done=2026-11`. It is named by its id, its title in the form of an id,
its year or date, or its place in the list, the first of which is 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel

from living_strategy.content.field_types import has_form, is_list, model_at, types_at
from living_strategy.content.yaml.yaml_reader import KeyPath, read_yaml

_WRITTEN = re.compile(r"(?P<path>[^=]*?)(?P<sign>[+-]?)=(?P<value>.*)", re.DOTALL)
_STEP = re.compile(r"(?:\A|\.)(?P<name>[^.\[\]\s]+)|\[(?P<item>[^\[\]]+)\]")


class Operation(Enum):
    """What is done with the value; the second and third are for lists only."""

    SET = "="
    ADD = "+="
    REMOVE = "-="


class Misreading(Enum):
    """Why an assignment cannot be carried out. What is said about it is for the adapters."""

    NO_ASSIGNMENT = "no-assignment"
    NO_VALUE = "no-value"
    NO_LIST = "no-list"
    NO_SUCH_ITEM = "no-such-item"
    NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True)
class Item:
    """Names an item of a list in a path."""

    name: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """A field, and what it should be. `path` has names of fields, names of items, and places in
    lists. `value` is text, or lists and mappings of texts; None empties the field.
    """

    path: tuple[str | int | Item, ...]
    value: Any
    operation: Operation = Operation.SET

    @property
    def keys(self) -> KeyPath:
        """The names of the fields, without items."""
        return tuple(step for step in self.path if isinstance(step, str))


@dataclass(frozen=True, slots=True)
class Misread:
    """An assignment that cannot be carried out. `known` are the names of the items there are."""

    written: str
    reason: Misreading
    known: tuple[str, ...] = ()


def assignment(written: str, model: type[BaseModel]) -> Assignment | Misread:
    """Read an assignment to a field of a model. What the value must be like is not asked here, nor
    whether there is such a field.
    """
    match = _WRITTEN.fullmatch(written)
    path = _path(match["path"].strip()) if match else None
    if match is None or path is None:
        return Misread(written, Misreading.NO_ASSIGNMENT)
    operation = Operation(f"{match['sign']}=")
    names = Assignment(path, None).keys
    ends_in_item = isinstance(path[-1], Item)
    lists = is_list(model, names) and not ends_in_item
    if operation is not Operation.SET and not lists and types_at(model, names):
        return Misread(written, Misreading.NO_LIST)
    text = match["value"].strip()
    if not text:
        is_empty = operation is Operation.SET
        return Assignment(path, None) if is_empty else Misread(written, Misreading.NO_VALUE)
    value = _value(text, model, names, lists)
    return (
        Misread(written, Misreading.NO_VALUE)
        if value is None
        else Assignment(path, value, operation)
    )


def _path(text: str) -> tuple[str | int | Item, ...] | None:
    path: list[str | int | Item] = []
    end = 0
    while end < len(text):
        step = _STEP.match(text, end)
        if step is None or (not path and not step["name"]):
            return None
        path.append(step["name"] or Item(step["item"].strip()))
        end = step.end()
    return tuple(path) or None


def _value(text: str, model: type[BaseModel], names: KeyPath, lists: bool) -> Any:
    """Return the data that a text stands for; None if it cannot be read. Parts, and lists in
    brackets, are written as in a file.
    """
    is_part = model_at(model, names) is not None
    if is_part or (lists and text.startswith("[")):
        tree = read_yaml(f"value: {text}")
        value = tree.data.get("value") if isinstance(tree.data, dict) else None
        if tree.problems or value is None:
            return None
    elif lists and has_form(model, names):
        value = [part.strip() for part in text.split(",") if part.strip()] or None
    else:
        value = text
    return [value] if lists and not isinstance(value, list) and value is not None else value
