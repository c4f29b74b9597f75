"""Content root: the nearest folder upwards that holds strategy/strategy.yml."""

from __future__ import annotations

import os
from pathlib import Path

SETTINGS = "strategy/strategy.yml"


def find_root() -> Path | None:
    """Return the content root of the current folder, or None."""
    try:
        start = Path.cwd()
    except OSError:
        return None
    return next((folder for folder in (start, *start.parents) if is_root(folder)), None)


def is_root(folder: Path) -> bool:
    """Return whether a strategy lies in this folder, readable or not."""
    return os.path.lexists(folder / SETTINGS)
