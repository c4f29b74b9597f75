"""What a first visit sends over the wire, on a host that compresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.samples import pages_of, samples
from tests.browser.server import Server, compressed
from tests.browser.watch import watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
# The texts of a page weigh what their writers write: see tests/content/test_weight.py.
ITEMS = ("goal", "measure", "project")
MOST_IN_ALL, MOST_HTML = 120_000, 12_000


def _size(response: Response) -> int:
    return int(response.headers.get("content-length", 0))


def _first_visit(browser: Browser, server: Server, path: str) -> dict[str, int]:
    """Bytes of bodies by address, with an empty cache; headers come on top."""
    with watched(browser, server.origin) as opened:
        sizes: dict[str, int] = {}
        opened.page.on("response", lambda answer: sizes.update({answer.url: _size(answer)}))
        # The search fetches its program after the page.
        is_search = path.startswith("sok/")
        opened.page.goto(server.url(path), wait_until="networkidle" if is_search else "load")
        assert opened.strangers == []
    return sizes


def first_visits(browser: Browser, site: Site, *kinds: str) -> dict[str, dict[str, int]]:
    """What the heaviest page of every kind, or of these, weighs: its HTML, and all its files."""
    table = {}
    with Server(site.folder, site.base, compress=True) as server:
        for name, path in sorted(samples(site).items()):
            if kinds and name.split("-")[0] not in kinds:
                continue
            sizes = _first_visit(browser, server, path)
            html = sizes[server.url(path)]
            table[name] = {"html": html, "all": sum(sizes.values()), "requests": len(sizes)}
    return table


def heavy(table: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """The kinds of items whose heaviest page is beyond the budget."""
    items = {name: row for name, row in table.items() if name.split("-")[0] in ITEMS}
    assert len(items) >= len(ITEMS)
    assert all(row["requests"] > 3 for row in items.values()), "styles and scripts count too"
    return {name: row for name, row in items.items() if row["all"] > MOST_IN_ALL}


def heavy_html(site: Site) -> dict[str, int]:
    """The goals, measures and projects whose HTML is beyond the budget, compressed."""
    files: list[Path] = [site.file(page.path) for page in pages_of(site) if page.type in ITEMS]
    sizes = {path.parent.name: len(compressed(path)) for path in files}
    assert sizes
    return {name: size for name, size in sizes.items() if size > MOST_HTML}


def test_first_visits(browser: Browser, small_site: Site) -> None:
    """The heaviest page of every kind of item is within the budget, with all its files."""
    assert heavy(first_visits(browser, small_site, *ITEMS)) == {}


def test_html_of_every_item(small_site: Site) -> None:
    """No goal, measure or project is larger than the budget."""
    assert heavy_html(small_site) == {}
