"""What the sites that are built once consist of, read once, and the pages to look at."""

from __future__ import annotations

from functools import cache

from living_strategy.artifact import Page
from living_strategy.publication import Publication
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.integration.site_support import Site, pages


@cache
def published(site: Site) -> Publication:
    """The strategy that a site was made from."""
    return site.build()


@cache
def pages_of(site: Site) -> tuple[Page, ...]:
    """Every page of ours."""
    return tuple(pages(published(site)))


@cache
def samples(site: Site) -> dict[str, str]:
    """A page of every template, and every page of the menu, by a name for its picture: of each
    kind the one with the most on it.
    """
    heaviest: dict[str, Page] = {}
    for page in pages_of(site):
        is_part = page.path.count("/") if not page.in_menu else 0
        name = page.path.rstrip("/") or "forside"
        key = f"meny-{name}" if page.in_menu else f"{page.type}-{is_part}"
        if key not in heaviest or len(page.content) > len(heaviest[key].content):
            heaviest[key] = page
    paths = {
        key.replace("/", "-"): page.path for key, page in heaviest.items() if page.path != NOT_FOUND
    }
    paths["skrevet"] = published(site).context.graph.corpus.prose[0].address
    return paths | {"ikke-funnet": "finnes/ikke/her/"}


@cache
def templates(site: Site) -> dict[str, str]:
    """Of these the first of each template: lists of the menu share one."""
    kinds = {page.path: (page.type, page.in_menu) for page in pages_of(site)}
    first: dict[object, str] = {}
    for name, path in sorted(samples(site).items()):
        first.setdefault(kinds.get(path, name), name)
    return {name: samples(site)[name] for name in first.values()}
