"""A history that was put together before, or from comparisons that were made before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from pathlib import Path
from typing import Protocol

from living_strategy.adapters.code_digest import COMPARISON, code_digest
from living_strategy.adapters.storage.history_cache import HistoryCache
from living_strategy.content.loader import without_garbage_collection
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import go_on
from living_strategy.history.bookmark import NOTHING_READ, Reading
from living_strategy.history.event import History
from living_strategy.history.file_pairs import Compared, Pair
from living_strategy.history.kept_changes import Made, Page
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
        pairs = KeptPairs(cache.pages())
        reading = go_on(NOTHING_READ, log, log.revisions(), reader, pairs, aliases)
        if is_whole and _may_be_kept(reading):
            cache.store(reading, aliases, pairs.made)
    return reading.history


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


class KeptPairs(MutableMapping[Pair, Compared]):
    """Comparisons of two contents: those that were kept with a history, which are unpacked when
    they are asked for. `made` has what was compared or taken from there, by its digest.

    What is put in is not held: nearly no pair is asked for twice.
    """

    def __init__(self, pages: Iterable[Page] = ()) -> None:
        self.made: dict[str, Made] = {}
        self._rows: dict[str, list[tuple[Page, int]]] = {}
        for page in pages:
            for number, row in enumerate(page.about):
                if row:
                    self._rows.setdefault(row[0], []).append((page, number))

    def __contains__(self, pair: object) -> bool:
        return bool(self._rows) and isinstance(pair, tuple) and self._kept(pair) is not None

    def __getitem__(self, pair: Pair) -> Compared:
        made = self._kept(pair) if self._rows else None
        if made is None:
            raise KeyError(pair)
        self.made.update((kept.delta.digest, kept) for kept in made)
        return tuple(kept.delta for kept in made)

    def _kept(self, pair: Pair) -> Sequence[Made] | None:
        """All deltas of a pair, in their order; None if one is missing."""
        rows = self._rows.get(_pair_key(pair), ())
        by_number = {event.number: event for page, number in rows if (event := page.made(number))}
        among = next((event.among for event in by_number.values()), 0)
        complete = among and by_number.keys() == set(range(among))
        return [by_number[number] for number in range(among)] if complete else None

    def __setitem__(self, pair: Pair, compared: Compared) -> None:
        if not isinstance(compared, str):
            key, among = _pair_key(pair) if compared else "", len(compared)
            for number, delta in enumerate(compared):
                self.made[delta.digest] = Made(key, number, among, delta)

    def __delitem__(self, pair: Pair) -> None:
        self._rows.pop(_pair_key(pair), None)

    def __iter__(self) -> Iterator[Pair]:
        raise TypeError("only hashes of pairs are kept")

    def __len__(self) -> int:
        return len(self._rows)


def _pair_key(pair: Pair) -> str:
    """Return a hash of the two contents, and of the paths, which say how they are read."""
    parts = [part for version in pair for part in version or ("", "")]
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()
