"""What the templates of the frame need besides the page: words, name and mark, fixed addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from living_strategy.adapters.footer import contact
from living_strategy.adapters.site_build import StrategyBuild

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def frame_words(build: StrategyBuild, config: MkDocsConfig) -> dict[str, Any]:
    """Globals for the theme's environment. Texts in them are not HTML yet."""
    design, addresses = build.settings.design, build.context.addresses
    return {
        "_": build.language.text,
        "frame": {
            "name": design.name,
            "mark": design.mark,
            "search_page": addresses.view("search"),
            "print_page": addresses.view("print"),
            "theme_style": _theme_style(config),
            "is_listed": build.settings.is_listed,
            "disclaimer": build.settings.disclaimer,
            "contact": contact(build.settings),
        },
    }


def _theme_style(config: MkDocsConfig) -> str:
    """The theme's stylesheet, whose name has a hash of its content."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob("assets/stylesheets/main.*.min.css")):
            return path.relative_to(folder).as_posix()
    return "assets/living-strategy/site.css"
