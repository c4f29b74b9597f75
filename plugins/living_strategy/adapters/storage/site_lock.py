"""One build at a time for a site: a lock of the operating system, which ends with its process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from living_strategy.language import Language

MAX_MINUTES = 10
_INTERVAL = 0.1
Waiting = Callable[[], None]


def silent() -> None:
    """Say nothing."""


def waiting_notice(language: Language, folder: object) -> str:
    """Say that another build has the site."""
    message = language.text(
        "Another build is writing to {folder}. This one waits for it, at most {count} minutes."
    )
    return message.format(folder=folder, count=MAX_MINUTES)


class TakenTooLongError(Exception):
    """Another build has not let go of the site."""


class SiteLock:
    """The lock of one site, held from the moment this is made until `release`.

    `is_held` is false where files cannot be locked: some network drives. The build then goes on
    without, and touches nothing that may be another's.

    Raises:
        TakenTooLongError: another build held it for too long.
    """

    def __init__(self, path: Path, waiting: Waiting = silent) -> None:
        self._path = path
        deadline: float | None = None
        while True:
            self._file = _open(path)
            try:
                _lock(self._file)
            except BlockingIOError:
                os.close(self._file)
                if deadline is None:
                    deadline = time.monotonic() + MAX_MINUTES * 60
                    waiting()
                if time.monotonic() >= deadline:
                    raise TakenTooLongError(path) from None
                time.sleep(_INTERVAL)
                continue
            except OSError:
                self.is_held = False
                return
            if self._is_still_there():
                self.is_held = True
                return
            # Whoever held it has taken the file away meanwhile: somebody else may have a new one.
            os.close(self._file)

    def release(self) -> None:
        """Let the next build begin; nothing stays behind."""
        if self.is_held:
            with suppress(OSError):
                self._path.unlink()
        os.close(self._file)

    def _is_still_there(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file), os.stat(self._path))
        except FileNotFoundError:
            return False


def _open(path: Path) -> int:
    while True:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The folder goes when the build before is over; then it is made once more.
        with suppress(FileNotFoundError):
            return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


try:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except PermissionError:
            raise BlockingIOError from None
