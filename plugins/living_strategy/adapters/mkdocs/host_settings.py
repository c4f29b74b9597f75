"""What mkdocs.yml must say for the site to be right; what cannot work is one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from living_strategy.content.intake import STRATEGY
from living_strategy.content.selection import Selection
from living_strategy.language import Language

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from pathspec.gitignore import GitIgnoreSpec

THEME = "material"
# The first template of the theme that a page of ours needs; a theme made from it finds it, too.
_NEEDED = "partials/language.html"


def content_root(config: MkDocsConfig) -> Path:
    """Return the folder of the strategy: the one that the configuration lies in."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def missing_strategy(config: MkDocsConfig, language: Language) -> str:
    """Say that there is no strategy beside the configuration."""
    message = language.text(
        "{folder} has no strategy: the file strategy/strategy.yml is missing. {file} must lie in "
        "the folder that holds strategy/."
    )
    return message.format(folder=content_root(config), file=_name(config))


def unsuitable(config: MkDocsConfig, language: Language) -> str:
    """Why no right site can be built with these settings; empty when it can."""
    if Path(config.docs_dir).resolve() != (content_root(config) / STRATEGY).resolve():
        message = language.text(
            "“docs_dir” leads to {folder}, but the texts of a strategy lie in strategy/. Write "
            "“docs_dir: strategy” in {file}."
        )
        return message.format(folder=config.docs_dir, file=_name(config))
    if not any((Path(folder) / _NEEDED).is_file() for folder in config.theme.dirs):
        message = language.text(
            "The site needs the theme “{theme}”. Write “theme: {theme}” in {file}."
        )
        return message.format(theme=THEME, file=_name(config))
    if not config.use_directory_urls:
        message = language.text(
            "“use_directory_urls: false” cannot be used: the address of every page is a folder. "
            "Take it out of {file}, or the plugin that sets it, such as “offline”."
        )
        return message.format(file=_name(config))
    return ""


def selection(config: MkDocsConfig, *, for_preview: bool) -> Selection:
    """Say what the host was told about pages and files. A preview shows drafts, but in no menu, as
    the host does with pages of its own.
    """
    excluded, drafts, hidden = config.exclude_docs, config.draft_docs, config.not_in_nav

    def leaves_out(path: str) -> bool:
        return _names(excluded, path) or (not for_preview and _names(drafts, path))

    return Selection(leaves_out, lambda path: _names(drafts, path) or _names(hidden, path))


def _names(patterns: GitIgnoreSpec | None, path: str) -> bool:
    return patterns is not None and patterns.match_file(path)


def _name(config: MkDocsConfig) -> str:
    return Path(config.config_file_path or "mkdocs.yml").name
