"""The folders that a build works in: its own, and only where it may move files from."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from living_strategy.adapters.storage.site_folder import Place, SiteFolderError, place_of
from living_strategy.adapters.storage.site_lock import (
    SiteLock,
    TakenTooLongError,
    Waiting,
    silent,
)
from living_strategy.adapters.storage.swap import carry_out, is_planned

_LOCK, _BUILD, _PREVIOUS, _IGNORE = "lock", "build-", "previous", ".gitignore"


class WorkFolder:
    """One build's place to work in, and its right to write the site: no other build has it until
    `close`. What a build that was stopped has left is finished or removed first.

    Raises:
        SiteFolderError: no site can be there, or another build does not end.
        OSError: the system refuses it.
    """

    def __init__(self, folder: str | Path, waiting: Waiting = silent) -> None:
        place = place_of(folder)
        try:
            lock = SiteLock(place.shared / _LOCK, waiting)
        except TakenTooLongError:
            raise SiteFolderError("busy", folder) from None
        except PermissionError:
            raise SiteFolderError("closed", folder) from None
        self.target = place.target
        self.previous = place.shared / _PREVIOUS
        # Without a lock, what lies there may be in another build's hands.
        self.is_movable = place.is_movable and lock.is_held
        try:
            if lock.is_held:
                _finish_stopped(place)
            # Nobody need see it in the list of changes.
            (place.shared / _IGNORE).write_text("*\n", "utf-8")
            self.path = Path(tempfile.mkdtemp(prefix=_BUILD, dir=place.shared))
        except BaseException:
            _leave(place.shared, lock)
            raise
        # Also when nobody closes it, as after Ctrl-C; but not in copies of this process.
        self._end = weakref.finalize(self, _end, self.path, place, lock, os.getpid())

    def close(self) -> None:
        """Take the folder away and let the next build begin. Files that were about to be put in
        place are put there first.
        """
        self._end()


def _end(path: Path, place: Place, lock: SiteLock, process: int) -> None:
    if os.getpid() != process:
        return
    with suppress(OSError):
        if is_planned(path):
            carry_out(path, place.target)
    if not is_planned(path):
        shutil.rmtree(path, ignore_errors=True)
    _leave(place.shared, lock)


def _finish_stopped(place: Place) -> None:
    """Carry out what a stopped build had planned, and remove what it has left."""
    for path in sorted(place.shared.glob(f"{_BUILD}*")):
        if is_planned(path):
            carry_out(path, place.target)
        shutil.rmtree(path, ignore_errors=True)


def _leave(shared: Path, lock: SiteLock) -> None:
    """Remove the folder that builds share unless something is in it, and let go of it."""
    names = {entry.name for entry in shared.iterdir()} if shared.is_dir() else set()
    if names <= {_LOCK, _IGNORE}:
        with suppress(OSError):
            (shared / _IGNORE).unlink(missing_ok=True)
    lock.release()
    with suppress(OSError):
        shared.rmdir()
