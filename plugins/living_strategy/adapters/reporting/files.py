"""How a report names files, and where it reads the lines it shows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from living_strategy.diagnostics import Location
from living_strategy.loading.reading import linked_part


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a strategy as seen from somewhere else.

    `root` is the folder of the strategy, `base` the folder that names start from. Without them
    names stay as they are and no lines are read.
    """

    root: Path | None = None
    base: Path | None = None

    def name(self, place: Location) -> str:
        """The name of a file from where the reader stands, in POSIX form; the shortest there is."""
        if self.root is None or self.base is None:
            return place.file
        full = os.path.join(os.path.abspath(self.root), place.file)
        return min(os.path.relpath(full, self.base), full, key=len).replace(os.sep, "/")

    def lines(self, file: str) -> list[str]:
        """The lines of a file, counted as the loader counts them; none when it cannot be read."""
        if (
            self.root is None
            or not (self.root / file).is_file()
            or linked_part(str(self.root), file)
        ):
            return []
        try:
            # In text mode every line end is read as \n, and nothing else ends a line.
            return (self.root / file).read_text("utf-8-sig").split("\n")
        except (OSError, ValueError):
            return []
