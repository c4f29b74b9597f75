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
            content = opened(key, row[0]) if row else None
            if content is not None:
                text = zlib.decompress(content).decode("utf-8", "surrogatepass")
                return unpacked(History, text)
        return None

    def store_history(self, key: str, history: History, used: Collection[str]) -> None:
        """Keep a history beside the two before it, and the differences it was made from; once more
        of them are not `used` than are, those are forgotten.
        """
        text = packed(history).encode("utf-8", "surrogatepass")
        value = sealed(key, zlib.compress(text, 1))

        def write(database: sqlite3.Connection) -> None:
            database.execute("DELETE FROM history WHERE key = ?", (key,))
            database.execute("INSERT INTO history (key, value) VALUES (?, ?)", (key, value))
            database.execute(
                "DELETE FROM history WHERE number NOT IN"
                " (SELECT number FROM history ORDER BY number DESC LIMIT ?)",
                (MAX_HISTORIES,),
            )
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
                    database.execute("INSERT INTO program VALUES (?)", (self._program,))
        except BaseException:
            database.close()
            raise
        return database
