"""What a first visit sends over the wire, on a host that compresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.server import Server, compressed
from tests.browser.test_real_pages import samples
from tests.browser.watch import watched
from tests.integration.site_support import REPOSITORY, Site, pages

pytestmark = [pytest.mark.browser, pytest.mark.site]
REPORT = REPOSITORY / "test-artifacts" / "weights.json"
ITEMS = ("goal", "measure", "project")
MOST_IN_ALL, MOST_HTML = 120_000, 12_000


def _size(response: Response) -> int:
    return int(response.headers.get("content-length", 0))


def _first_visit(browser: Browser, server: Server, path: str) -> dict[str, int]:
    """Bytes of bodies by address, with an empty cache; headers come on top."""
    with watched(browser, server.origin) as opened:
        sizes: dict[str, int] = {}
        opened.page.on("response", lambda one: sizes.update({one.url: _size(one)}))
        # The search fetches its program after the page.
        is_search = path.startswith("sok/")
        opened.page.goto(server.url(path), wait_until="networkidle" if is_search else "load")
        assert opened.strangers == []
    return sizes


def test_first_visits(browser: Browser, real_site: Site) -> None:
    """The heaviest page of every kind, and with all its files; the table is kept for people."""
    table = {}
    with Server(real_site.folder, real_site.base, compress=True) as server:
        for name, path in sorted(samples(real_site).items()):
            sizes = _first_visit(browser, server, path)
            html = sizes[server.url(path)]
            table[name] = {"html": html, "all": sum(sizes.values()), "requests": len(sizes)}
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(table, indent=2, ensure_ascii=False), "utf-8")

    items = {name: row for name, row in table.items() if name.split("-")[0] in ITEMS}
    assert len(items) >= len(ITEMS)
    assert all(row["requests"] > 3 for row in items.values()), "styles and scripts count too"
    assert {name: row for name, row in items.items() if row["all"] > MOST_IN_ALL} == {}


def test_html_of_every_item(real_site: Site) -> None:
    """No goal, measure or project is larger than the budget, compressed."""
    files: list[Path] = [
        real_site.file(one.path) for one in pages(real_site.build()) if one.type in ITEMS
    ]

    assert len(files) > 100
    sizes = {path.parent.name: len(compressed(path)) for path in files}
    assert {name: size for name, size in sizes.items() if size > MOST_HTML} == {}
