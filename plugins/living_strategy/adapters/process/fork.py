"""A task in a second process, while this one goes on with something else."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable
from typing import IO, Any, TypeVar

from living_strategy.adapters.process.shared_work import can_fork

Result = TypeVar("Result")


def start(task: Callable[[], Result]) -> Callable[[], Result]:
    """Start `task` in a copy of this process, and return a function that waits for its result.

    The result travels as a pickle from our own child. Where a process cannot be copied safely
    (no fork, no room for it, or threads that may hold locks) the task runs here when its result is
    asked for; so it does when the copy fails, and then the failure shows itself here.
    """
    if not can_fork():
        return task
    try:
        # A pipe holds little: the copy would wait with most of its answer until somebody reads it.
        answer = tempfile.TemporaryFile()  # noqa: SIM115 - closed by collect, which may come later
    except OSError:
        return task
    try:
        child = os.fork()
    except OSError:
        answer.close()
        return task
    if child == 0:
        _answer(task, answer)

    def collect() -> Result:
        with answer:
            _, status = os.waitpid(child, 0)
            if status or not answer.seek(0, os.SEEK_END):
                return task()
            answer.seek(0)
            result: Result = pickle.load(answer)  # noqa: S301 - written by our own child just now
            return result

    return collect


def _answer(task: Callable[[], Any], answer: IO[bytes]) -> None:
    """Run the task in the copy, send the result, and end without touching files of the original."""
    code = 1
    try:
        pickle.dump(task(), answer, protocol=pickle.HIGHEST_PROTOCOL)
        answer.flush()
        code = 0
    finally:
        os._exit(code)
