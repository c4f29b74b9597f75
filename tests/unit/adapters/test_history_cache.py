"""Histories are kept, and a file that cannot be used is none: slower, never wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.history_cache import NAME, HistoryCache
from living_strategy.history.bookmark import Bookmark, Reading
from living_strategy.history.change import FieldChange, Operation
from living_strategy.history.delta import Delta
from living_strategy.history.event import Event, History, Nature
from living_strategy.history.kept_changes import Made
from living_strategy.history.kept_reading import KeptReading
from living_strategy.model.trait import Change, Origin
from tests.unit.adapters.test_text_cache import HARMS

ALIASES = {("goal", "gammelt"): ("goal", "mal")}
DAY = date(2026, 1, 1)
SECOND = 1_767_268_800


def change(new: str) -> FieldChange:
    """A title that became another."""
    return FieldChange(Operation.SET, ("title",), Change.CLARIFICATION, Origin.DECIDED, "a", new)


def reading(tip: str, *titles: str) -> Reading:
    """A goal that was given these titles in one revision each, and another one that is unlike in
    every reading.
    """
    names = (*(f"r{number}" for number in range(len(titles))), tip)
    events = [
        Event(f"{title}-1", "goal", "mal", title, Nature.CHANGED, DAY, name, "s", (change(title),))
        for title, name in zip(titles, names, strict=False)
    ]
    events.append(Event(f"{tip}-1", "goal", "x", "X", Nature.NEW, DAY, tip, "s", (change(tip),)))
    keys = (("goal", "mal"), ("goal", "x"))
    bookmark = Bookmark(names, (SECOND,) * len(names), (0,) * len(titles) + (1,), keys)
    return Reading(History(tip, DAY, tuple(events), ((DAY, tip),)), bookmark)


READING = reading("tip", "æ", "\udce5", "b" * 5_000)
KEPT = KeptReading(READING, ALIASES)


def cache(root: Path, program: str = "1") -> HistoryCache:
    """The cache of one version of the program."""
    return HistoryCache(root, program)


def test_readings_are_kept(tmp_path: Path) -> None:
    """As they were, those of the last three tips, the newest first."""
    kept = cache(tmp_path)
    assert (kept.load("1"), list(kept.tips())) == (None, [])
    for tip in ("1", "2", "3", "2", "4"):
        kept.store(reading(tip, "a"), ALIASES, {})

    assert list(kept.tips()) == ["4", "2", "3"]
    assert [kept.load(tip) for tip in "1234"] == [
        None, *(KeptReading(reading(tip, "a"), ALIASES) for tip in "234")
    ]  # fmt: skip


def test_pages_are_shared(tmp_path: Path) -> None:
    """What is the same in two readings is kept once, and is forgotten when no reading has it and
    others are more.
    """
    kept = cache(tmp_path)
    for tip in "12":
        kept.store(reading(tip, "a"), {}, {})
    assert len(kept.pages()) == 3
    for tip in "3456":
        kept.store(reading(tip, "a"), {}, {})

    assert len(kept.pages()) == 4
    assert kept.load("4") == KeptReading(reading("4", "a"), {})


def test_a_reading_that_goes_on(tmp_path: Path) -> None:
    """What was taken from the cache is kept with what came after it; pages that did not change are
    not written again.
    """
    kept = cache(tmp_path)
    kept.store(READING, ALIASES, {})
    loaded = kept.load("tip")
    assert loaded is not None
    before = {page.name for page in kept.pages()}
    history, bookmark = loaded.reading
    last = READING.history.events[-1]._replace(key="ny-1", revision="ny", changes=(change("ny"),))
    further = Reading(
        History("ny", DAY, (*history.events, last), ((DAY, "ny"),)),
        Bookmark(
            (*bookmark.revisions, "ny"), (*bookmark.seconds, SECOND), (*bookmark.lineages, 1),
            bookmark.keys,
        ),
    )  # fmt: skip
    kept.store(further, ALIASES, {})

    assert kept.load("ny") == KeptReading(further, ALIASES)
    assert kept.load("tip") == KEPT
    assert len({page.name for page in kept.pages()} - before) == 1


def test_where_changes_come_from_is_kept(tmp_path: Path) -> None:
    """But not of those whose class an editor gave: they are no function of two texts."""
    kept = cache(tmp_path)
    (event,) = (event for event in READING.history.events if event.key == "æ-1")
    delta = Delta(("goal", "gammelt"), True, True, "Æ", ("x",), "æ", tuple(event.changes))
    other = Delta(("goal", "mal"), True, True, "B", (), "\udce5", (change("annet"),))
    made = {"æ": Made("par", 1, 2, delta), "\udce5": Made("par", 0, 2, other)}
    kept.store(READING, ALIASES, {"æ": made["æ"]._replace(delta=delta), "\udce5": made["\udce5"]})
    (page,) = (page for page in kept.pages() if len(page.about) == 3)

    assert [page.made(number) for number in range(3)] == [made["æ"], None, None]


def test_another_program(tmp_path: Path) -> None:
    """What it kept is not taken, and is gone."""
    kept = cache(tmp_path)
    kept.store(READING, ALIASES, {})
    other = cache(tmp_path, "2")

    assert (other.load("tip"), list(other.tips()), list(other.pages())) == (None, [], [])
    other.store(READING, {}, {})
    assert other.load("tip") == KeptReading(READING, {})
    assert (kept.load("tip"), list(kept.tips())) == (None, [])


def test_what_was_laid_out_otherwise(tmp_path: Path) -> None:
    """Tables of earlier versions are passed over."""
    path = tmp_path / FOLDER / NAME
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE program (digest TEXT)")
        database.execute("INSERT INTO program VALUES ('1')")
        database.execute("CREATE TABLE pair (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
        database.execute("CREATE TABLE history (number INTEGER PRIMARY KEY, key TEXT, value BLOB)")
        database.execute("INSERT INTO history VALUES (1, 'tip', 'x')")
    kept = cache(tmp_path)
    assert (kept.load("tip"), list(kept.tips())) == (None, [])
    kept.store(READING, ALIASES, {})

    assert kept.load("tip") == KEPT


@pytest.mark.parametrize("harm", HARMS)
def test_a_cache_that_cannot_be_used(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Broken, foreign, cut short, or something else in its place: nothing wrong comes out of it,
    and keeping does no harm.
    """
    harm(tmp_path / FOLDER / NAME)
    kept = cache(tmp_path)

    assert (kept.load("tip"), list(kept.pages())) == (None, [])
    for _ in range(2):
        kept.store(READING, ALIASES, {})
    assert kept.load("tip") in (None, KEPT)


