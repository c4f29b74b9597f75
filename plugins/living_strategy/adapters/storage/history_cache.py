"""What was found out about old contents: it never changes, so it is found out once.

Kept are the differences of two contents, and the whole history as it was read at a revision. Both
depend on contents and on the program alone. A file that cannot be used is passed over: reading is
then slower, never wrong.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Mapping
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
from living_strategy.history.bookmark import Bookmark, Reading
from living_strategy.history.codec import packed, unpacked
from living_strategy.history.event import History

if TYPE_CHECKING:
    import sqlite3

NAME = "history.sqlite"
MAX_HISTORIES = 3
_TABLES = (
    "program (digest TEXT)",
    "pair (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
    "history (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE, value BLOB)",
    "bookmark (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID",
)


class HistoryCache:
    """Keeps histories between builds, for one version of the program: what another one kept is
    forgotten.
    """

    def __init__(self, root: Path, program: str) -> None:
        self.path = root / FOLDER / NAME
        self._program = program

    def load(self) -> Mapping[str, str]:
        """Return the differences that are there, by the key of their pair of contents."""
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute("SELECT key, value FROM pair").fetchall()
            return {
                key: content.decode("utf-8", "surrogatepass")
                for key, value in rows
                if (content := opened(key, value)) is not None
            }
        return {}

    def store(self, differences: Mapping[str, str]) -> None:
        """Keep these differences."""
        rows = [
            (key, sealed(key, text.encode("utf-8", "surrogatepass")))
            for key, text in differences.items()
        ]

        def write(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR REPLACE INTO pair VALUES (?, ?)", rows)

        self._change(write)

    def load_history(self, key: str) -> History | None:
        """Return the history that was kept under a key: all that it depends on but the program."""
        with suppress(Exception), closing(self._open()) as database:
            row = database.execute("SELECT value FROM history WHERE key = ?", (key,)).fetchone()
            text = _opened(key, row)
            return unpacked(History, text) if text else None
        return None

    def kept(self, ending: str) -> Collection[str]:
        """Return the keys with this ending under which there is a bookmark, the newest first."""
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute(
                "SELECT key FROM history NATURAL JOIN (SELECT key FROM bookmark)"
                " ORDER BY number DESC"
            )
            return [key for (key,) in rows if key.endswith(ending)]
        return ()

    def load_bookmark(self, key: str) -> Bookmark | None:
        """Return where the reading of a history stopped, if that was kept with it."""
        with suppress(Exception), closing(self._open()) as database:
            row = database.execute("SELECT value FROM bookmark WHERE key = ?", (key,)).fetchone()
            text = _opened(key, row)
            return unpacked(Bookmark, text) if text else None
        return None

    def store_reading(
        self, key: str, reading: Reading, used: Collection[str] | None = None
    ) -> None:
        """Keep a history beside the two before it, and where the reading of it stopped. Once more
        differences are not `used` than are, those are forgotten; none if it is not said which are.
        """
        history, bookmark = (_sealed(key, value) for value in reading)

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM history WHERE key = ?", (key,))
            database.execute("INSERT INTO history (key, value) VALUES (?, ?)", (key, history))
            database.execute("INSERT OR REPLACE INTO bookmark VALUES (?, ?)", (key, bookmark))
            database.execute(
                "DELETE FROM history WHERE number NOT IN"
                " (SELECT number FROM history ORDER BY number DESC LIMIT ?)",
                (MAX_HISTORIES,),
            )
            database.execute("DELETE FROM bookmark WHERE key NOT IN (SELECT key FROM history)")
            if used is None:
                return
            kept = {row[0] for row in database.execute("SELECT key FROM pair")}
            if len(unused := kept.difference(used)) > len(used):
                rows = [(name,) for name in unused]
                database.executemany("DELETE FROM pair WHERE key = ?", rows)

        self._change(write)

    def _change(self, write: Callable[[sqlite3.Connection], None]) -> None:
        try:
            with closing(self._open()) as database, database:
                write(database)
        except Exception as fault:
            make_way(self.path, fault)

    def _open(self) -> sqlite3.Connection:
        """Open the file; what another program kept is gone then."""
        database = open_database(self.path, *_TABLES)
        try:
            if database.execute("SELECT digest FROM program").fetchall() != [(self._program,)]:
                with database:
                    database.execute("DELETE FROM program")
                    database.execute("DELETE FROM pair")
                    database.execute("DELETE FROM history")
                    database.execute("DELETE FROM bookmark")
                    database.execute("INSERT INTO program VALUES (?)", (self._program,))
        except BaseException:
            database.close()
            raise
        return database


def _sealed(key: str, value: History | Bookmark) -> bytes:
    text = packed(value).encode("utf-8", "surrogatepass")
    return sealed(key, zlib.compress(text, 1))


def _opened(key: str, row: tuple[object] | None) -> str | None:
    content = opened(key, row[0]) if row else None
    return zlib.decompress(content).decode("utf-8", "surrogatepass") if content else None
