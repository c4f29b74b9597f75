"""Icons of our own: a line drawing for each kind of entry, and for what happens to entries.

They stand beside words and never instead of them, so screen readers pass over them. They are drawn
in the colour of the words, on a square of 24, with the stroke that `.ls-icon` gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

# By the name of a kind, and below them what is no kind.
DRAWINGS: Mapping[str, str] = MappingProxyType(
    {
        # Threads that begin in one point.
        "area": "M3 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0m4 0h14M7 12C13 12 12 5 21 5M7 12c6 0 5 7 14 7",
        # A target.
        "goal": "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0m5 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0m4 0h.01",
        # A task with its tick.
        "measure": "M5 4h14v16H5zM8.5 12l2.5 2.5 4.5-5",
        # Work that goes on side by side.
        "project": "M4 6h9M8 12h9M12 18h8",
        # A house of offices.
        "organisation": "M4 21V4h10v17M14 9h6v12M2.5 21h19M7.5 8h3M7.5 12h3M7.5 16h3",
        # Three that are connected.
        "network": (
            "M9.5 5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M2.5 18a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 "
            "0-5 0m14 0a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0M7.5 18h9M6 16l5-9m7 9-5-9"
        ),
        # The rows of a council.
        "body": "M3 18a9 9 0 0 1 18 0M7 18a5 5 0 0 1 10 0M12 18h.01",
        # A block to build with.
        "component": "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9",
        # Coins.
        "scheme": "M4 6c0 4 16 4 16 0S4 2 4 6v12c0 4 16 4 16 0V6M4 12c0 4 16 4 16 0",
        # Sheets, one above the other.
        "framework": "M12 3l9 4.5-9 4.5-9-4.5zM3 12l9 4.5 9-4.5M3 16.5l9 4.5 9-4.5",
        # An open book.
        "term": (
            "M12 6C9.5 4.5 6.5 4 3 4v14c3.5 0 6.5.5 9 2 2.5-1.5 5.5-2 9-2V4c-3.5 0-6.5.5-9 "
            "2zm0 0v14"
        ),
        # A pin on a map.
        "municipality": (
            "M12 21.5c4.5-5.5 7-8.5 7-12.5a7 7 0 1 0-14 0c0 4 2.5 7 7 12.5zM9.5 9a2.5 2.5 0 "
            "1 0 5 0 2.5 2.5 0 1 0-5 0"
        ),
        # A sheet with a seal.
        "decision": (
            "M13 20H5V3h11l3 3v6M8.5 8h6M8.5 12h3M14 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0m1 "
            "2.5V23l2-1 2 1v-3.5"
        ),
        # A flag.
        "milestone": "M6 22V3h12l-3 4.5L18 12H6",
        # A curve between axes.
        "result": "M4 3v17h17M8 15l4-4.5 3 2.5 5-7",
        # A clock.
        "change": "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0m9-5v5l3.5 2",
    }
)


def icon(name: str) -> Markup:
    """Return the drawing of a kind, or of something else that has one, as SVG."""
    return _SVG[name]


_SVG = {
    # Paths are our own.
    name: Markup(  # noqa: S704
        '<svg class="ls-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">'
        f'<path d="{path}"/></svg>'
    )
    for name, path in DRAWINGS.items()
}
