"""Makes the last version of an entry from its first and its changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from pydantic import BaseModel

from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.fields import FieldPlan, field_plans, ignored_keys
from living_strategy.history.pairing import part_names
from living_strategy.history.values import is_empty, key_of, listed


def replay(
    model: type[BaseModel], first: Mapping[str, Plain], changes: Sequence[FieldChange]
) -> dict[str, Plain]:
    """Return the version that the changes lead to."""
    return _mapping(model, first, changes, 0)


def _mapping(
    model: type[BaseModel], first: Mapping[str, Plain], changes: Sequence[FieldChange], depth: int
) -> dict[str, Plain]:
    result: dict[str, Plain] = dict(first)
    groups = [
        (name, list(group))
        for name, group in groupby(changes, key=lambda change: change.path[depth])
    ]
    # What belongs to one field stands together.
    assert len({name for name, _ in groups}) == len(groups)
    for name, of_field in groups:
        plan = field_plans(model).get(name)
        before = first.get(name)
        if plan is None:
            (change,) = of_field
            assert (change.operation, change.old) == (Operation.UNKNOWN, before)
            result[name] = change.new
        elif plan.is_list:
            result[name] = _list(
                plan, listed(None if is_empty(before) else before), of_field, depth
            )
        elif plan.part and len(of_field[0].path) > depth + 1:
            assert isinstance(before, Mapping)
            result[name] = _mapping(plan.part, before, of_field, depth + 1)
        else:
            assert of_field[0].old in (None, plan.default if is_empty(before) else before)
            result[name] = of_field[-1].new
    return result


def _list(
    plan: FieldPlan, elements: Sequence[Plain], changes: Sequence[FieldChange], depth: int
) -> list[Plain]:
    names = part_names(plan, elements)
    by_name: dict[str, Plain] = dict(zip(names, elements, strict=True))
    assert len(by_name) == len(elements)
    inner = [change for change in changes if len(change.path) > depth + 1]
    own = [change for change in changes if len(change.path) == depth + 1]
    for name, group in groupby(inner, key=lambda change: change.path[depth + 1]):
        of_part = list(group)
        part = by_name[name]
        if isinstance(part, Mapping) and plan.part:
            by_name[name] = _mapping(plan.part, part, of_part, depth + 2)
        else:
            (change,) = of_part
            assert (change.operation, change.old) == (Operation.WORDED, part)
            by_name[name] = change.new
    order = list(names)
    for change in own:
        if change.operation in (Operation.REMOVED, Operation.UNLINKED):
            assert change.position is not None
            assert elements[change.position] == change.old
            order.remove(names[change.position])
    for change in own:
        if change.operation is Operation.REORDERED:
            assert change.old == order
            assert isinstance(change.new, list)
            order = [str(name) for name in change.new]
    result = [by_name[name] for name in order]
    for change in own:
        if change.operation in (Operation.ADDED, Operation.LINKED):
            assert change.position is not None
            result.insert(change.position, change.new)
    return result


def normalised(model: type[BaseModel], version: Mapping[str, Plain]) -> dict[str, Any]:
    """Return a version without what says nothing: empty fields, white space, zeros, defaults."""
    result: dict[str, Any] = {}
    for name, value in version.items():
        plan = field_plans(model).get(name)
        if is_empty(value) or name in ignored_keys(model):
            continue
        if plan is None:
            result[name] = value
        elif plan.is_list:
            result[name] = [_value(plan, element) for element in listed(value)]
        else:
            result[name] = _value(plan, value)
        if plan and not plan.is_list and result[name] == plan.default:
            del result[name]
    return {name: value for name, value in result.items() if not is_empty(value)}


def _value(plan: FieldPlan, value: Plain) -> Any:
    if plan.part and isinstance(value, Mapping):
        return normalised(plan.part, value)
    return key_of(plan, value)
