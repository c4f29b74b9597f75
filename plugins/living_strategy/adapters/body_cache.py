"""The one cache: rendered bodies by the hash of their text, in SQLite under `.cache/`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

PATH = ".cache/living-strategy/bodies.sqlite"


class SqliteBodyCache:
    """Keeps bodies between builds. A cache that cannot be used is passed over: the build is then
    slower, never wrong. Bodies that no text asks for any more are forgotten.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / PATH

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """The bodies that are there."""
        wanted = set(keys)
        try:
            with closing(self._open()) as database:
                rows = database.execute("SELECT key, html FROM body").fetchall()
                stale = [(key,) for key, _ in rows if key not in wanted]
                # An editor who goes back and forth between two versions should find both.
                if len(stale) > len(wanted):
                    with database:
                        database.executemany("DELETE FROM body WHERE key = ?", stale)
        except (sqlite3.Error, OSError):
            return {}
        return {key: html for key, html in rows if key in wanted and isinstance(html, str)}

    def store(self, bodies: Mapping[str, str]) -> None:
        """Keep these bodies."""
        try:
            with closing(self._open()) as database, database:
                database.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", bodies.items())
        except (sqlite3.Error, OSError):
            self._path.unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=10)
        database.execute("PRAGMA synchronous = OFF")
        database.execute("CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, html TEXT)")
        return database
