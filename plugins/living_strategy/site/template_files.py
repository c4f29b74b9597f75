"""Which templates there are: ours, and those of a strategy that replace them."""

from __future__ import annotations

from pathlib import Path

from living_strategy.content.source import ContentSource, Linked, Unreadable

OVERRIDES = "overrides/views"
_SITE = Path(__file__).parent
# A template lies beside the page type or the part that it belongs to.
FOLDERS = tuple(
    sorted({path.parent for room in ("pages", "parts") for path in (_SITE / room).rglob("*.html")})
)


def template_names(*folders: Path) -> tuple[str, ...]:
    """Return the templates in these folders, sorted."""
    return tuple(sorted(path.name for folder in folders for path in folder.glob("*.html")))


def overridden(source: ContentSource) -> tuple[str, ...]:
    """Return the templates that a strategy overrides, sorted."""
    names = source.listing(OVERRIDES)
    if isinstance(names, (Linked, Unreadable)):
        return ()
    return tuple(name for name, _ in names if name.endswith(".html"))
