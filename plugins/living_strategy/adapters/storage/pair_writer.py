"""Writes files that belong together: all, or none of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put files in the place of others, in this order. They are complete on the disk before the
    first takes its place; if one cannot, those before it get their old contents again.

    A process that is killed between two of them leaves the first in its place, and the others
    beside theirs, as `.<name>.new`: whoever reads them must look there.

    Raises:
        OSError: nothing was written; the files are as before.
    """
    new = {path: path.with_name(f".{path.name}.new") for path in files}
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    done: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(new[path], content)
            if before[path] is not None:
                shutil.copymode(path, new[path])
        for path, new_path in new.items():
            os.replace(new_path, path)
            done.append(path)
    except BaseException:
        for path in done:
            _restore(path, before[path])
        raise
    finally:
        for new_path in new.values():
            new_path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _restore(path: Path, content: bytes | None) -> None:
    """Undo a replacement. What goes wrong here must not hide what went wrong before."""
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
