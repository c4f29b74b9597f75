"""The menu in the form of mkdocs.yml: ours, or that of mkdocs.yml without what is left out."""

from __future__ import annotations

from collections.abc import Container, Iterable
from html import escape
from typing import Any

from living_strategy.site.menu import MenuItem


def navigation(items: Iterable[MenuItem], sources: dict[str, str]) -> list[Any]:
    """Return the value of `nav`.

    `sources` are the source paths of the host's pages by their addresses.

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


def without(nav: Any, left_out: Container[str]) -> Any:
    """Return a menu of mkdocs.yml without the pages that the same file leaves out, which would be
    links to nothing, and without headings over nothing.
    """
    match nav:
        case str():
            return None if nav in left_out else nav
        case list():
            return [item for item in (without(item, left_out) for item in nav) if item]
        case dict():
            items = ((title, without(item, left_out)) for title, item in nav.items())
            return {title: item for title, item in items if item}
    return nav
