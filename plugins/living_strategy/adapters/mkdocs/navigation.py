"""The menu that a strategy gets unless its mkdocs.yml has one."""

from __future__ import annotations

from typing import Any

from markupsafe import escape

from living_strategy.adapters.site_build import StrategyBuild
from living_strategy.artifact import Page

_MAIN = ("goal", "measure", "project")


def menu(build: StrategyBuild) -> list[Any]:
    """Front page, the three item kinds, overviews, registers, written pages, search.

    Titles are markup that is escaped already.
    """
    text = build.language.text
    addresses = build.context.addresses
    main = [addresses.index(kind) for kind in _MAIN]
    lists = {addresses.index(kind) for kind in build.context.graph.by_kind}
    search = addresses.view("search")
    entries = {page.path: _entry(page) for page in build.menu_pages}
    overviews = [
        entry for path, entry in entries.items() if path and path not in lists and path != search
    ]
    registers = [entry for path, entry in entries.items() if path in lists and path not in main]
    written = [{escape(page.title): page.path} for page in build.context.graph.corpus.contents()]
    return [
        {text("Front page"): "index.md"},
        *(entries[path] for path in main if path in entries),
        {text("Overviews"): [*overviews, *registers]},
        *([{text("About"): written}] if written else []),
        *([entries[search]] if search in entries else []),
    ]


def _entry(page: Page) -> dict[str, str]:
    return {escape(page.title): f"{page.path}index.md"}
