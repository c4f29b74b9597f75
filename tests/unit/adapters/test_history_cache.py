"""Histories are kept, and a file that cannot be used is none: slower, never wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.history_cache import NAME, HistoryCache
from living_strategy.history.bookmark import Bookmark, Reading
from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.event import Event, History, Nature
from living_strategy.model.trait import Change, Origin
from tests.unit.adapters.test_text_cache import HARMS

KEPT = {"a": '["æ"]', "b": "x" * 5_000, "c": "\udce5"}
CHANGE = FieldChange(Operation.SET, ("title",), Change.CLARIFICATION, Origin.DECIDED, "a", "\udce5")
EVENT = Event("k", "goal", "mal", "Mål", Nature.CHANGED, date(2026, 1, 2), "r", "s", (CHANGE,))
HISTORY = History("tip", date(2026, 1, 1), (EVENT,) * 100)
BOOKMARK = Bookmark(
    ("tip",), (7,), (0,) * 100, (("goal", "mal"),), homes=((("goal", "mal"), ("a", "b")),)
)
READING = Reading(HISTORY, BOOKMARK)


def cache(root: Path, program: str = "1") -> HistoryCache:
    """The cache of one version of the program."""
    return HistoryCache(root, program)


def test_differences_are_kept(tmp_path: Path) -> None:
    """They are there again, the newest ones."""
    assert cache(tmp_path).load() == {}
    cache(tmp_path).store(KEPT)
    assert cache(tmp_path).load() == KEPT
    cache(tmp_path).store({"a": "ny"})

    assert cache(tmp_path).load() == KEPT | {"a": "ny"}


def test_histories_are_kept(tmp_path: Path) -> None:
    """As they were, those of the last three tips."""
    kept = cache(tmp_path)
    assert kept.load_history("tip") is None
    for name in ("1", "2", "3", "2", "4"):
        kept.store_reading(name, Reading(replace(HISTORY, tip=name), BOOKMARK), KEPT)

    assert [kept.load_history(name) for name in "1234"] == [
        None, *(replace(HISTORY, tip=name) for name in "234")
    ]  # fmt: skip


def test_differences_that_are_not_used_are_forgotten(tmp_path: Path) -> None:
    """But only when they are more than those that are: who goes back finds the last ones."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, {"a", "b"})
    assert kept.load() == KEPT
    kept.store_reading("2", READING, {"a"})

    assert kept.load() == {"a": KEPT["a"]}


def test_another_program(tmp_path: Path) -> None:
    """What it kept is not taken, and is gone."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, KEPT)
    other = cache(tmp_path, "2")

    assert (other.load(), other.load_history("1")) == ({}, None)
    other.store({"a": "2"})
    assert other.load() == {"a": "2"}
    assert (kept.load(), kept.load_history("1")) == ({}, None)


@pytest.mark.parametrize("harm", HARMS)
def test_a_cache_that_cannot_be_used(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Broken, foreign, cut short, or something else in its place: nothing wrong comes out of it,
    and keeping does no harm.
    """
    harm(tmp_path / FOLDER / NAME)
    kept = cache(tmp_path)

    assert (kept.load(), kept.load_history("1")) == ({}, None)
    for _ in range(2):
        kept.store(KEPT)
        kept.store_reading("1", READING, KEPT)
    assert kept.load() in ({}, KEPT)
    assert kept.load_history("1") in (None, HISTORY)


def test_a_file_that_is_cut(tmp_path: Path) -> None:
    """What comes out of a part of it is what was kept."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, KEPT)
    content = kept.path.read_bytes()
    for length in range(0, len(content), 1_500):
        kept.path.write_bytes(content[:length])

        assert kept.load().items() <= KEPT.items()
        assert kept.load_history("1") in (None, HISTORY)


@pytest.mark.parametrize("written", ["[]", "", b"\xff\xfe", 7, None])
def test_a_damaged_value_is_not_there(tmp_path: Path, written: object) -> None:
    """What is not as it was written is found out anew; the others are there."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, KEPT)
    kept.store_reading("2", READING, KEPT)
    with closing(sqlite3.connect(kept.path)) as database, database:
        database.execute("UPDATE pair SET value = ? WHERE key = 'a'", (written,))
        database.execute("UPDATE history SET value = ? WHERE key = '1'", (written,))

    assert kept.load() == {key: KEPT[key] for key in "bc"}
    assert kept.load_history("1") is None
    assert kept.load_history("2") == HISTORY


def test_a_value_under_the_key_of_another_is_not_taken(tmp_path: Path) -> None:
    """The seal is of the key, too."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, KEPT)
    with closing(sqlite3.connect(kept.path)) as database, database:
        database.execute("UPDATE pair SET key = 'd' WHERE key = 'a'")
        database.execute("UPDATE history SET key = '2' WHERE key = '1'")

    assert kept.load() == {"b": KEPT["b"], "c": KEPT["c"]}
    assert kept.load_history("2") is None


def test_a_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds it: then nothing is there, nothing is kept and nothing removed."""
    monkeypatch.setattr("living_strategy.adapters.storage.database.TIMEOUT", 0)
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING, KEPT)
    with closing(sqlite3.connect(kept.path)) as database:
        database.execute("BEGIN EXCLUSIVE")
        assert (kept.load(), kept.load_history("1")) == ({}, None)
        kept.store({"a": "ny"})

    assert kept.load() == KEPT
    assert kept.load_history("1") == HISTORY


def test_bookmarks_are_kept_with_their_histories(tmp_path: Path) -> None:
    """Those of the last three tips, which are found by what else the histories depend on."""
    kept = cache(tmp_path)
    for name in ("1 a", "2 b", "3 a", "4 a"):
        kept.store_reading(name, READING)

    assert list(kept.kept(" a")) == ["4 a", "3 a"]
    assert list(kept.kept(" b")) == ["2 b"]
    assert [kept.load_bookmark(name) for name in ("1 a", "2 b", "4 a")] == [
        None, BOOKMARK, BOOKMARK
    ]  # fmt: skip
    assert list(cache(tmp_path, "2").kept("")) == []
    assert cache(tmp_path, "2").load_bookmark("4 a") is None


def test_nothing_is_forgotten_if_nobody_says_what_is_used(tmp_path: Path) -> None:
    """Who goes on with a history does not know which differences it was made from."""
    kept = cache(tmp_path)
    kept.store(KEPT)
    kept.store_reading("1", READING)

    assert kept.load() == KEPT
