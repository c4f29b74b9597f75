"""How items on disk are read: with what is kept of them, and on all processors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from living_strategy.adapters.code_digest import READERS, code_digest
from living_strategy.adapters.process.fork import start
from living_strategy.adapters.process.shared_work import share
from living_strategy.adapters.storage.text_cache import ITEMS, SqliteCache
from living_strategy.content.kept_items import prefetch_kept
from living_strategy.content.read_ahead import Prefetcher, prefetch_half


def keeping(root: Path) -> Prefetcher:
    """Items are kept for the next time, as builds do."""
    return prefetch_kept(SqliteCache(root, ITEMS), code_digest(READERS), share)


def without_keeping(root: Path) -> Prefetcher:
    """Use what builds kept and write nothing, as a check does."""
    kept = SqliteCache(root, ITEMS)
    if not kept.path.is_file():
        return prefetch_half(start)
    return prefetch_kept(_OnlyRead(kept), code_digest(READERS), share)


class _OnlyRead:
    """A cache to which nothing is added."""

    def __init__(self, kept: SqliteCache) -> None:
        self._kept = kept

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return what is there."""
        return self._kept.load(keys)

    def store(self, values: Mapping[str, str]) -> None:
        """Nothing is kept."""
