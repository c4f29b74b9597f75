"""A copy of this process that sends what it finds, piece by piece, while this one works."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import IO, Any, Self

from living_strategy.adapters.process.shared_work import can_fork

# The copy waits where nobody reads what it sent, and a pipe usually holds a sixteenth of this.
_ROOM = 1 << 20


class CopyFailedError(Exception):
    """A copy ended before it had sent everything."""


class Messages:
    """What a copy sends, in its order, as an iterator; it ends the copy when it is left.

    Iterating raises `CopyFailedError` when the copy has ended too early: whoever is interested does
    the work alone then.
    """

    def __init__(self, process: int, reader: IO[bytes]) -> None:
        """See `start`, which knows the arguments."""
        self.process = process
        self._reader = reader

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        self._reader.close()
        # It has ended by itself, or nobody wants what it still does.
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self.process, 0)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        try:
            is_end, message = pickle.load(self._reader)  # noqa: S301 - from our own copy
        except (EOFError, pickle.UnpicklingError) as error:
            raise CopyFailedError from error
        if is_end:
            raise StopIteration
        return message


def start(task: Callable[[], Iterable[Any]]) -> Messages | None:
    """Let a copy of this process do the task and send what it yields; None where a process cannot
    be copied safely, or has no second processor.
    """
    if not can_fork():
        return None
    reader, writer = os.pipe()
    _make_room(writer)
    try:
        process = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        return None
    if process == 0:
        os.close(reader)
        _send_and_end(task, writer)
    os.close(writer)
    return Messages(process, os.fdopen(reader, "rb"))


def _make_room(writer: int) -> None:
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, _ROOM)


def _send_and_end(task: Callable[[], Iterable[Any]], writer: int) -> None:
    """Send everything from the copy, and end without touching what the original has open. A copy
    that nobody listens to any more ends with its next message.
    """
    code = 1
    try:
        with os.fdopen(writer, "wb") as file:
            for message in task():
                pickle.dump((False, message), file, protocol=pickle.HIGHEST_PROTOCOL)
                file.flush()
            pickle.dump((True, None), file, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)
