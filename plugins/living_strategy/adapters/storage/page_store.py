"""Pages between builds: one value under each name, in an SQLite file."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property
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

PAGES = "pages.sqlite"
# So many bytes wait to be written at most: they take memory.
_MAX_WAITING = 4_000_000


class SqlitePages:
    """Keeps the pages of a site under `.cache/`. A file that cannot be used makes a build slower,
    never wrong. `program` tells, when it is first needed, what pages depend on besides content.

    A connection is never shared with a copy of the process: `close` comes before.
    """

    def __init__(self, root: Path, program: Callable[[], str]) -> None:
        self._path = root / FOLDER / PAGES
        self._program = program
        self._waiting: dict[str, bytes] = {}
        self._size = 0
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self._is_new = False

    @cached_property
    def program(self) -> str:
        """What stands for the program and the strategy's own templates."""
        return self._program()

    def get(self, name: str) -> bytes:
        """Return what is there, or nothing."""
        if self._is_new:
            return b""
        # Whatever a broken, foreign or locked file makes of this: it is then no store.
        with suppress(Exception):
            query = "SELECT value FROM kept WHERE name = ?"
            row = self._connected().execute(query, (name,)).fetchone()
            return (opened(name, row[0]) if row else None) or b""
        return b""

    def put(self, name: str, value: bytes) -> None:
        """Keep this from the next `close` on."""
        self._waiting[name] = value
        self._size += len(value)
        if self._size >= _MAX_WAITING:
            self._write()

    def close(self) -> None:
        """Write what is to be kept, and let go of the file."""
        self._write()
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def forget_beyond(self, limit: int) -> None:
        """Begin anew when there are more than so many: most belong to pages that are gone."""
        with suppress(Exception):
            connection = self._connected()
            (count,) = connection.execute("SELECT count(*) FROM kept").fetchone()
            # Nothing of earlier builds need be looked for.
            self._is_new = count == 0
            if count > limit:
                with connection:
                    connection.execute("DELETE FROM kept")

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            self._connection, self._process = self._open(), os.getpid()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        return open_database(self._path, "kept (name TEXT PRIMARY KEY, value BLOB)")

    def _write(self) -> None:
        values, self._waiting, self._size = self._waiting, {}, 0
        if not values:
            return
        try:
            with closing(self._open()) as database, database:
                database.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?)",
                    ((name, sealed(name, value)) for name, value in values.items()),
                )
        except Exception as fault:
            make_way(self._path, fault)
