"""Classes of changes by their weight."""

from __future__ import annotations

from living_strategy.model.trait import Change

_WEIGHTS = {weight: index for index, weight in enumerate(Change)}


def lighter(first: Change, second: Change) -> Change:
    """Return the class that weighs less."""
    return max(first, second, key=_WEIGHTS.__getitem__)


def heavier(first: Change, second: Change) -> Change:
    """Return the class that weighs more."""
    return min(first, second, key=_WEIGHTS.__getitem__)
