"""The one sort of cache: what was made of a text, by the hash of the text, in SQLite files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from living_strategy.adapters.storage.database import (
    FOLDER,
    make_way,
    open_database,
    opened,
    sealed,
)

if TYPE_CHECKING:
    import sqlite3

BODIES, ITEMS, EDITIONS = "bodies.sqlite", "items.sqlite", "editions.sqlite"


class SqliteCache:
    """Keeps values between builds. A cache that cannot be used is passed over: the build is then
    slower, never wrong. Values that no text asks for any more are forgotten.

    A value is kept under a seal, so that one which was damaged on the disk is made again.
    """

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / FOLDER / name

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return the values that are there."""
        wanted = set(keys)
        values: dict[str, str] = {}
        # Whatever a broken, foreign or locked file makes of this: it is then no cache.
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute("SELECT key, value FROM kept").fetchall()
            values = {
                key: text.decode("utf-8", "surrogatepass")
                for key, value in rows
                if key in wanted and (text := opened(key, value)) is not None
            }
            stale = [(key,) for key, _ in rows if key not in wanted]
            # An editor who goes back and forth between two versions should find both.
            if len(stale) > len(wanted):
                with database:
                    database.executemany("DELETE FROM kept WHERE key = ?", stale)
        return values

    def store(self, values: Mapping[str, str]) -> None:
        """Keep these values."""
        rows = [
            (key, sealed(key, text.encode("utf-8", "surrogatepass")))
            for key, text in values.items()
        ]
        try:
            with closing(self._open()) as database, database:
                database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        except Exception as fault:
            make_way(self.path, fault)

    def _open(self) -> sqlite3.Connection:
        return open_database(self.path, "kept (key TEXT PRIMARY KEY, value BLOB)")