def test_a_file_that_is_cut(tmp_path: Path) -> None:
    """What comes out of a part of it is what was kept."""
    kept = cache(tmp_path)
    kept.store(READING, ALIASES, {})
    content = kept.path.read_bytes()
    pages = {page.name: page.changes for page in kept.pages()}
    for length in range(0, len(content), 1_500):
        kept.path.write_bytes(content[:length])

        assert kept.load("tip") in (None, KEPT)
        assert {page.name: page.changes for page in kept.pages()}.items() <= pages.items()


@pytest.mark.parametrize("written", ["[]", "", b"\xff\xfe", 7, None])
@pytest.mark.parametrize("table", ["reading", "page"])
def test_a_damaged_value_is_not_there(tmp_path: Path, table: str, written: object) -> None:
    """A reading whose head or one of whose pages is not as it was written is made anew; one that
    has neither is there.
    """
    kept = cache(tmp_path)
    kept.store(reading("1", "a"), ALIASES, {})
    others = {page.name for page in kept.pages()}
    kept.store(reading("2", "b"), ALIASES, {})
    names = {page.name for page in kept.pages()} - others
    column = "tip" if table == "reading" else "name"
    damaged = "2" if table == "reading" else min(names)
    with closing(sqlite3.connect(kept.path)) as database, database:
        statement = f"UPDATE {table} SET value = ? WHERE {column} = ?"
        database.execute(statement, (written, damaged))

    assert kept.load("2") is None
    assert kept.load("1") == KeptReading(reading("1", "a"), ALIASES)


def test_a_value_under_the_name_of_another_is_not_taken(tmp_path: Path) -> None:
    """The seal of a head is of its tip, too, and the name of a page is its seal."""
    kept = cache(tmp_path)
    kept.store(reading("1", "a"), ALIASES, {})
    kept.store(reading("2", "b"), ALIASES, {})
    with closing(sqlite3.connect(kept.path)) as database, database:
        database.execute("DELETE FROM reading WHERE tip = '2'")
        database.execute("UPDATE reading SET tip = '2' WHERE tip = '1'")
        (value,) = database.execute("SELECT value FROM page").fetchone()
        database.execute("UPDATE page SET value = ?", (value,))

    assert kept.load("2") is None
    assert len(kept.pages()) == 1


def test_a_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds it: then nothing is there, nothing is kept and nothing removed."""
    monkeypatch.setattr("living_strategy.adapters.storage.database.TIMEOUT", 0)
    kept = cache(tmp_path)
    kept.store(READING, ALIASES, {})
    with closing(sqlite3.connect(kept.path)) as database:
        database.execute("BEGIN EXCLUSIVE")
        assert (kept.load("tip"), list(kept.tips()), list(kept.pages())) == (None, [], [])
        kept.store(reading("ny", "a"), {}, {})

    assert list(kept.tips()) == ["tip"]
    assert kept.load("tip") == KEPT
