"""Work shared by this process and copies of it, one for each processor.

Tasks have numbers, which wait in a pipe: whoever is done with one takes the next, so that all end
at about the same time whatever each task takes.
"""

from __future__ import annotations

import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any, TypeVar

Result = TypeVar("Result")
Work = Callable[[Iterator[int]], Result]
"""Does the tasks whose numbers it is given, one after the other, and returns what came of them."""

# A number is a single byte, which no two processes can get.
MAX_TASKS = 256
# Each copy takes memory, and all write to one disk.
MAX_PROCESSES = 8
# Below this number of texts, a second process costs more than it saves.
MIN_SHARED_TEXTS = 150
_TEXTS_IN_A_TASK = 100


def share(work: Work[Result], tasks: int) -> list[Result]:
    """Let all processors do tasks with the numbers from 0, at most `MAX_TASKS`, and return what
    came of them, in no order.

    Where a process cannot be copied safely (no fork, no room, threads that may hold locks), or
    there is one processor, this process does everything. Tasks of a copy that fails are done again
    here, where a fault shows itself; so a task may only change what it returns, or what may be
    written twice. When this process is interrupted or fails, its copies are ended; when it is
    killed, they take no more tasks.
    """
    copies = min(processors(), tasks) - 1 if can_fork() else 0
    if copies < 1:
        return [work(iter(range(tasks)))]
    with _Queue(tasks) as queue:
        children: list[_Copy] = []
        try:
            for _ in range(copies):
                if (child := _copy(work, queue)) is None:
                    break
                children.append(child)
            results = [work(queue)]
            done = set(queue.taken)
            for child in children:
                if (answer := child.answer()) is not None:
                    taken, result = answer
                    done.update(taken)
                    results.append(result)
        except BaseException:
            _stop(children)
            raise
    if rest := sorted(set(range(tasks)) - done):
        results.append(work(iter(rest)))
    return results


def processors() -> int:
    """Return how many processors this process may use, or `MAX_PROCESSES` if they are more."""
    try:
        number = len(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        number = os.cpu_count() or 1
    return min(number, MAX_PROCESSES)


def can_fork() -> bool:
    """Whether a copy of this process is safe, and has a processor of its own."""
    return hasattr(os, "fork") and processors() > 1 and threading.active_count() == 1


def render_shared(texts: list[str]) -> list[str]:
    """Render the texts in order, on all processors if they are many."""
    from living_strategy.site.markdown.bodies import render_all

    if len(texts) < MIN_SHARED_TEXTS:
        return render_all(texts)
    size = max(_TEXTS_IN_A_TASK, -(-len(texts) // MAX_TASKS))
    tasks = range(0, len(texts), size)

    def render(numbers: Iterator[int]) -> dict[int, list[str]]:
        return {
            number: render_all(texts[tasks[number] : tasks[number] + size]) for number in numbers
        }

    rendered: dict[int, list[str]] = {}
    for part in share(render, len(tasks)):
        rendered |= part
    return [text for number in range(len(tasks)) for text in rendered[number]]


class _Queue:
    """The numbers of the tasks that nobody has begun, in a pipe without a writer; `taken` are those
    that were taken here.
    """

    def __init__(self, tasks: int) -> None:
        self.taken: list[int] = []
        self._owner = os.getpid()
        self._reader, writer = os.pipe()
        # A pipe that nobody reads holds at least 512 bytes.
        os.write(writer, bytes(range(tasks)))
        os.close(writer)

    def __enter__(self) -> _Queue:
        return self

    def __exit__(self, *fault: object) -> None:
        os.close(self._reader)

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        if self._is_orphaned() or not (number := os.read(self._reader, 1)):
            raise StopIteration
        self.taken.append(number[0])
        return number[0]

    def _is_orphaned(self) -> bool:
        """Whether this is a copy, and the process that wants the answer has ended."""
        return self._owner not in (os.getpid(), os.getppid())


@dataclass
class _Copy:
    """A copy of this process, and the file that it writes its answer to."""

    process: int
    _file: IO[bytes]
    _waited: bool = field(default=False, init=False)

    def answer(self) -> tuple[list[int], Any] | None:
        """Wait for its end and return the numbers it took and its result; None if it failed."""
        with self._file as file:
            _, status = os.waitpid(self.process, 0)
            self._waited = True
            if status or not file.seek(0, os.SEEK_END):
                return None
            file.seek(0)
            answer: tuple[list[int], Any] = pickle.load(file)  # noqa: S301 - from our own copy
            return answer

    def stop(self) -> None:
        """End it, if it has not ended."""
        if not self._waited:
            with suppress(OSError):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
        self._file.close()


def _copy(work: Work[Any], queue: _Queue) -> _Copy | None:
    """Begin to work in a copy of this process; None if there can be none."""
    try:
        # A pipe holds little: the copy would wait with most of its answer until somebody reads it.
        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with its answer, or when stopped
    except OSError:
        return None
    try:
        process = os.fork()
    except OSError:
        file.close()
        return None
    if process == 0:
        _work_and_end(work, queue, file)
    return _Copy(process, file)


def _work_and_end(work: Work[Any], queue: _Queue, file: IO[bytes]) -> None:
    """Work in the copy, write what came of it, and end without touching what the original has
    open.
    """
    code = 1
    try:
        result = work(queue)
        pickle.dump((queue.taken, result), file, protocol=pickle.HIGHEST_PROTOCOL)
        file.flush()
        code = 0
    finally:
        os._exit(code)


def _stop(children: Sequence[_Copy]) -> None:
    for child in children:
        child.stop()
