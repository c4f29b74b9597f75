"""The one cache: rendered bodies by the hash of their text, in SQLite under `.cache/`."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

PATH = ".cache/living-strategy/bodies.sqlite"
_SEAL = 32


class SqliteBodyCache:
    """Keeps bodies between builds. A cache that cannot be used is passed over: the build is then
    slower, never wrong. Bodies that no text asks for any more are forgotten.

    A body is kept under a seal, so that one which was damaged on the disk is made again.
    """

    def __init__(self, root: Path) -> None:
        self._path = root / PATH

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """The bodies that are there."""
        wanted = set(keys)
        found: dict[str, str] = {}
        # Whatever a broken, foreign or locked file makes of this: it is then no cache.
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute("SELECT key, html FROM body").fetchall()
            found = {key: html[_SEAL:] for key, html in rows if key in wanted and _holds(key, html)}
            stale = [(key,) for key, _ in rows if key not in wanted]
            # An editor who goes back and forth between two versions should find both.
            if len(stale) > len(wanted):
                with database:
                    database.executemany("DELETE FROM body WHERE key = ?", stale)
        return found

    def store(self, bodies: Mapping[str, str]) -> None:
        """Keep these bodies."""
        sealed = [(key, _seal(key, html) + html) for key, html in bodies.items()]
        try:
            with closing(self._open()) as database, database:
                database.executemany("INSERT OR REPLACE INTO body VALUES (?, ?)", sealed)
        except Exception:
            # A file that cannot be used makes way for a new one, if it can be removed.
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=10)
        try:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, html TEXT)")
        except BaseException:
            database.close()
            raise
        return database


def _seal(key: str, html: str) -> str:
    return hashlib.blake2b(f"{key}\n{html}".encode(), digest_size=_SEAL // 2).hexdigest()


def _holds(key: str, html: object) -> bool:
    return isinstance(html, str) and html[:_SEAL] == _seal(key, html[_SEAL:])
