"""Scripts and styles of the program, and where they lie on a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = "assets/living-strategy/"
STYLE = f"{FOLDER}site.css"
_SOURCE = Path(__file__).parent.parent / "assets"


def assets() -> Iterator[tuple[str, bytes]]:
    """Path on the site and content of each, sorted."""
    for path in sorted(_SOURCE.glob("*/*.*")):
        yield FOLDER + path.name, path.read_bytes()


def script_path(name: str) -> str:
    """The path of a script below the site root; empty for no script."""
    return FOLDER + name if name else ""
