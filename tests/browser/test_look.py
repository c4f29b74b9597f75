"""The look of the site in a browser: the header on a phone, the order of the menu, the thread of
the areas in every scheme, and the width of a desktop.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

# Where each link of the open menu stands, in the order of the document.
LINKS = """() => [...document.querySelectorAll('#ls-menu li > a')].map(
  link => [link.getBoundingClientRect().left, link.getBoundingClientRect().top])"""
# What is drawn of an element's left edge.
EDGE = """element => {
  const style = getComputedStyle(element);
  return [style.borderLeftStyle, parseFloat(style.borderLeftWidth), style.borderLeftColor];
}"""


@pytest.fixture
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page without history."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", ["", "mal/", "kommuner/giske/"])
def test_the_header_is_one_line_on_a_phone(
    width: int, path: str, page: Watched, real_server: Server
) -> None:
    """Name, search and menu stand beside each other, none over another, and all on the screen."""
    page.page.set_viewport_size({"width": width, "height": 800})
    page.go(real_server.url(path))
    boxes = [
        page.page.locator(selector).bounding_box()
        for selector in (".ls-identity", ".ls-find", ".ls-menu-button")
    ]
    places = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    middles = [box["y"] + box["height"] / 2 for box in boxes if box]

    assert len(places) == 3
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert places[0][0] >= 0
    assert places[-1][1] <= width
    assert max(middles) - min(middles) < 3
    assert page.page.evaluate("document.querySelector('.ls-header').offsetHeight") <= 66
    # The name itself keeps to its place: letters that run over are not part of the box.
    brand = page.page.locator(".ls-brand > span")
    assert brand.evaluate("name => name.scrollWidth <= name.parentElement.clientWidth")


@pytest.mark.parametrize("width", [320, 390, 1000, 1350])
def test_the_menu_has_one_order(width: int, page: Watched, real_server: Server) -> None:
    """Who reads downwards, column after column, meets the links in the order of the keyboard."""
    page.page.set_viewport_size({"width": width, "height": 900})
    page.go(real_server.url())
    page.page.locator(".ls-menu-button").click()
    places = [(round(left / 40), top) for left, top in page.page.evaluate(LINKS)]

    assert len(places) > 20
    assert places == sorted(places)
    assert (len({column for column, _ in places}) > 2) == (width == 1350)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_thread_can_be_seen_in_every_scheme(
    scheme: Literal["light", "dark"], forced: Literal["none", "active"], browser: Browser,
    real_server: Server,
) -> None:  # fmt: skip
    """It is made of borders, which keep a colour where a reader's own replace the page's; each card
    of an area is its beginning, in the colour that the page of the area has.
    """
    with watched(browser, real_server.origin, color_scheme=scheme, forced_colors=forced) as opened:
        opened.go(real_server.url())
        card = opened.page.locator(".ls-cards > .ls-card").nth(1)
        edge = card.evaluate(EDGE)
        card.locator("a").first.click()
        strand = opened.page.locator(".ls-thread > i")

        assert edge[0] == "solid"
        assert edge[1] >= 3
        assert strand.count() == 1
        assert strand.evaluate(EDGE)[2] == edge[2]
        colours = {opened.page.evaluate("getComputedStyle(document.body).backgroundColor"), edge[2]}
        assert len(colours) == 2
        assert opened.complaints == []


def test_colour_is_never_alone(page: Watched, real_server: Server) -> None:
    """Where the thread has a strand, the page names its area among the facts."""
    classes = "all => all.map(one => [...one.classList].find(name => name.startsWith('ls-hue-')))"
    page.go(real_server.url("tiltak/"))
    links = page.page.locator("#ls-rows th a").evaluate_all("all => all.map(one => one.href)")
    strands = 0
    for link in links[:8]:
        page.go(link)
        shown = page.page.locator(".ls-thread > i").evaluate_all(classes)
        named = page.page.locator(".ls-panel .ls-stitch").evaluate_all(classes)
        strands += len(shown)
        assert shown == named[: len(shown)]
    assert strands > 8


@pytest.mark.parametrize("path", ["kommuner/giske/", "kommuner/agder-fylke/", "kommuner/drammen/"])
def test_a_place_uses_the_width_of_a_desktop(
    path: str, page: Watched, small_server: Server
) -> None:
    """Two columns: what is worked out, and beside it the facts and where the place is mentioned. On
    a phone the facts come before the text, and nothing is wider than the screen.
    """
    page.page.set_viewport_size({"width": 1350, "height": 900})
    page.go(small_server.url(path))
    reading, panel, beside = (
        page.page.locator(selector).bounding_box()
        for selector in (".ls-reading", ".ls-panel", ".ls-beside")
    )
    assert reading
    assert panel
    assert beside

    assert panel["x"] >= reading["x"] + reading["width"]
    assert beside["x"] == panel["x"]
    assert beside["y"] >= panel["y"] + panel["height"]
    assert panel["x"] + panel["width"] - reading["x"] >= 1150

    page.page.set_viewport_size({"width": 320, "height": 800})
    order = [
        page.page.locator(selector).bounding_box() for selector in (".ls-panel", ".ls-reading")
    ]
    tops = [box["y"] for box in order if box]
    assert len(tops) == 2
    assert tops == sorted(tops)
    assert page.page.evaluate("document.documentElement.scrollWidth") == 320
