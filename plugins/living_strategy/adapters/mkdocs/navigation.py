"""Our menu in the form of mkdocs.yml, for a strategy whose mkdocs.yml has none."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from living_strategy.site.menu import MenuItem


def navigation(items: Iterable[MenuItem], sources: dict[str, str]) -> list[Any]:
    """The value of `nav`. `sources` are the source paths of the host's pages by their addresses.

    A preview that begins with errors may leave out pages whose names are refused. Titles are HTML:
    the theme prints them as they are.
    """
    return [
        {escape(item.title): navigation(item.children, sources)}
        if item.path is None
        else {escape(item.title): sources[item.path]}
        for item in items
        if item.path is None or item.path in sources
    ]
