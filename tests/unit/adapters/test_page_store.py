"""Pages are kept between builds, and a file that cannot be used is none: slower, never wrong."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from living_strategy.adapters.program_digest import program_digest
from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.page_store import PAGES, SqlitePages


def _pages(root: Path) -> SqlitePages:
    return SqlitePages(root, lambda: "program")


def _kept(root: Path, *names: str) -> dict[str, bytes]:
    pages = _pages(root)
    rows = {name: pages.get(name) for name in names}
    pages.close()
    return rows


def _keep(root: Path, **rows: bytes) -> None:
    pages = _pages(root)
    for name, value in rows.items():
        pages.put(name, value)
    pages.close()


def test_rows_are_there_for_the_next_build(tmp_path: Path) -> None:
    """Large ones are written before the end, and a later one replaces the one before."""
    _keep(tmp_path, a=b"1" * 5_000_000, b=b"2\x00\xff")
    _keep(tmp_path, b=b"3")

    assert _kept(tmp_path, "a", "b", "c") == {"a": b"1" * 5_000_000, "b": b"3", "c": b""}


@pytest.mark.parametrize("written", ["text", b"", b"short", b"x" * 40, 7, None])
def test_a_damaged_row_is_not_there(tmp_path: Path, written: object) -> None:
    """What is not as it was written is made again; the others are there."""
    _keep(tmp_path, a=b"1", b=b"2")
    with closing(sqlite3.connect(tmp_path / FOLDER / PAGES)) as database, database:
        database.execute("UPDATE kept SET value = ? WHERE name = 'a'", (written,))

    assert _kept(tmp_path, "a", "b") == {"a": b"", "b": b"2"}


def test_a_row_of_another_page_is_not_there(tmp_path: Path) -> None:
    """Rows that changed places are noticed."""
    _keep(tmp_path, a=b"1")
    with closing(sqlite3.connect(tmp_path / FOLDER / PAGES)) as database, database:
        database.execute("UPDATE kept SET name = 'b'")

    assert _kept(tmp_path, "b") == {"b": b""}


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 100])
def test_a_file_that_cannot_be_used(tmp_path: Path, content: bytes) -> None:
    """It makes way for a new one."""
    path = tmp_path / FOLDER / PAGES
    path.parent.mkdir(parents=True)
    path.write_bytes(content)

    assert _kept(tmp_path, "a") == {"a": b""}
    _keep(tmp_path, a=b"1")
    _keep(tmp_path, a=b"1")
    assert _kept(tmp_path, "a") == {"a": b"1"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """Nothing is kept, and nothing fails."""
    (tmp_path / FOLDER / PAGES).mkdir(parents=True)
    _keep(tmp_path, a=b"1")

    assert _kept(tmp_path, "a") == {"a": b""}


def test_rows_of_pages_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """Once there are more than may be."""
    _keep(tmp_path, a=b"1", b=b"2", c=b"3")
    pages = _pages(tmp_path)
    pages.forget_beyond(3)
    assert pages.get("a") == b"1"
    pages.forget_beyond(2)

    assert pages.get("a") == b""
    pages.close()


def test_an_empty_store_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first build looks once whether there is anything, and the next one finds what it kept."""
    pages = _pages(tmp_path)
    pages.forget_beyond(10)
    monkeypatch.setattr(pages, "_connected", lambda: pytest.fail("it was asked"))
    assert pages.get("a") == b""
    pages.put("a", b"1")
    pages.close()

    later = _pages(tmp_path)
    later.forget_beyond(10)
    assert later.get("a") == b"1"
    later.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copied")
def test_a_copy_of_the_process_keeps_its_own(tmp_path: Path) -> None:
    """It opens the file anew, also when the process before it had it open."""
    pages = _pages(tmp_path)
    assert pages.get("a") == b""
    child = os.fork()
    if child == 0:
        try:
            pages.put("a", b"1")
            pages.close()
        finally:
            os._exit(0)
    os.waitpid(child, 0)

    assert pages.get("a") == b"1"
    pages.close()


def test_the_digest_of_the_program(tmp_path: Path) -> None:
    """It changes with a template of the strategy's own, and with the name of the program."""
    plain = program_digest(tmp_path, "living-strategy")
    template = tmp_path / "overrides" / "views" / "deler" / "goal.html"
    template.parent.mkdir(parents=True)
    template.write_text("1", "utf-8")
    with_template = program_digest(tmp_path, "living-strategy")
    template.write_text("2", "utf-8")

    digests = {
        plain,
        with_template,
        program_digest(tmp_path, "living-strategy"),
        program_digest(tmp_path, "python -m living_strategy"),
    }
    assert len(digests) == 4
