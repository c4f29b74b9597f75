"""A history that was put together before, or from comparisons that were made before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import TypeAlias

from living_strategy.adapters.code_digest import COMPARISON, code_digest
from living_strategy.adapters.storage.history_cache import HistoryCache
from living_strategy.content.loader import without_garbage_collection
from living_strategy.content.versions import VersionReader
from living_strategy.history.assembly import assemble
from living_strategy.history.codec import packed, unpacked, unpacked_all
from living_strategy.history.delta import Delta, EntryKey
from living_strategy.history.event import History
from living_strategy.history.file_pairs import Compared, Pair
from living_strategy.history.log import Log

Aliases: TypeAlias = Mapping[EntryKey, EntryKey]

_NOT_HERE = "file-unreadable"


def history_of(root: Path, log: Log, reader: VersionReader, aliases: Aliases) -> History:
    """Return the history up to the tip of a log, as `assemble` does, and keep it.

    A log that does not go back to the beginning is not kept: its tip does not say where it begins.

    Raises:
        LogGapError: the log cannot be read to its end.
    """
    cache = HistoryCache(root, code_digest(COMPARISON))
    key = _key(log.reach.tip, aliases)
    is_whole = not log.reach.cut
    with without_garbage_collection():
        kept = cache.load_history(key) if is_whole else None
    if kept:
        return kept
    pairs = KeptPairs(cache)
    with without_garbage_collection():
        history = assemble(log, reader, pairs, aliases)
    pairs.store()
    if is_whole and not any(version.code == _NOT_HERE for version in history.unread):
        cache.store_history(key, history, pairs.used)
    return history


def _key(tip: str, aliases: Aliases) -> str:
    """Everything that a history depends on but the program."""
    digest = hashlib.blake2b(packed(sorted(aliases.items())).encode(), digest_size=16)
    return f"{tip} {digest.hexdigest()}"


class KeptPairs(MutableMapping[Pair, Compared]):
    """Comparisons of two contents. They are held as text, which takes a tenth of the memory."""

    def __init__(self, cache: HistoryCache) -> None:
        self._cache = cache
        self._texts = dict(cache.load())
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
