"""The output of `git diff-tree --raw -z`, as changes of files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from living_strategy.history.log import FileChange

# Files, and files that may be run; the third was written by the first versions of git.
ORDINARY = frozenset((b"100644", b"100755", b"100664"))
_CHUNK = 1 << 20


def raw_changes(output: IO[bytes]) -> Iterator[tuple[str, tuple[FileChange, ...]]]:
    """Yield commits that touch ordinary files, and what they did to them."""
    commit, changes = "", list[FileChange]()
    # What is new in one revision is old in the next, and the same file is changed many times.
    shared: dict[bytes, str] = {}
    tokens = zero_ended(output)
    for token in tokens:
        if token.startswith(b":"):
            if change := _change(token, tokens, shared):
                changes.append(change)
            continue
        if changes:
            yield commit, tuple(changes)
        commit, changes = token.decode("ascii"), []
    if changes:
        yield commit, tuple(changes)


def zero_ended(output: IO[bytes]) -> Iterator[bytes]:
    """Yield what stands between zero bytes."""
    rest = b""
    while chunk := output.read(_CHUNK):
        *tokens, rest = (rest + chunk).split(b"\0")
        yield from tokens


def _change(about: bytes, paths: Iterator[bytes], shared: dict[bytes, str]) -> FileChange | None:
    """Parse one change; links, other repositories and mere changes of mode are none of a file."""
    old_mode, new_mode, old, new, status = about[1:].split(b" ")
    old_path = path = _text(next(paths), shared)
    if status[:1] in (b"R", b"C"):
        path = _text(next(paths), shared)
    old_name = _text(old, shared) if old_mode in ORDINARY else None
    new_name = _text(new, shared) if new_mode in ORDINARY else None
    if old_name == new_name and old_path == path:
        return None
    similarity = 100 if old_path == path else int(status[1:])
    return FileChange(path, old_name, new_name, old_path, similarity)


def _text(written: bytes, shared: dict[bytes, str]) -> str:
    text = shared.get(written)
    if text is None:
        text = shared[written] = written.decode("utf-8", "surrogateescape")
    return text
