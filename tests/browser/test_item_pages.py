"""Pages of entries: two columns on a wide screen, and nothing to stumble over on a narrow one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.samples import pages_of, samples
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]

# Left, top and right of the parts of a page.
BOXES = """() => Object.fromEntries([".ls-head", ".ls-panel", ".ls-reading"].map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return [name, [box.left, box.top, box.right]];
}))"""
# How many letters a line has, on average, in each paragraph of more than two lines.
LINES = """() => [...document.querySelectorAll(".ls-reading p")].map(paragraph => {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const lines = new Set([...range.getClientRects()].map(box => Math.round(box.bottom / 8))).size;
  return lines > 2 ? paragraph.textContent.trim().length / lines : 0;
})"""
# Boxes that take the focus and do not scroll, or scroll and do not say so.
DEAD_STOPS = """() => [...document.querySelectorAll(".ls-scroll")].filter(box => {
  const scrolls = box.scrollWidth > box.clientWidth + 1;
  return scrolls !== (box.tabIndex === 0) || scrolls !== Boolean(box.dataset.scroll);
}).map(box => box.getAttribute("aria-label"))"""


@pytest.fixture
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page that complains of nothing."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []


def item_paths(site: Site) -> list[str]:
    """The heaviest page of each kind that has two columns from the top. Those of places have a wide
    head: see test_look.py.
    """
    texts = {made.path: made.content for made in pages_of(site)}
    two_columns = (path for path in samples(site).values() if "ls-panel" in texts.get(path, ""))
    return [path for path in two_columns if ' ls-place"' not in texts[path]]


def test_facts_stand_beside_the_text(page: Watched, small_site: Site, small_server: Server) -> None:
    """From 1100 px to the right of it and at the top; below that after the summary."""
    paths = item_paths(small_site)
    assert len(paths) > 8
    for path in paths:
        page.page.set_viewport_size({"width": 1350, "height": 900})
        page.go(small_server.url(path))
        head, panel, reading = page.page.evaluate(BOXES).values()
        assert panel[0] > reading[2], path
        assert abs(panel[1] - head[1]) < 40, path
        for width in (390, 320):
            page.page.set_viewport_size({"width": width, "height": 800})
            head, panel, reading = page.page.evaluate(BOXES).values()
            assert head[1] < panel[1] < reading[1], path
            assert head[0] == panel[0] == reading[0], path
            assert panel[2] <= width, path


def test_lines_are_no_longer_than_can_be_read(
    browser: Browser, real_site: Site, real_server: Server
) -> None:
    """About seventy letters on a wide screen."""
    longest = []
    with watched(browser, real_server.origin, viewport={"width": 1350, "height": 900}) as page:
        for path in item_paths(real_site):
            page.go(real_server.url(path))
            longest += page.page.evaluate(LINES)

    assert 40 < max(longest) < 78


def test_nothing_stops_at_what_does_not_scroll(
    page: Watched, small_site: Site, small_server: Server
) -> None:
    """On every template, as it opens and when it is folded out; what scrolls says so."""
    faults = []
    for path in samples(small_site).values():
        if path.startswith("finnes"):
            continue
        page.go(small_server.url(path))
        for width in (1350, 320):
            page.page.set_viewport_size({"width": width, "height": 800})
            page.page.evaluate(
                "for (const part of document.querySelectorAll('article details')) part.open = true"
            )
            page.page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
            )
            faults += [(path, width, name) for name in page.page.evaluate(DEAD_STOPS)]

    assert faults == []
