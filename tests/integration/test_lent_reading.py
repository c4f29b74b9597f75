"""A history that is read by two processes is the one that is read by one, to the last byte."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from living_strategy.adapters.git import lent_reading
from living_strategy.adapters.process import shared_work
from living_strategy.adapters.storage.database import FOLDER
from living_strategy.adapters.storage.history_cache import NAME
from living_strategy.history import lending
from living_strategy.history.event import History
from living_strategy.history.kept_changes import KeptChanges
from living_strategy.history.lending import lendable
from tests.integration.test_history_log import Repository
from tests.integration.test_kept_history import GOAL, VALID, Counted, afresh, kept
from tests.unit.adapters.test_shared_work import assert_no_copy_is_left

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copied")

Setting = Callable[[int], None]


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Setting:
    """Sets the number of processors; a history of any length is shared."""
    monkeypatch.setattr(lending, "MIN_SHARED_CHANGES", 0)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    return lambda number: monkeypatch.setattr(shared_work, "processors", lambda: number)


def goal(title: str, body: str = "") -> str:
    """A goal with this title."""
    return GOAL.replace("title: ", f"title: {title} ", 1) + body


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A strategy with ten goals, which are edited again and again."""
    repository = Repository(tmp_path / "repository")
    numbers = range(10)
    start = {f"goals/m-{number}.md": goal(f"Nummer {number}") for number in numbers}
    repository.commit("start", {**VALID, ".gitignore": ".cache/\n", **start})
    for turn in range(4):
        for number in numbers:
            text = goal(f"Nummer {number}", f"\nTekst nummer {turn}.\n")
            repository.commit(f"{turn} {number}", {f"goals/m-{number}.md": text})
    return repository


def rows(root: Path) -> list[Any]:
    """Everything that is kept of the history."""
    with closing(sqlite3.connect(root / FOLDER / NAME)) as database:
        pages = database.execute("SELECT name, value FROM page ORDER BY name").fetchall()
        return [pages, database.execute("SELECT tip, value FROM reading ORDER BY tip").fetchall()]


def forget(root: Path) -> None:
    """Forget what was kept."""
    (root / FOLDER / NAME).unlink()


def both(repository: Repository, processes: Setting) -> tuple[History, Counted]:
    """Read with one process and with two, compare everything, and return the second reading."""
    processes(1)
    alone, _ = kept(repository)
    kept_alone = rows(repository.root)
    forget(repository.root)
    processes(2)
    shared, log = kept(repository)

    assert shared == alone == afresh(repository)
    assert shared.fingerprint == alone.fingerprint
    assert rows(repository.root) == kept_alone
    assert_no_copy_is_left()
    again, _ = kept(repository)
    assert again == alone
    return shared, log


def lent(history: History) -> set[str]:
    """The entries that a copy read."""
    return {event.entry for event in history.events if isinstance(event.changes, KeptChanges)}


def test_it_is_the_same(repository: Repository, processes: Setting) -> None:
    """Read by both at once, and a copy has read about half of it."""
    history, log = both(repository, processes)

    assert log.walks == 1
    paths = lendable(list(log.revisions()))
    assert len(paths) > 2
    assert lent(history) == {Path(path).stem for path in paths}
    repository.commit("mer", {"goals/m-1.md": goal("Nummer 1", "\nTil slutt.\n")})
    after, _ = kept(repository)
    assert after == afresh(repository)


