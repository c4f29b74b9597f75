"""Which templates there are: ours, and those of a strategy that replace them."""

from __future__ import annotations

from pathlib import Path

OVERRIDES = "overrides/views"
TEMPLATES = Path(__file__).parent.parent / "views" / "templates"


def template_names(folder: Path) -> tuple[str, ...]:
    """The templates in a folder, sorted."""
    return tuple(sorted(path.name for path in folder.glob("*.html")))
