"""Contents of many git objects as a stream; their sizes are asked for first."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from living_strategy.adapters.git.command import command, environment, lines_file
from living_strategy.content.source import NOT_FETCHED, TooLarge, Unreadable

Content = bytes | TooLarge | Unreadable

_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
# Git ends at an object that is damaged, or that it would have to fetch; it is started again
# behind the object, but not without end.
_MAX_STARTS = 20
_BUFFER = 1 << 18


def blobs(root: Path, names: Sequence[str], limit: int) -> Iterator[tuple[str, Content]]:
    """Yield each content once, in order. What has more bytes than the limit is never read from
    the repository, and what is missing or damaged is a value.

    Raises:
        ValueError: not the full name of an object.
        OSError: git cannot be run.
    """
    for name in names:
        if not _NAME.fullmatch(name):
            raise ValueError(f"not the name of an object: {name!r}")
    faults: dict[str, TooLarge | Unreadable] = {}
    for name, size in _sizes(root, names):
        if size is None:
            faults[name] = Unreadable(NOT_FETCHED)
        elif size > limit:
            faults[name] = TooLarge(size, limit)
    contents = _contents(root, [name for name in names if name not in faults])
    for name in names:
        yield name, faults[name] if name in faults else next(contents)


def _sizes(root: Path, names: Sequence[str]) -> Iterator[tuple[str, int | None]]:
    """Yield the size of each content; None for one that is not there."""
    position = 0
    for _ in range(_MAX_STARTS):
        with _Batch(root, "--batch-check", names[position:]) as batch:
            for line in batch.answers:
                yield names[position], _size(line)
                position += 1
        if position == len(names):
            return
        yield names[position], None
        position += 1
    yield from ((name, None) for name in names[position:])


def _contents(root: Path, names: Sequence[str]) -> Iterator[bytes | Unreadable]:
    position = 0
    for _ in range(_MAX_STARTS):
        with _Batch(root, "--batch", names[position:]) as batch:
            while (content := _content(batch.answers)) is not None:
                yield content
                position += 1
        if position == len(names):
            return
        yield Unreadable(NOT_FETCHED)
        position += 1
    yield from (Unreadable(NOT_FETCHED) for _ in names[position:])


def _size(line: bytes) -> int | None:
    """Parse `name type size`, or `name missing`."""
    _, kind, *size = line.split()
    return int(size[0]) if kind == b"blob" else None


def _content(answers: IO[bytes]) -> bytes | None:
    """Read one answer; None when git has ended before the end of it."""
    head = answers.readline()
    size = _size(head) if head.endswith(b"\n") else None
    if size is None:
        return None
    content = answers.read(size + 1)
    return content[:-1] if len(content) == size + 1 else None


class _Batch:
    """One `git cat-file` that answers questions from a file, so that nobody waits for nobody."""

    def __init__(self, root: Path, option: str, names: Sequence[str]) -> None:
        with lines_file(names) as questions:
            self._process = subprocess.Popen(  # noqa: S603 - our own arguments
                command(root, "cat-file", option, "--buffer"),
                stdin=questions,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(),
                bufsize=_BUFFER,
            )
        self.answers = cast("IO[bytes]", self._process.stdout)

    def __enter__(self) -> _Batch:
        return self

    def __exit__(self, *_: object) -> None:
        self.answers.close()
        self._process.kill()
        self._process.wait()