def test_courses_that_are_not_plain(repository: Repository, processes: Setting) -> None:
    """Versions that cannot be read, at first or later, texts that say the same, registers, names
    and classes: the same sentences and the same bytes, and contents come in one stream each.
    """
    unreadable = "---\ntitle: 'x\n---\n"
    repository.commit("feil", {"goals/m-1.md": unreadable, "goals/m-2.md": unreadable})
    repository.commit("rett", {"goals/m-1.md": goal("Rettet"), "goals/m-2.md": goal("Også")})
    repository.commit("ny, feil", {"goals/ny-1.md": unreadable, "goals/ny-2.md": unreadable})
    repository.commit("ny", {"goals/ny-1.md": goal("Ny 1"), "goals/ny-2.md": goal("Ny 2")})
    repository.commit("skikk", {"goals/m-3.md": goal("Nummer 3", "\n\n\n")})
    repository.commit("navn", {"goals/m-4.md": None, "goals/nytt.md": goal("Nummer 4")})
    repository.commit("klasse\n\nChange: editorial", {"goals/m-5.md": goal("Nummer fem")})
    repository.commit("bort", {"goals/m-6.md": None})
    repository.commit("tilbake", {"goals/m-6.md": goal("Nummer 6")})
    history, log = both(repository, processes)

    assert log.walks == 1
    assert lent(history) & {"m-1", "m-2", "ny-1", "ny-2"}
    assert len(history.unread) == 4


def test_an_entry_that_went_on_under_another_name(
    repository: Repository, processes: Setting
) -> None:
    """Also one that nobody could foresee, because the file was no version of an entry at first:
    what a copy read is then put together anew with what was before.
    """
    unreadable = "---\ntitle: 'x\n---\n"
    for number in range(10):
        name, old = f"goals/etter-{number}.md", f"goals/m-{number}.md"
        repository.commit("uleselig", {name: unreadable})
        text = goal(f"Arving {number}").replace("---\n", f"---\naliases: [m-{number}]\n", 1)
        repository.commit("navn", {old: None, name: text})
        repository.commit("mer", {name: f"{text}\nMer.\n"})
    history, log = both(repository, processes)

    assert log.walks == 1
    assert dict(history.successors)[("goal", "m-1")] == ("goal", "etter-1")


def test_entries_that_say_the_same(repository: Repository, processes: Setting) -> None:
    """Two goals that nobody can tell apart but by their names are read alone."""
    same = {f"goals/lik-{number}.md": goal("Lik") for number in range(10)}
    repository.commit("like", same)
    _, log = both(repository, processes)

    assert log.walks == 2


@pytest.mark.parametrize("failure", ["at once", "midway", "fault"])
def test_a_copy_that_fails(
    repository: Repository, processes: Setting, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    """The work is done again by the process that was started."""
    told = lent_reading._told

    def failing(*arguments: Any) -> Iterator[Any]:
        if failure == "at once":
            os.kill(os.getpid(), signal.SIGKILL)
        messages = told(*arguments)
        for _ in range(7):
            yield next(messages)
        if failure == "midway":
            os.kill(os.getpid(), signal.SIGKILL)
        raise ValueError(failure)

    monkeypatch.setattr(lent_reading, "_told", failing)
    monkeypatch.setattr(lent_reading, "_TOGETHER", 3)
    history, log = both(repository, processes)

    assert log.walks == 2
    assert lent(history) == set()


def test_an_interruption_leaves_no_copy(
    repository: Repository, processes: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even one that waits for ever, and nothing is kept."""
    never, open_end = os.pipe()

    def waiting(*_: Any) -> Iterator[Any]:
        os.read(never, 1)
        yield None

    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    processes(2)
    monkeypatch.setattr(lent_reading, "_told", waiting)
    monkeypatch.setattr(lent_reading.LentPairs, "_receive", interrupted)
    with pytest.raises(KeyboardInterrupt):
        kept(repository)
    os.close(never)
    os.close(open_end)

    assert_no_copy_is_left()
    assert rows(repository.root) == [[], []]


def test_one_git_a_process(
    repository: Repository, processes: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once there are two processes, each runs one git at a time."""
    popen, started, forks = subprocess.Popen, list[Any](), list[int]()
    fork = os.fork

    def forked() -> int:
        started.clear()
        forks.append(1)
        return fork()

    def counted(*arguments: Any, **options: Any) -> Any:
        running = [process for process in started if process.poll() is None]
        assert not forks or not running
        started.append(popen(*arguments, **options))
        return started[-1]

    processes(2)
    monkeypatch.setattr(os, "fork", forked)
    monkeypatch.setattr(subprocess, "Popen", counted)
    history, log = kept(repository)

    assert (len(forks), log.walks) == (1, 1)
    assert lent(history)
