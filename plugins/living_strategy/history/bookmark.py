"""Where the reading of a history stopped, and what is needed to go on from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from living_strategy.history.delta import EntryKey
from living_strategy.history.event import NO_HISTORY, History

Content: TypeAlias = tuple[str, str]
"""Path and name of content of a version of a file."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a walk knows after the last revision, and the history does not say.

    `revisions` are their names and `seconds` their clocks, oldest first. `lineages` has the number
    of the entry of each event, `keys` the last kind and id by that number, and `living` the number
    of each kind and id in use. `homes` tell where an entry stands or stood, `readable` has the last
    version of each file that could be read, `files` the number of the revision that changed it.
    """

    revisions: tuple[str, ...] = ()
    seconds: tuple[int, ...] = ()
    lineages: tuple[int, ...] = ()
    keys: tuple[EntryKey, ...] = ()
    living: tuple[tuple[EntryKey, int], ...] = ()
    removed: tuple[EntryKey, ...] = ()
    homes: tuple[tuple[EntryKey, Content], ...] = ()
    readable: tuple[tuple[str, Content], ...] = ()
    files: tuple[tuple[str, int], ...] = ()


class Reading(NamedTuple):
    """A history, and where the reading of it stopped."""

    history: History
    bookmark: Bookmark


NOTHING_READ = Reading(NO_HISTORY, Bookmark())
