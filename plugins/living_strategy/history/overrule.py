"""What an editor says of a change: the class in a trailer such as `Change: editorial`."""

from __future__ import annotations

from dataclasses import replace

from living_strategy.history.change import FieldChange, Operation
from living_strategy.model.trait import Change


def overrule(change: FieldChange, told: Change) -> FieldChange:
    """Return a change with the class that an editor gave it.

    Every class may be raised, and a clarification lowered. Substance cannot be hidden: what an
    editor calls less is told as a correction, with the old and the new value.
    """
    if change.operation is Operation.UNKNOWN:
        return change
    if change.change is Change.SUBSTANTIVE and told is not change.change:
        return replace(change, change=Change.CLARIFICATION, correction=True)
    # The editor has decided, so no vocabulary needs to be asked.
    return replace(change, change=told, slips=())
