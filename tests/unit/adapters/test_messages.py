"""What a copy of the process sends: all of it, in its order, and no copy is left behind."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator

import pytest

from living_strategy.adapters.process import messages, shared_work
from living_strategy.adapters.process.messages import CopyFailedError, Messages, start
from tests.unit.adapters.test_shared_work import assert_no_copy_is_left

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copied")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and no threads that could hold locks."""
    monkeypatch.setattr(shared_work, "processors", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def many() -> Iterator[tuple[int, str]]:
    """More than a pipe holds, from another process than the one that asks."""
    for number in range(100):
        yield number, f"{os.getpid()}" * 10_000


def test_everything_comes_in_its_order() -> None:
    """However much it is, and however slowly it is read."""
    copy = start(many)
    assert isinstance(copy, Messages)
    with copy:
        came = list(copy)

    assert came == [(number, f"{copy.process}" * 10_000) for number in range(100)]
    assert copy.process != os.getpid()
    assert_no_copy_is_left()


@pytest.mark.parametrize("failure", ["fault", "end", "half a message", "no pickle"])
def test_a_copy_that_fails(failure: str) -> None:
    """What it sent before is there; then it is said that the rest will not come."""

    def task() -> Iterator[object]:
        yield 1
        match failure:
            case "fault":
                raise ValueError(failure)
            case "end":
                os.kill(os.getpid(), signal.SIGKILL)
            case "half a message":
                yield HalfWritten()
            case _:
                yield lambda: None

    copy = start(task)
    assert copy is not None
    with copy:
        assert next(copy) == 1
        with pytest.raises(CopyFailedError):
            next(copy)
    assert_no_copy_is_left()


class HalfWritten:
    """Ends the process that writes it, after a long beginning."""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return (tuple, (b"x" * 3_000_000, Ending()))


class Ending:
    """Ends the process that writes it."""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        os._exit(0)


def test_a_copy_that_nobody_listens_to_ends() -> None:
    """Also when it would never have ended, and waits for somebody to read."""

    def task() -> Iterator[bytes]:
        while True:
            yield b"x" * 1_000_000

    copy = start(task)
    assert copy is not None
    with pytest.raises(KeyboardInterrupt), copy:
        raise KeyboardInterrupt
    assert_no_copy_is_left()


def test_where_no_copy_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses it, threads may hold locks, or there is one processor; no file is left
    open.
    """

    def refused() -> int:
        raise BlockingIOError

    before = os.listdir("/proc/self/fd") if os.path.isdir("/proc/self/fd") else []
    with monkeypatch.context() as patch:
        patch.setattr(os, "fork", refused)
        assert start(many) is None
    with monkeypatch.context() as patch:
        patch.setattr(threading, "active_count", lambda: 2)
        assert start(many) is None
    monkeypatch.setattr(messages, "can_fork", lambda: False)
    assert start(many) is None
    assert (os.listdir("/proc/self/fd") if before else []) == before
