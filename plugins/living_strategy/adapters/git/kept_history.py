"""A history that was put together before, or from comparisons that were made before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from living_strategy.adapters.code_digest import COMPARISON, code_digest
from living_strategy.adapters.git.kept_pairs import KeptPairs
from living_strategy.adapters.git.lent_reading import lent_pairs
from living_strategy.adapters.process.messages import CopyFailedError
from living_strategy.adapters.storage.history_cache import HistoryCache
from living_strategy.content.loader import without_garbage_collection
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import go_on
from living_strategy.history.bookmark import NOTHING_READ, Reading
from living_strategy.history.event import History
from living_strategy.history.kept_changes import Made
from living_strategy.history.kept_reading import Aliases
from living_strategy.history.log import Log, LogGapError, Revision

_NOT_HERE = "file-unreadable"


class FurtherLog(Log, Protocol):
    """A log that can be asked for what is new."""

    def revisions(self, since: str = "") -> Iterator[Revision]:
        """Yield the revisions after `since`, as `Log` does.

        Raises:
            LookupError: `since` is not on the line before its tip, or what came later speaks of
                what was before it.
            LogGapError: see `Log`.
        """


def history_of(root: Path, log: FurtherLog, reader: VersionReader, aliases: Aliases) -> History:
    """Return the history up to the tip of a log, as `assemble` does, and keep it.

    A log that does not go back to the beginning is not kept: its tip does not say where it begins.

    Raises:
        LogGapError: the log cannot be read to its end.
    """
    cache = HistoryCache(root, code_digest(COMPARISON))
    is_whole = not log.reach.cut
    with without_garbage_collection():
        if is_whole and (known := _known(cache, log, reader, aliases)):
            return known
        reading, made = _read(cache, log, reader, aliases)
        if is_whole and _may_be_kept(reading):
            cache.store(reading, aliases, made)
    return reading.history


def _read(
    cache: HistoryCache, log: FurtherLog, reader: VersionReader, aliases: Aliases
) -> tuple[Reading, Mapping[str, Made]]:
    """Read the whole log, with a copy of this process if nothing is known and there is much to
    read, and return what was compared by its digest.
    """
    revisions = list(log.revisions())
    pages = cache.pages()
    lent = None if pages else lent_pairs(log, revisions, reader)
    if lent is not None:
        # What it could not do is done again here, where a fault shows itself.
        with suppress(CopyFailedError), lent:
            reading = go_on(NOTHING_READ, log, _handed_over(revisions), reader, lent, aliases)
            lent.finish()
            return reading, lent.made
        revisions = list(log.revisions())
    pairs = KeptPairs(pages)
    reading = go_on(NOTHING_READ, log, _handed_over(revisions), reader, pairs, aliases)
    return reading, pairs.made


def _handed_over(revisions: list[Revision]) -> Iterator[Revision]:
    """Yield revisions and hold none: whoever takes them lets go of them one by one."""
    revisions.reverse()
    while revisions:
        yield revisions.pop()


def _known(
    cache: HistoryCache, log: FurtherLog, reader: VersionReader, aliases: Aliases
) -> History | None:
    """Return the history as it was kept, or what is new after the newest one before it, or None
    without such a one.
    """
    tips = cache.tips()
    for tip in sorted(tips, key=lambda tip: tip != log.reach.tip):
        try:
            revisions = () if tip == log.reach.tip else tuple(log.revisions(tip))
        except (LookupError, LogGapError):
            # Another branch, or a history that was rewritten: its commits may be gone.
            continue
        kept = cache.load(tip)
        if kept is None or not kept.holds_with(aliases):
            continue
        if not revisions:
            return kept.reading.history
        # Few are new, and reading all comparisons that are kept takes longer than making those.
        pairs = KeptPairs()
        reading = go_on(kept.reading, log, revisions, reader, pairs, aliases)
        if _may_be_kept(reading):
            cache.store(reading, aliases, pairs.made)
            return reading.history
    return None


def _may_be_kept(reading: Reading) -> bool:
    """Whether all contents were here: what was not today may be tomorrow."""
    return not any(version.code == _NOT_HERE for version in reading.history.unread)
