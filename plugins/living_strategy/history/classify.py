"""What an editor says of the weight of a change, in the trailer `Change:` of a commit."""

from __future__ import annotations

from dataclasses import replace

from living_strategy.history.change import FieldChange
from living_strategy.model.trait import Change

_WEIGHTS = {weight: index for index, weight in enumerate(Change)}


def overruled(change: FieldChange, trailer: Change) -> FieldChange:
    """Return a change with the weight that an editor gave it.

    It may be made heavier, and a clarification may be made editorial. Substance is never hidden:
    what an editor calls lighter is told as a correction, with both values.
    """
    if _WEIGHTS[trailer] <= _WEIGHTS[change.change]:
        return replace(change, change=trailer)
    if change.change is Change.SUBSTANTIVE:
        return replace(change, correction=True)
    return replace(change, change=trailer, slips=())
