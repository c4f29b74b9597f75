"""Fields of an entry set to other values, in the text of the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from living_strategy.content.source_file import field_name
from living_strategy.content.validate import id_from, validate
from living_strategy.content.yaml.yaml_reader import KeyPath, read_yaml
from living_strategy.diagnostics import Diagnostic
from living_strategy.editing.assignment import Assignment, Item, Misread, Misreading, Operation
from living_strategy.editing.canonical import Left, canonical
from living_strategy.editing.data import at, placed
from living_strategy.editing.file_parts import source_of, with_body
from living_strategy.model import Area, Entry
from living_strategy.model.own_value import NO_LISTS, OwnLists

# By what an item of a list is known.
_NAMES = ("id", "title", "name", "year", "date")
_BODY = ("description",)


@dataclass(frozen=True, slots=True)
class Target:
    """The entry in a file that is meant: its model, its id, and the keys that lead to it. An entry
    that is not there yet is added at the end of its register, or to the areas.
    """

    path: str
    model: type[BaseModel]
    id: str = ""
    base: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file with other values, in canonical form; as it was, if anything is wrong.

    `faults` are the mistakes in the entry that it did not have before, placed in the text as it
    would be. `misread` are assignments that cannot be carried out; `left` says why the file cannot
    be written.
    """

    content: bytes
    faults: tuple[Diagnostic, ...] = ()
    misread: tuple[Misread, ...] = ()
    left: Left | None = None


def set_fields(
    content: bytes,
    target: Target,
    assignments: Sequence[Assignment],
    lists: OwnLists = NO_LISTS,
) -> Outcome:
    """Return the content of a file with fields of one entry set, all of them or none.

    Assignments are carried out in their order. The text of the page of an item, which stands below
    its front matter, is its field `description`. `lists` are those that the strategy has of its
    own. Only the entry itself is looked at: what else follows, such as a link that leads nowhere,
    is for the check to say.
    """
    misread: list[Misread] = []
    bodies = [assigned for assigned in assignments if _is_body(assigned, target)]

    def change(data: dict[str, Any]) -> dict[str, Any]:
        for assigned in assignments:
            if assigned not in bodies:
                result = _assigned(data, target.base, assigned)
                if isinstance(result, Misread):
                    misread.append(result)
                else:
                    data = result
        return data

    result = canonical(target.path, content, change)
    source = source_of(target.path, result.content)
    if misread or result.left or source is None:
        return Outcome(content, (), tuple(misread), result.left)
    new = result.content
    for assigned in bodies:
        new = with_body(new, source, assigned.value or "")
    known = {_key(fault) for fault in _faults(content, target, lists)}
    faults = tuple(fault for fault in _faults(new, target, lists) if _key(fault) not in known)
    return Outcome(content if faults else new, faults)


def _is_body(assigned: Assignment, target: Target) -> bool:
    return target.path.endswith(".md") and assigned.path == _BODY


def _assigned(
    data: dict[str, Any], base: KeyPath, assigned: Assignment
) -> dict[str, Any] | Misread:
    path = _resolved(data, base, assigned)
    if isinstance(path, Misread):
        return path
    value = assigned.value
    there = at(data, path)
    items = there if isinstance(there, list) else []
    if assigned.operation is Operation.ADD:
        value = items + [item for item in value if item not in items]
    elif assigned.operation is Operation.REMOVE:
        if misread := _missing(items, value, field_name(path[len(base) :])):
            return misread
        value = [item for item in items if item not in value]
    changed: dict[str, Any] = placed(data, path, value)
    return changed


def _missing(items: list[Any], values: list[Any], field: str) -> Misread | None:
    """Return the first value that cannot be taken from a list, for it is not in it."""
    known = tuple(_name(item, number) for number, item in enumerate(items))
    if not known:
        return Misread(field, Misreading.NO_SUCH_ITEM)
    names = (_name(value, place) for place, value in enumerate(values) if value not in items)
    name = next(names, None)
    return None if name is None else Misread(name, Misreading.NOT_THERE, known)


def _resolved(data: Any, base: KeyPath, assigned: Assignment) -> KeyPath | Misread:
    """Return the path with the places of its items."""
    path = base
    for step in assigned.path:
        there = at(data, path)
        if isinstance(step, int) or (isinstance(step, str) and not isinstance(there, list)):
            path = (*path, step)
        else:
            items = there if isinstance(there, list) else []
            place = _place(items, step.name) if isinstance(step, Item) else None
            if place is None:
                name = field_name(path[len(base) :])
                known = tuple(_name(item, number) for number, item in enumerate(items))
                return Misread(name, Misreading.NO_SUCH_ITEM, known)
            path = (*path, place)
    return path


def _place(items: list[Any], name: str) -> int | None:
    """Return the place of the only item that has a name, or that a number stands for."""
    places = [number for number, item in enumerate(items) if name in _names(item)]
    if not places and name.isdecimal() and int(name) < len(items):
        return int(name)
    return places[0] if len(places) == 1 else None


def _names(item: Any) -> Iterator[str]:
    if not isinstance(item, dict):
        yield str(item)
        return
    for key in _NAMES:
        if isinstance(text := item.get(key), str):
            yield from (id_from(text), text)


def _name(item: Any, number: int) -> str:
    """Return the first name of an item that can be written in brackets; else its place."""
    names = (name for name in _names(item) if name and not set(name) & set(" []=.,"))
    return next(names, str(number))


def _faults(content: bytes, target: Target, lists: OwnLists) -> list[Diagnostic]:
    source = source_of(target.path, content)
    data = at(read_yaml(source.yaml).data, target.base) if source else None
    if source is None or not isinstance(data, dict):
        return []
    if issubclass(target.model, Entry) and target.model is not Area:
        data = {"id": target.id} | data
    return validate(target.model, data, source, target.base, target.id, lists)[1]


def _key(fault: Diagnostic) -> tuple[object, ...]:
    return fault.code, fault.location.field, tuple(fault.params.items())
