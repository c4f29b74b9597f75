"""Links that only follow an entry to its new id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from living_strategy.history.change import FieldChange, Operation
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
