"""Paper: every template fits on A4, without the frame and with everything folded out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from living_strategy.model import Scheme
from tests.browser.samples import published, samples
from tests.browser.server import Server
from tests.browser.test_real_pages import PICTURES
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]

# A4 less its margins of 16 mm, at 96 pixels an inch.
PAPER = {"width": 672, "height": 986}
A4 = {(595, 842), (842, 595)}
# Tables of many columns lie on their side, where there is room for 265 mm.
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(element => element.checkVisibility() && element.getBoundingClientRect().right >
    (element.closest(".ls-scroll:has(thead th:nth-child(7))") ? 1004 : 673))
  .map(element => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 50)}`)
  .slice(0, 5)"""
FRAME = (
    ".ls-skip, .ls-menu-button, .ls-menu, .ls-main-links, .ls-find, .ls-footer ul, "
    ".ls-scheme, .ls-edit, .ls-report, .ls-crumbs"
)
SHOWN = """selector => [...document.querySelectorAll(selector)]
  .filter(part => part.checkVisibility()).map(part => part.className)"""
# Paper is as narrow as a phone for the map, whose list says the same; a filter is for the screen.
FOLDED = """() => [...document.querySelectorAll("details > :not(summary)")]
  .filter(part => !part.closest(".ls-filter, #ls-search, .ls-map-picture, .ls-edit, .ls-report"))
  .filter(part => !part.checkVisibility({contentVisibilityAuto: true})
    || !part.getClientRects().length)
  .map(part => part.textContent.slice(0, 50))"""
# What nobody can press on paper, and looks as if: a word of a text may be a button that has no look
# of its own.
CONTROLS = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(control => {
    const style = getComputedStyle(control);
    const isBare = style.borderTopStyle === "none" && style.backgroundColor === "rgba(0, 0, 0, 0)";
    return control.checkVisibility() && !(control.localName === "button" && isBare);
  }).map(control => control.outerHTML.slice(0, 80))"""
# Rows that are left out, and words of column headings that go on in the next line.
TORN = """() => {
  const rows = [...document.querySelectorAll("main tbody tr")]
    .filter(row => !row.checkVisibility() || !row.getClientRects().length);
  const words = [];
  for (const heading of document.querySelectorAll("main thead th")) {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { 0: word, index } of texts.currentNode.data.matchAll(/[\\wæøåÆØÅ]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) words.push(word);
      }
    }
  }
  return [...rows.map(row => row.textContent.slice(0, 60)), ...words];
}"""

LEAPS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
  .filter((heading, at, all) => at && heading.tagName[1] - all[at - 1].tagName[1] > 1)
  .map(heading => heading.textContent)"""
LOST = """() => [...document.querySelectorAll('.ls-print a[href^="#"]')]
  .filter(link => !document.getElementById(link.hash.slice(1))).map(link => link.textContent)"""


@pytest.fixture(scope="module")
def page(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """A page of the real site as it looks on paper."""
    with on_paper(browser, real_server) as opened:
        yield opened


@contextmanager
def on_paper(browser: Browser, server: Server) -> Iterator[Watched]:
    """A page as it looks on paper, of a reader who has a dark screen."""
    with watched(browser, server.origin, color_scheme="dark", viewport=PAPER) as opened:
        opened.page.emulate_media(media="print", color_scheme="dark")
        yield opened


@pytest.mark.parametrize("part", range(3))
def test_every_template_prints(
    part: int, page: Watched, real_site: Site, real_server: Server
) -> None:
    """Nothing is cut at the edge, the frame and what one could press are gone, what is folded is
    open, tables have all rows and whole words in their heads, the paper is white.
    """
    faults = []
    for name, path in sorted(samples(real_site).items())[part::3]:
        page.go(real_server.url(path))
        faults += [f"{name}: too wide: {what}" for what in page.page.evaluate(TOO_WIDE)]
        faults += [f"{name}: shown: {what}" for what in page.page.evaluate(SHOWN, FRAME)]
        faults += [f"{name}: folded: {what}" for what in page.page.evaluate(FOLDED)]
        faults += [f"{name}: to press: {what}" for what in page.page.evaluate(CONTROLS)]
        faults += [f"{name}: torn: {what}" for what in page.page.evaluate(TORN)]
        ground = page.page.evaluate("getComputedStyle(document.body).backgroundColor")
        faults += [f"{name}: on {ground}"] * (ground != "rgb(255, 255, 255)")

    assert faults == []


def test_pages_are_a4(browser: Browser, small_server: Server) -> None:
    """The PDF that a browser makes has A4 pages, on their side for tables of many columns."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with on_paper(browser, small_server) as page:
        page.go(small_server.url("involvering/"))
        pdf = page.page.pdf(path=PICTURES / "involvering.pdf", prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)

    assert {(round(float(width)), round(float(height))) for width, height in boxes} == A4


def test_the_whole_strategy_on_one_page(
    page: Watched, real_site: Site, real_server: Server
) -> None:
    """It has every text, area, goal, measure and project, each scheme that something is told of, a
    sound outline and contents that lead to them; it is found from the foot of each page, and is
    not for search engines.
    """
    page.go(real_server.url("mal/"))
    target = page.page.locator(".ls-footer a", has_text="Skriv ut hele strategien")
    page.go(str(target.evaluate("link => link.href")))
    graph = published(real_site).context.graph
    entries = {
        entry.title
        for kind in ("area", "goal", "measure", "project")
        for entry in graph.by_kind[kind]
        if not entry.retired
    }
    texts = {written.title for written in graph.corpus.prose if written.address}
    schemes = {
        scheme.title
        for scheme in graph.active(Scheme)
        if scheme.decisions or scheme.milestones or scheme.amounts or scheme.updates
    }
    titles = page.page.locator(".ls-chapter > :is(h2, h3, h4) > a").all_text_contents()

    assert len(titles) == len(set(titles))
    assert schemes
    assert set(titles) == entries | texts | schemes
    assert page.page.evaluate(LEAPS) == []
    assert page.page.evaluate(LOST) == []
    assert page.page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    address = page.page.url.removeprefix(real_server.url())
    assert address
    assert address not in (real_site.folder / "sitemap.xml").read_text("utf-8")
