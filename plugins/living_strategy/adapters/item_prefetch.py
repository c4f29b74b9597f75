"""How items on disk are read: with what is kept of them, and on two processors."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

import living_strategy
from living_strategy.adapters.process.fork import start
from living_strategy.adapters.storage.text_cache import ITEMS, SqliteCache
from living_strategy.content.kept_items import prefetch_kept
from living_strategy.content.read_ahead import Prefetcher, prefetch_half

PACKAGE = Path(living_strategy.__file__).parent


def keeping(root: Path) -> Prefetcher:
    """Items are kept for the next time, as builds do."""
    return prefetch_kept(SqliteCache(root, ITEMS), reader_digest(), start)


def without_keeping(root: Path) -> Prefetcher:
    """What builds kept is used and nothing is written, as a check does."""
    kept = SqliteCache(root, ITEMS)
    if not kept.path.is_file():
        return prefetch_half(start)
    return prefetch_kept(_OnlyRead(kept), reader_digest(), start)


class _OnlyRead:
    """A cache to which nothing is added."""

    def __init__(self, kept: SqliteCache) -> None:
        self._kept = kept

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """What is there."""
        return self._kept.load(keys)

    def store(self, values: Mapping[str, str]) -> None:
        """Nothing is kept."""


@cache
def reader_digest(package: Path = PACKAGE) -> str:
    """A hash of all code that reads items, and of what it builds on: nobody has to remember to
    raise a version.
    """
    digest = hashlib.blake2b(digest_size=16)
    digest.update(f"{sys.version} {version('pyyaml')}".encode())
    for path in sorted((package / "limits.py", *(package / "content").rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()
