"""What is written, made to say other data: what says the same keeps its place and its comments.

A comment is never lost: those of a part that goes stand above the key or item that held it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from living_strategy.editing.written import Collection, Member, Scalar, Value


def fit(root: Collection, data: dict[str, Any]) -> None:
    """Let the outermost mapping of a text say these data."""
    _fit_mapping(root, data)


def said(value: Value) -> Any:
    """Return the data that are written."""
    if isinstance(value, Scalar):
        return value.text
    if value.is_mapping:
        return {member.key or "": said(member.value) for member in value.members}
    return [said(member.value) for member in value.members]


def _fit(old: Value, data: Any) -> tuple[Value, list[str]]:
    """Return what says the data, and the comments that have no place in it."""
    if said(old) == data:
        return old, []
    if isinstance(old, Collection) and old.is_mapping and isinstance(data, dict):
        _fit_mapping(old, data)
        return old, []
    if isinstance(old, Collection) and not old.is_mapping and isinstance(data, list):
        return old, _fit_list(old, data)
    return _new(data), list(_comments(old))


def _new(data: Any) -> Value:
    if isinstance(data, dict):
        members = [_member(key, _new(value)) for key, value in data.items()]
        return Collection(is_mapping=True, members=members)
    if isinstance(data, Sequence) and not isinstance(data, str):
        return Collection(is_mapping=False, members=[_member(None, _new(item)) for item in data])
    return Scalar(data)


def _member(key: str | None, value: Value) -> Member:
    return Member(key, value, 0, 0, 0)


def _fit_mapping(mapping: Collection, data: dict[str, Any]) -> None:
    """Fit a mapping, which has a place for all comments: a key with some that goes keeps its own,
    without a value.
    """
    members: list[Member] = []
    left = dict(data)
    for member in mapping.members:
        key = member.key or ""
        is_empty = isinstance(member.value, Scalar) and member.value.text is None
        if key in left or member.is_commented:
            _refill(member, left.pop(key, None))
        elif not is_empty:
            continue
        members.append(member)
    members += [_member(key, _new(value)) for key, value in left.items()]
    mapping.members = members


def _fit_list(items: Collection, data: list[Any]) -> list[str]:
    """Fit a list: each item stays that says what it did, or that stands where another does."""
    left = list(items.members)
    members: list[Member | None] = []
    for value in data:
        same = next((member for member in left if said(member.value) == value), None)
        members.append(same)
        if same:
            left.remove(same)
    changed = iter([member for member in left if len(data) == len(items.members)])
    fitted: list[Member] = []
    for member, value in zip(members, data, strict=True):
        member = member or next(changed, None)
        if member is None:
            member = _member(None, _new(value))
        else:
            _refill(member, value)
        fitted.append(member)
    gone = [member for member in left if not any(member is kept for kept in fitted)]
    items.members = fitted
    return [comment for member in gone for comment in _comments_of(member)]


def _refill(member: Member, data: Any) -> None:
    member.value, lost = _fit(member.value, data)
    member.before += lost


def _comments_of(member: Member) -> Iterator[str]:
    yield from filter(None, member.before)
    if member.behind:
        yield member.behind
    yield from filter(None, member.inner)
    yield from _comments(member.value)


def _comments(value: Value) -> Iterator[str]:
    if isinstance(value, Collection):
        for member in value.members:
            yield from _comments_of(member)
        yield from filter(None, value.last)
