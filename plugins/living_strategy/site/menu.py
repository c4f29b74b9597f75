"""The menu of a site: the main pages and the search, then overviews, lists and written pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.site.context import ViewContext

_MAIN = ("goal", "measure", "project")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A page of the menu, or a heading over others: then `path` is None. Titles are not escaped."""

    title: str
    path: str | None
    children: tuple[MenuItem, ...] = ()


def menu(pages: Iterable[Page], context: ViewContext) -> Iterator[MenuItem]:
    """Yield the items in their order. `pages` are those of ours that stand in the menu."""
    text, addresses, graph = context.language.text, context.addresses, context.graph
    items = {page.path: MenuItem(page.title, page.path) for page in pages}
    main = [addresses.view("results"), *(addresses.index(kind) for kind in _MAIN)]
    lists = {addresses.index(kind) for kind in graph.by_kind}
    search = addresses.view("search")
    overviews = [
        item
        for path, item in items.items()
        if path and path not in lists and path not in main and path != search
    ]
    registers = [item for path, item in items.items() if path in lists and path not in main]
    written_pages = tuple(MenuItem(page.title, page.address) for page in graph.corpus.contents())
    yield MenuItem(text("Front page"), "")
    yield from (items[path] for path in main if path in items)
    if search in items:
        yield items[search]
    groups = (
        (text("Overviews"), tuple(overviews)),
        (text("Lists"), tuple(registers)),
        (text("About"), written_pages),
    )
    yield from (MenuItem(title, None, members) for title, members in groups if members)
