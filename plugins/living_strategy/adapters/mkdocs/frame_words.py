"""What the templates of the frame need besides the page: words, name and mark, fixed addresses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from living_strategy.adapters.mkdocs.theme_files import MAIN_STYLE
from living_strategy.publication import Publication
from living_strategy.site.assets import STYLE
from living_strategy.site.frame import frame_values

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def frame_words(publication: Publication, config: MkDocsConfig) -> dict[str, Any]:
    """Globals for the theme's environment."""
    return {
        "_": publication.language.text,
        "frame": frame_values(publication.context, _theme_style(config)),
    }


def _theme_style(config: MkDocsConfig) -> str:
    """Return the theme's stylesheet, whose name has a hash of its content."""
    for folder in map(Path, config.theme.dirs):
        for path in sorted(folder.glob(MAIN_STYLE)):
            return path.relative_to(folder).as_posix()
    return STYLE
