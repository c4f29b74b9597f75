"""Classes of changes by their weight."""

from __future__ import annotations

from living_strategy.model.trait import Change

_WEIGHTS = {weight: index for index, weight in enumerate(Change)}
_HEAVIEST = next(iter(Change))


def lighter(first: Change, second: Change) -> Change:
    """Return the class that weighs less."""
    if first is second or second is _HEAVIEST:
        return first
    return second if first is _HEAVIEST else max(first, second, key=_WEIGHTS.__getitem__)


def heavier(first: Change, second: Change) -> Change:
    """Return the class that weighs more."""
    return min(first, second, key=_WEIGHTS.__getitem__)
