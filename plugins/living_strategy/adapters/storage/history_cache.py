"""What was found out about old contents: it never changes, so it is found out once.

Kept are readings of the history, each as a head of its own and pages that most readings share.
They depend on contents, on aliases and on the program alone. A file that cannot be used is passed
over: reading is then slower, never wrong.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from living_strategy.history.bookmark import Reading
from living_strategy.history.kept_changes import Made, Page, page_name
from living_strategy.history.kept_reading import (
    Aliases,
    KeptReading,
    packed_head,
    packed_pages,
    page_names,
    unpack,
)

if TYPE_CHECKING:
    import sqlite3

NAME = "history.sqlite"
MAX_READINGS = 3
# How values are laid out in the file. That of values is part of the program.
_FORMAT = 3
_TABLES = (
    "program (digest TEXT)",
    "page (name TEXT PRIMARY KEY, value BLOB)",
    "reading (number INTEGER PRIMARY KEY AUTOINCREMENT, tip TEXT UNIQUE, value BLOB)",
)


class HistoryCache:
    """Keeps histories between builds, for one version of the program: what another one kept is
    forgotten.
    """

    def __init__(self, root: Path, program: str) -> None:
        self.path = root / FOLDER / NAME
        self._program = f"{_FORMAT} {program}"

    def tips(self) -> Sequence[str]:
        """Return the tips that there are readings of, the newest first."""
        with suppress(Exception), closing(self._open()) as database:
            rows = database.execute("SELECT tip FROM reading ORDER BY number DESC").fetchall()
            return [tip for (tip,) in rows]
        return ()

    def load(self, tip: str) -> KeptReading | None:
        """Return the reading that was kept of the history up to a tip."""
        with suppress(Exception), closing(self._open()) as database:
            row = database.execute("SELECT value FROM reading WHERE tip = ?", (tip,)).fetchone()
            head = _opened(tip, row[0]) if row else None
            return unpack(head, dict(_pages(database))) if head else None
        return None

    def pages(self) -> Sequence[Page]:
        """Return all pages that are there, whatever reading they are of."""
        with suppress(Exception), closing(self._open()) as database:
            return [Page(*page) for page in _pages(database)]
        return ()

    def store(self, reading: Reading, aliases: Aliases, made: Mapping[str, Made]) -> None:
        """Keep a reading beside the two before it. Once more pages are not used than are, those
        are forgotten.
        """
        tip = reading.history.tip

        def write(database: sqlite3.Connection) -> None:
            names = []
            for name, content in packed_pages(reading, made):
                names.append(name)
                if content is not None:
                    page = (name, content)
                    database.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", page)
            value = sealed(tip, _compressed("\n", packed_head(reading, aliases, names)))
            database.execute("DELETE FROM reading WHERE tip = ?", (tip,))
            database.execute("INSERT INTO reading (tip, value) VALUES (?, ?)", (tip, value))
            database.execute(
                "DELETE FROM reading WHERE number NOT IN"
                " (SELECT number FROM reading ORDER BY number DESC LIMIT ?)",
                (MAX_READINGS,),
            )
            _forget(database, len(set(names)))

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
                    database.execute("DELETE FROM page")
                    database.execute("DELETE FROM reading")
                    database.execute("INSERT INTO program VALUES (?)", (self._program,))
        except BaseException:
            database.close()
            raise
        return database


def _compressed(separator: str, texts: Iterable[str]) -> bytes:
    compressor = zlib.compressobj(1)
    chunks = [
        compressor.compress(f"{separator if number else ''}{text}".encode("utf-8", "surrogatepass"))
        for number, text in enumerate(texts)
    ]
    return b"".join((*chunks, compressor.flush()))


def _pages(database: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    for name, content in database.execute("SELECT name, value FROM page"):
        if isinstance(content, bytes) and page_name(content) == name:
            yield name, content


def _forget(database: sqlite3.Connection, used: int) -> None:
    """Forget the pages of readings that are not kept, if they are more than those that are used."""
    (count,) = database.execute("SELECT count(*) FROM page").fetchone()
    if count <= 2 * used:
        return
    rows = database.execute("SELECT tip, value FROM reading").fetchall()
    heads = [_opened(tip, value) for tip, value in rows]
    needed = {name for head in heads if head for name in page_names(head)}
    names = {name for (name,) in database.execute("SELECT name FROM page")}
    database.executemany("DELETE FROM page WHERE name = ?", [(name,) for name in names - needed])


def _opened(tip: str, value: object) -> str | None:
    content = opened(tip, value)
    return zlib.decompress(content).decode("utf-8", "surrogatepass") if content else None
