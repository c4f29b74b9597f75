"""Which templates there are: ours, and those of a strategy that replace them."""

from __future__ import annotations

from pathlib import Path

OVERRIDES = "overrides/views"
_SITE = Path(__file__).parent
# A template lies beside the page type or the part that it belongs to.
FOLDERS = tuple(
    sorted({path.parent for room in ("pages", "parts") for path in (_SITE / room).rglob("*.html")})
)


def template_names(*folders: Path) -> tuple[str, ...]:
    """The templates in these folders, sorted."""
    return tuple(sorted(path.name for folder in folders for path in folder.glob("*.html")))
