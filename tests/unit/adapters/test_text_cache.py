"""What was made of texts is kept, and a cache that cannot be used is none: slower, never wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.text_cache import BODIES, SqliteCache

PATH = f"{FOLDER}/{BODIES}"
KEPT = {"a": "<p>æ</p>", "b": "<p>b</p>" * 500}


def _file(path: Path) -> None:
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("in the way", "utf-8")


def _folder(path: Path) -> None:
    (path / "x").mkdir(parents=True)


def _bytes(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.parent.mkdir(parents=True)
        path.write_bytes(content)

    return write


def _table(statement: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.parent.mkdir(parents=True)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(statement)

    return write


def _cut(path: Path) -> None:
    SqliteCache(path.parents[2], path.name).store(KEPT)
    path.write_bytes(path.read_bytes()[:-3000])


HARMS = [
    _file,
    _folder,
    _cut,
    _bytes(b""),
    _bytes(b"no database"),
    _bytes(b"SQLite format 3\x00" + b"\xff" * 100),
    *(_table(f"CREATE TABLE {name} (x)") for name in ("kept", "pair", "history", "program")),
    *(_table(f"CREATE TABLE {name} (key, value, more)") for name in ("kept", "pair", "history")),
    *(
        _table(f"CREATE VIEW {name} AS SELECT 'a' AS key, 'foreign' AS value")
        for name in ("kept", "pair", "history")
    ),
]


@pytest.mark.parametrize("harm", HARMS)
def test_a_cache_that_cannot_be_used(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Broken, foreign, cut short, or something else in its place: nothing wrong comes out of it,
    and keeping does no harm.
    """
    harm(tmp_path / PATH)
    cache = SqliteCache(tmp_path, BODIES)

    assert cache.load(KEPT).items() <= KEPT.items()
    cache.store(KEPT)
    cache.store(KEPT)
    assert cache.load(KEPT) in ({}, KEPT)


@pytest.mark.parametrize("written", ["<p>other</p>", "", b"\xff\xfe", 7, None])
def test_a_damaged_value_is_made_again(tmp_path: Path, written: object) -> None:
    """What is not as it was written is not there; the others are."""
    cache = SqliteCache(tmp_path, BODIES)
    cache.store(KEPT)
    with closing(sqlite3.connect(tmp_path / PATH)) as database, database:
        database.execute("UPDATE kept SET value = ? WHERE key = 'a'", (written,))

    assert cache.load(KEPT) == {"b": KEPT["b"]}


def test_a_value_under_the_key_of_another_is_not_taken(tmp_path: Path) -> None:
    """The seal is of the key, too."""
    cache = SqliteCache(tmp_path, BODIES)
    cache.store(KEPT)
    with closing(sqlite3.connect(tmp_path / PATH)) as database, database:
        database.execute("UPDATE kept SET key = 'c' WHERE key = 'a'")

    assert cache.load(["b", "c"]) == {"b": KEPT["b"]}


def test_values_are_kept_and_forgotten(tmp_path: Path) -> None:
    """They are there in the next build, until more are unwanted than wanted."""
    cache = SqliteCache(tmp_path, BODIES)
    cache.store(KEPT | {"c": "c"})

    assert cache.load(KEPT) == KEPT
    assert cache.load(["c"]) == {"c": "c"}
    assert cache.load(KEPT) == {}
