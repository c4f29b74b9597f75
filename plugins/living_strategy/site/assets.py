"""Scripts and styles of the program, and their paths on a site."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.site.scripts import page_scripts
from living_strategy.site.styles import stylesheet

FOLDER = "assets/living-strategy/"
STYLE = f"{FOLDER}site.css"


def assets() -> Iterator[tuple[str, bytes]]:
    """Yield the path on the site and the content of each."""
    for name, text in page_scripts():
        yield FOLDER + name, text.encode()
    yield STYLE, stylesheet().encode()


def script_path(name: str) -> str:
    """Return the path of a script below the site root; empty for no script."""
    return FOLDER + name if name else ""
