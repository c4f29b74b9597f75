"""A new folder, or an empty one, filled with files: all of them or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from living_strategy.adapters.starting.repository import index_of

# Ignored by git where a strategy or this program is, should a stopped run leave it behind.
PREFIX = ".living-strategy-start-"
_REPOSITORY = ".git"


def is_free(folder: Path) -> bool:
    """Return whether a strategy may begin in a folder: it is new, empty or an empty repository."""
    if not folder.is_dir():
        return not folder.exists()
    return all(path.name == _REPOSITORY for path in folder.iterdir())


def write_new(
    folder: Path, files: Mapping[str, bytes], finish: Callable[[Path], None] = lambda made: None
) -> None:
    """Write the files beside the folder and put them there when all are written and `finish` has
    made them a repository; where there is one already, they are put there first.

    Raises:
        OSError: the system refuses; what was there before is as it was.
        Exception: whatever ends `finish`; what was there before is as it was.
    """
    folder = folder.absolute()
    stage = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder.parent))
    try:
        write_files(stage, files)
        if (folder / _REPOSITORY).exists():
            with _put(stage, folder):
                finish(folder)
            return
        finish(stage)
        if folder.exists():
            move_into(stage, folder)
        else:
            stage.chmod(0o755)
            stage.rename(folder)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def _put(stage: Path, folder: Path) -> Iterator[None]:
    """Move what is staged to a repository, and away again when what follows fails there."""
    names = [path.name for path in stage.iterdir()]
    index = index_of(folder)
    before = index.read_bytes() if index.is_file() else None
    move_into(stage, folder)
    try:
        yield
    except BaseException:
        for name in names:
            (folder / name).rename(stage / name)
        if before is None:
            index.unlink(missing_ok=True)
        else:
            index.write_bytes(before)
        raise


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def move_into(stage: Path, folder: Path) -> None:
    """Move everything in one folder to another on the same disk, or nothing."""
    moved: list[Path] = []
    try:
        for path in sorted(stage.iterdir()):
            path.rename(folder / path.name)
            moved.append(path)
    except OSError:
        for path in moved:
            with suppress(OSError):
                (folder / path.name).rename(path)
        raise
