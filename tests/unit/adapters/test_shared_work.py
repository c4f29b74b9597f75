"""Work shared by copies of the process: all of it is done once, and no copy is left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from living_strategy.adapters.process import shared_work
from living_strategy.adapters.process.shared_work import MAX_TASKS, render_shared, share
from living_strategy.site.markdown.bodies import render_all

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copied")


@pytest.fixture(params=[1, 2, 4])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """So many processors, and no threads that could hold locks."""
    number: int = request.param
    monkeypatch.setattr(shared_work, "processors", lambda: number)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    return number


def squares(numbers: Iterator[int]) -> dict[int, int]:
    """Tasks with a result each."""
    return {number: number * number for number in numbers}


def joined(parts: list[dict[int, int]]) -> list[tuple[int, int]]:
    """All results; a task that was done twice is there twice."""
    return sorted(pair for part in parts for pair in part.items())


def assert_no_copy_is_left() -> None:
    """The process has no copy of itself, neither running nor waiting to be asked. Other children,
    such as a browser, may be there.
    """
    me = os.getpid()
    tasks = Path(f"/proc/{me}/task").glob("*/children")
    children = [pid for task in tasks for pid in task.read_text().split()]
    # What has ended and was not asked has no command line.
    copies = {b"", Path(f"/proc/{me}/cmdline").read_bytes()}
    assert [pid for pid in children if Path(f"/proc/{pid}/cmdline").read_bytes() in copies] == []


@pytest.mark.parametrize("tasks", [0, 1, 3, MAX_TASKS])
def test_every_task_is_done_once(processes: int, tasks: int) -> None:
    """Whatever the number of processors."""
    parts = share(squares, tasks)

    assert joined(parts) == [(number, number * number) for number in range(tasks)]
    assert len(parts) == max(1, min(processes, tasks))
    assert_no_copy_is_left()


@pytest.mark.parametrize("processes", [2, 4], indirect=True)
def test_tasks_go_to_whoever_is_free(processes: int) -> None:
    """Of two that wait for each other, none waits in vain when there are two processes."""
    begun, begin = os.pipe()

    def work(numbers: Iterator[int]) -> list[int]:
        taken = []
        for number in numbers:
            taken.append(number)
            if number == 0:
                # Until another process has begun with the next task.
                os.read(begun, 1)
            else:
                os.write(begin, b"1")
        return taken

    parts = share(work, 10)
    os.close(begun)
    os.close(begin)

    assert sorted(number for part in parts for number in part) == list(range(10))
    assert [part for part in parts if 0 in part and 1 in part] == []


@pytest.mark.parametrize("processes", [4], indirect=True)
@pytest.mark.parametrize("failure", ["fault", "end", "no pickle"])
def test_what_a_copy_failed_to_do_is_done_here(processes: int, failure: str) -> None:
    """It raised, was ended from outside, or its result cannot travel."""
    original = os.getpid()

    def work(numbers: Iterator[int]) -> dict[int, object]:
        if os.getpid() == original:
            return dict(squares(numbers))
        next(numbers, None)
        if failure == "fault":
            raise ValueError(failure)
        if failure == "end":
            os.kill(os.getpid(), 9)
        return {0: lambda: None}

    results = {key: value for part in share(work, 20) for key, value in part.items()}

    assert results == {number: number * number for number in range(20)}
    assert_no_copy_is_left()


def test_a_fault_shows_itself(processes: int) -> None:
    """The same, whichever process came upon it."""

    def work(numbers: Iterator[int]) -> dict[int, int]:
        done = {}
        for number in numbers:
            if number == 7:
                raise ValueError("seven")
            done[number] = number
        return done

    with pytest.raises(ValueError, match="seven"):
        share(work, 20)
    assert_no_copy_is_left()


@pytest.mark.parametrize("processes", [4], indirect=True)
def test_an_interruption_ends_the_copies(processes: int) -> None:
    """Also those in the middle of a task that would never end."""
    original = os.getpid()
    begun, begin = os.pipe()
    never, open_end = os.pipe()

    def work(numbers: Iterator[int]) -> None:
        if os.getpid() == original:
            os.read(begun, 1)
            raise KeyboardInterrupt
        os.write(begin, b"1")
        os.read(never, 1)

    with pytest.raises(KeyboardInterrupt):
        share(work, 20)
    assert_no_copy_is_left()
    for end in (begun, begin, never, open_end):
        os.close(end)


@pytest.mark.parametrize("processes", [4], indirect=True)
def test_where_no_copy_can_be_made(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses it, has no such thing, or threads may hold locks: one does everything."""

    def refused() -> int:
        raise BlockingIOError

    all_done = [(number, number * number) for number in range(5)]
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", refused)
        assert joined(parts := share(squares, 5)) == all_done
        assert len(parts) == 1
    with monkeypatch.context() as patch:
        patch.delattr(os, "fork")
        assert joined(parts := share(squares, 5)) == all_done
        assert len(parts) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert joined(parts := share(squares, 5)) == all_done
    assert len(parts) == 1


def test_a_copy_whose_original_was_killed_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would write on into a site that another build has begun."""
    queue = shared_work._Queue(5)
    assert next(queue) == 0
    monkeypatch.setattr(os, "getpid", lambda: -1)
    monkeypatch.setattr(os, "getppid", lambda: 1)

    with queue:
        assert list(queue) == []


def test_texts_come_back_in_their_order(processes: int) -> None:
    """As if they were rendered one after the other."""
    texts = [f"Tekst **{number}**" for number in range(350)]

    assert render_shared(texts) == render_all(texts)
    assert render_shared(texts[:3]) == render_all(texts[:3])


def test_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that this process may use; all of them where the system does not say."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0, 3}, raising=False)
    assert shared_work.processors() == 2
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(64)), raising=False)
    assert shared_work.processors() == shared_work.MAX_PROCESSES
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert shared_work.processors() == 1
