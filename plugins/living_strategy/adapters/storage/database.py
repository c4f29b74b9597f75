"""SQLite files below `.cache/`: values under a seal, so that what was damaged is not there."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

FOLDER = ".cache/living-strategy"
# So many seconds another program may take to write.
TIMEOUT = 10
_SEAL = 16


def open_database(path: Path, *tables: str) -> sqlite3.Connection:
    """Open a file and make its tables, which are given as SQL, where they are missing.

    Raises:
        Exception: whatever a broken, foreign or locked file makes of this.
    """
    # A check without a cache has no use for it.
    import sqlite3

    path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=TIMEOUT)
    try:
        database.execute("PRAGMA synchronous = OFF")
        for table in tables:
            database.execute(f"CREATE TABLE IF NOT EXISTS {table}")
    except BaseException:
        database.close()
        raise
    return database


def make_way(path: Path, fault: Exception) -> None:
    """Remove a file that cannot be used, if that is possible; one that another program is writing
    to stays.
    """
    import sqlite3

    if getattr(fault, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sealed(key: str, value: bytes) -> bytes:
    """Return the value behind a hash of it and of its key."""
    return _seal(key, value) + value


def opened(key: str, value: object) -> bytes | None:
    """Return a value without its seal; None if the seal is not the one of this key and value."""
    if isinstance(value, bytes) and value[:_SEAL] == _seal(key, value[_SEAL:]):
        return value[_SEAL:]
    return None


def _seal(key: str, value: bytes) -> bytes:
    digest = hashlib.blake2b(value, digest_size=_SEAL)
    digest.update(f"\n{key}".encode())
    return digest.digest()
