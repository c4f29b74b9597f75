"""Contents of git objects, through one long-running `git cat-file --batch`."""

from __future__ import annotations

import os
import re
import subprocess
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

from living_strategy.adapters.git.command import command, environment

_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# How often a question is asked again when git has ended in the midst of it.
_MAX_TRIES = 2


class Objects:
    """Objects of a repository. A copy of the process has a git of its own; threads take turns."""

    def __init__(self, repository: Path | str) -> None:
        self._repository = repository
        self._started: dict[int, subprocess.Popen[bytes]] = {}
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, name: str) -> bytes | None:
        """Return the content of an object by its full name; None when it is not in this clone, or
        when git cannot be run.

        Raises:
            ValueError: not the full name of an object.
        """
        if not _NAME.fullmatch(name):
            raise ValueError(f"not the name of an object: {name!r}")
        with self._turn:
            for _ in range(_MAX_TRIES):
                try:
                    return _answer(self._process(), name)
                except (EOFError, OSError):
                    self._end()
        return None

    def close(self) -> None:
        """End git; the next question would start it again."""
        with self._turn:
            self._end()

    def _process(self) -> subprocess.Popen[bytes]:
        # What the original of this process talks to must not hear the questions of a copy.
        process_id = os.getpid()
        if process_id not in self._started:
            self._started[process_id] = subprocess.Popen(  # noqa: S603 - our own arguments
                command(self._repository, "cat-file", "--batch"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
            )
        return self._started[process_id]

    def _end(self) -> None:
        process = self._started.pop(os.getpid(), None)
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            # A question that nobody took may still be in the pipe.
            with suppress(BrokenPipeError):
                cast("IO[bytes]", pipe).close()


def _answer(process: subprocess.Popen[bytes], name: str) -> bytes | None:
    """Ask for an object and read the whole answer, so that the next one starts where it should.

    Raises:
        EOFError: git has ended.
    """
    questions, answers = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    questions.write(f"{name}\n".encode("ascii"))
    questions.flush()
    head = answers.readline()
    if not head.endswith(b"\n"):
        raise EOFError
    *_, kind, size = head.split()
    if kind not in (b"blob", b"tree", b"commit", b"tag"):
        return None
    content = answers.read(int(size) + 1)
    if len(content) <= int(size):
        raise EOFError
    return content[:-1]
