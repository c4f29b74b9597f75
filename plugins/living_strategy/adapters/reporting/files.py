"""Names of files in a report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from living_strategy.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a strategy as seen from another folder. `root` is the folder of the strategy,
    `base` the folder that names are relative to. Without them names stay as they are.

    `root` is the folder of the strategy, `base` the folder that names start from. Without them
    names stay as they are.
    """

    root: Path | None = None
    base: Path | None = None

    def name(self, location: Location) -> str:
        """Return the name of a file as seen from `base`, in POSIX form; the shortest there is."""
        if self.root is None or self.base is None:
            return location.file
        full = os.path.join(os.path.abspath(self.root), location.file)
        return min(os.path.relpath(full, self.base), full, key=len).replace(os.sep, "/")
