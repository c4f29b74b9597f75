"""The one sort of cache: what was made of a text, by the hash of the text, in SQLite files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

FOLDER = ".cache/living-strategy"
BODIES, ITEMS = "bodies.sqlite", "items.sqlite"
_SEAL = 32


class SqliteCache:
    """Keeps values between builds. A cache that cannot be used is passed over: the build is then
    slower, never wrong. Values that no text asks for any more are forgotten.

    A value is kept under a seal, so that one which was damaged on the disk is made again.
    """

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / FOLDER / name

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """The values that are there."""
        wanted = set(keys)
        found: dict[str, str] = {}
        # Whatever a broken, foreign or locked file makes of this: it is then no cache.
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute("SELECT key, value FROM kept").fetchall()
            found = {
                key: value[_SEAL:] for key, value in rows if key in wanted and _holds(key, value)
            }
            stale = [(key,) for key, _ in rows if key not in wanted]
            # An editor who goes back and forth between two versions should find both.
            if len(stale) > len(wanted):
                with database:
                    database.executemany("DELETE FROM kept WHERE key = ?", stale)
        return found

    def store(self, values: Mapping[str, str]) -> None:
        """Keep these values."""
        sealed = [(key, _seal(key, value) + value) for key, value in values.items()]
        try:
            with closing(self._open()) as database, database:
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", sealed)
        except Exception:
            # A file that cannot be used makes way for a new one, if it can be removed.
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        # A check without a cache has no use for it.
        import sqlite3

        self.path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path, timeout=10)
        try:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT)")
        except BaseException:
            database.close()
            raise
        return database


def _seal(key: str, value: str) -> str:
    return hashlib.blake2b(f"{key}\n{value}".encode(), digest_size=_SEAL // 2).hexdigest()


def _holds(key: str, value: object) -> bool:
    return isinstance(value, str) and value[:_SEAL] == _seal(key, value[_SEAL:])
