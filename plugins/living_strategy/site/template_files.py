"""Which templates there are: ours, and those of a strategy that replace them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from living_strategy.content.source import ContentSource, Linked, Unreadable

OVERRIDES = "overrides/views"
_SITE = Path(__file__).parent


@cache
def template_folders() -> tuple[Path, ...]:
    """Return the folders of our templates: one lies beside the page type or part that it is for."""
    paths = (path for room in ("pages", "parts") for path in (_SITE / room).rglob("*.html"))
    return tuple(sorted({path.parent for path in paths}))


def template_names() -> tuple[str, ...]:
    """Return the templates of ours, sorted."""
    folders = template_folders()
    return tuple(sorted(path.name for folder in folders for path in folder.glob("*.html")))


def overridden(source: ContentSource) -> tuple[str, ...]:
    """Return the templates that a strategy overrides, sorted."""
    names = source.listing(OVERRIDES)
    if isinstance(names, (Linked, Unreadable)):
        return ()
    return tuple(name for name, _ in names if name.endswith(".html"))
