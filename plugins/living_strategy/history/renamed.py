"""Links and mentions that only follow an entry to its new id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from living_strategy.content.markdown.prose import mentioning
from living_strategy.history.change import FieldChange, Operation, Plain
from living_strategy.history.delta import Fields
from living_strategy.model.trait import Change


def joined_links(
    changes: Sequence[FieldChange], aliases: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """Make one editorial change of a link that went and one that came, where both lead to the same
    entry: it has a new id, and `aliases` leads from the earlier one to it.
    """
    joined: list[FieldChange] = []
    partners: set[int] = set()
    for index, change in enumerate(changes):
        if index in partners:
            continue
        if change.operation is Operation.UNLINKED:
            partner = _partner(changes, index, partners, aliases)
            if partner is not None:
                partners.add(partner)
                change = replace(
                    change,
                    operation=Operation.SET,
                    change=Change.EDITORIAL,
                    new=changes[partner].new,
                    position=None,
                )
        joined.append(change)
    return tuple(joined)


def under_new_ids(fields: Fields, now: Fields, ids: Mapping[str, str]) -> Fields:
    """Return the fields of an entry with other ids in links, parts of links, and mentions, where
    they are not the same `now`: a word may look like an id.
    """
    return {
        name: value if name in now and now[name] == value else _under_new_ids(value, ids)
        for name, value in fields.items()
    }


def _under_new_ids(value: Plain, ids: Mapping[str, str]) -> Plain:
    if isinstance(value, dict):
        return {key: _under_new_ids(part, ids) for key, part in value.items()}
    if isinstance(value, list):
        return [_under_new_ids(part, ids) for part in value]
    if not isinstance(value, str):
        return value
    name, slash, part = value.partition("/")
    value = f"{ids.get(name, name)}{slash}{part}"
    if "[[" in value:
        for old, new in ids.items():
            value = mentioning(value, old, new)
    return value


def _partner(
    changes: Sequence[FieldChange], index: int, taken: set[int], aliases: Mapping[str, str]
) -> int | None:
    """Return the position of the link that leads to the same entry, in the same field."""
    target = _entry(changes[index].old, aliases)
    for position, change in enumerate(changes):
        if position in taken or change.path != changes[index].path:
            continue
        if change.operation is Operation.LINKED and _entry(change.new, aliases) == target:
            return position
    return None


def _entry(target: object, aliases: Mapping[str, str]) -> object:
    return aliases.get(target, target) if isinstance(target, str) else target
