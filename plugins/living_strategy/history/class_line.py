"""A line such as `Change: editorial` in the message of a commit: what it says, or is meant to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from living_strategy.history.slips import distance
from living_strategy.model.trait import Change

KEY = "Change"
_CLASSES = tuple(change.value for change in Change)
# As many digits of the name of a commit as git takes for one, or more.
_COMMIT = re.compile(r"[0-9a-f]{7,64}")
# How many letters may be wrong in a word that is still known for what it should be.
_MAX_WRONG = 2


class Given(NamedTuple):
    """A class that an editor gave. It is of another commit than the one whose message says so, if
    the name of one stands behind it: the class of a commit that is published already.
    """

    change: str
    commit: str = ""


class Misspelt(NamedTuple):
    """A line that says nothing, with what was probably meant."""

    near: str = ""


def read_line(key: str, value: str) -> Given | Misspelt | None:
    """Return what a trailer says of the class of a change; None for one that is about something
    else.
    """
    name, *rest = value.lower().split() or [""]
    is_key = key.lower() == KEY.lower()
    behind = " ".join(rest)
    if is_key and name in _CLASSES and (not behind or _COMMIT.fullmatch(behind)):
        return Given(name, behind)
    change = _nearest(name, _CLASSES)
    if not is_key and not (change and _nearest(key.lower(), [KEY.lower()])):
        return None
    of_commit = f" {behind}" if _COMMIT.fullmatch(behind) else ""
    return Misspelt(f"{KEY}: {change}{of_commit}" if change else "")


def _nearest(word: str, words: Iterable[str]) -> str:
    """Return the word that this one is meant to be, if it can be told."""
    wrong, nearest = min((distance(word, other, _MAX_WRONG), other) for other in words)
    return nearest if wrong <= _MAX_WRONG else ""
