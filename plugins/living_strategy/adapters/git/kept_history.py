"""A history that was put together before, or from comparisons that were made before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Protocol, TypeAlias

from living_strategy.adapters.code_digest import COMPARISON, code_digest
from living_strategy.adapters.storage.history_cache import HistoryCache
from living_strategy.content.loader import without_garbage_collection
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import go_on
from living_strategy.history.bookmark import NOTHING_READ, Reading
from living_strategy.history.codec import packed, unpacked, unpacked_all
from living_strategy.history.delta import Delta, EntryKey
from living_strategy.history.event import History
from living_strategy.history.file_pairs import Compared, Pair
from living_strategy.history.log import Log, LogGapError, Revision

Aliases: TypeAlias = Mapping[EntryKey, EntryKey]

_NOT_HERE = "file-unreadable"


class FurtherLog(Log, Protocol):
    """A log that can be asked for what is new."""

    def revisions(self, since: str = "") -> Iterator[Revision]:
        """Yield the revisions after `since`, as `Log` does.

        Raises:
            LookupError: `since` is not on the line before its tip.
            LogGapError: see `Log`.
        """


def history_of(root: Path, log: FurtherLog, reader: VersionReader, aliases: Aliases) -> History:
    """Return the history up to the tip of a log, as `assemble` does, and keep it.

    A log that does not go back to the beginning is not kept: its tip does not say where it begins.

    Raises:
        LogGapError: the log cannot be read to its end.
    """
    cache = HistoryCache(root, code_digest(COMPARISON))
    key = _key(log.reach.tip, aliases)
    is_whole = not log.reach.cut
    with without_garbage_collection():
        if is_whole and (kept := cache.load_history(key)):
            return kept
        reading = _continued(cache, log, reader, aliases) if is_whole else None
        if reading:
            cache.store_reading(key, reading)
            return reading.history
        pairs = KeptPairs(cache, cache.load())
        reading = go_on(NOTHING_READ, log, tuple(log.revisions()), reader, pairs, aliases)
    pairs.store()
    if is_whole and _may_be_kept(reading):
        cache.store_reading(key, reading, pairs.used)
    return reading.history


def _continued(
    cache: HistoryCache, log: FurtherLog, reader: VersionReader, aliases: Aliases
) -> Reading | None:
    """The history after the newest one before it that was kept; None without such a one."""
    for key in cache.kept(_key("", aliases)):
        try:
            revisions = tuple(log.revisions(key.partition(" ")[0]))
        except (LookupError, LogGapError):
            # Another branch, or a history that was rewritten: its commits may be gone.
            continue
        history, bookmark = cache.load_history(key), cache.load_bookmark(key)
        if history is None or bookmark is None:
            continue
        # Few are new, and reading all comparisons that are kept takes longer than making those.
        pairs = KeptPairs(cache, {})
        reading = go_on(Reading(history, bookmark), log, revisions, reader, pairs, aliases)
        if _may_be_kept(reading):
            pairs.store()
            return reading
    return None


def _may_be_kept(reading: Reading) -> bool:
    """Whether all contents were here: what was not today may be tomorrow."""
    return not any(version.code == _NOT_HERE for version in reading.history.unread)


def _key(tip: str, aliases: Aliases) -> str:
    """Everything that a history depends on but the program."""
    digest = hashlib.blake2b(packed(sorted(aliases.items())).encode(), digest_size=16)
    return f"{tip} {digest.hexdigest()}"


class KeptPairs(MutableMapping[Pair, Compared]):
    """Comparisons of two contents. They are held as text, which takes a tenth of the memory."""

    def __init__(self, cache: HistoryCache, kept: Mapping[str, str]) -> None:
        self._cache = cache
        self._texts = dict(kept)
        self._fresh: dict[str, str] = {}
        self.used: set[str] = set()

    def store(self) -> None:
        """Keep what was compared anew."""
        self._cache.store(self._fresh)
        self._fresh = {}

    def __contains__(self, pair: object) -> bool:
        return isinstance(pair, tuple) and _pair_key(pair) in self._texts

    def __getitem__(self, pair: Pair) -> Compared:
        key = _pair_key(pair)
        try:
            text = self._texts[key]
            compared = unpacked(str, text) if text[:1] == '"' else unpacked_all(Delta, text)
        except ValueError as error:
            raise KeyError(key) from error
        self.used.add(key)
        return compared

    def __setitem__(self, pair: Pair, compared: Compared) -> None:
        # A version that is not here today may be tomorrow.
        if compared != _NOT_HERE:
            key = _pair_key(pair)
            self.used.add(key)
            self._texts[key] = self._fresh[key] = packed(compared)

    def __delitem__(self, pair: Pair) -> None:
        del self._texts[_pair_key(pair)]

    def __iter__(self) -> Iterator[Pair]:
        raise TypeError("only hashes of pairs are kept")

    def __len__(self) -> int:
        return len(self._texts)


def _pair_key(pair: Pair) -> str:
    """A hash of the two contents, and of the paths, which say how they are read."""
    parts = [part for version in pair for part in version or ("", "")]
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).hexdigest()
