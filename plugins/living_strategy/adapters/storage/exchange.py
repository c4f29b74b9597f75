"""Lets two folders change places in one step, where the operating system can."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Callable
from functools import cache

_HERE = -100
_SWAP = 2
# A C library without the function still has the way to call the system by number.
_NUMBERS = {"x86_64": 316, "aarch64": 276}


def exchange(first: str, second: str) -> bool:
    """Whether the folders have changed places: both, in one step, or nothing has happened."""
    call = _call()
    try:
        return call is not None and call(os.fsencode(first), os.fsencode(second)) == 0
    except (OSError, ctypes.ArgumentError):
        return False


def can_exchange() -> bool:
    """Whether this system knows how; a file system may still refuse it."""
    return _call() is not None


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """Return what exchanges two paths here; None where nothing does."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None)
    if sys.platform == "darwin":
        swap = library.renamex_np
        return lambda first, second: int(swap(first, second, _SWAP))
    if hasattr(library, "renameat2"):
        rename = library.renameat2
        return lambda first, second: int(rename(_HERE, first, _HERE, second, _SWAP))
    number = _NUMBERS.get(platform.machine())
    if number is None or not hasattr(library, "syscall"):
        return None
    system = library.syscall
    return lambda first, second: int(system(number, _HERE, first, _HERE, second, _SWAP))
