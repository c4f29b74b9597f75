"""Changes that followed each other in one entry, as what they came to together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.event import Event, Nature
from living_strategy.history.renamed import joined_links
from living_strategy.history.weights import heavier

_VALUES = (Operation.SET, Operation.WORDED)
_COMING = (Operation.ADDED, Operation.LINKED)
_GOING = (Operation.REMOVED, Operation.UNLINKED)
_BORN = (Nature.NEW, Nature.RETURNED)
_GONE = (Nature.REMOVED, Nature.MERGED)


def net_changes(events: Iterable[Event], aliases: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return the changes of one entry, oldest first, without what went there and back. A field
    that changed more than once has one change, from its first value to its last. `aliases` lead
    from earlier ids to those of today.
    """
    net: list[FieldChange] = []
    for event in events:
        for change in event.changes:
            if change.is_told and change.operation is not Operation.REORDERED:
                _add(net, change)
    # A link to the earlier id may have gone after the one to the new id came.
    net.sort(key=lambda change: change.operation is not Operation.UNLINKED)
    return joined_links(net, aliases)


def _add(net: list[FieldChange], change: FieldChange) -> None:
    for index, earlier in enumerate(net):
        if earlier.path != change.path:
            continue
        if earlier.operation in _VALUES and change.operation in _VALUES:
            net[index : index + 1] = _joined(earlier, change)
            return
        if _is_undone(earlier, change):
            del net[index]
            return
    net.append(change)


def _joined(earlier: FieldChange, later: FieldChange) -> Iterator[FieldChange]:
    if earlier.old == later.new:
        return
    is_text = earlier.operation is later.operation is Operation.WORDED
    yield replace(
        later,
        operation=Operation.WORDED if is_text else Operation.SET,
        change=heavier(earlier.change, later.change),
        old=earlier.old,
        slips=(),
        correction=earlier.correction and later.correction,
    )


def _is_undone(earlier: FieldChange, later: FieldChange) -> bool:
    if earlier.operation in _COMING and later.operation in _GOING:
        return earlier.new == later.old
    return earlier.operation in _GOING and later.operation in _COMING and earlier.old == later.new


def net_natures(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events of one entry that are more than changes of fields, without the coming of
    what went again and the going of what came again.
    """
    net: list[Event] = []
    for event in events:
        if event.nature in (Nature.CHANGED, Nature.FOUNDED):
            continue
        before = net[-1].nature if net else None
        is_undone = (before in _BORN and event.nature in _GONE) or (
            before in _GONE and event.nature is Nature.RETURNED
        )
        if is_undone:
            net.pop()
        else:
            net.append(event)
    return tuple(net)
