"""The front page: its doors lead where they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page without history."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def test_doors_lead_to_lists_with_the_choice_made(browser: Browser, real_server: Server) -> None:
    """Every way leads to a page, and a choice in its address is one the list has."""
    with watched(browser, real_server.origin) as opened:
        opened.go(real_server.url())
        links = opened.page.eval_on_selector_all(".ls-door a", "all => all.map(one => one.href)")
        chosen = {}
        for link in links:
            if "/data/" not in link:
                opened.go(link)
                chosen[link] = opened.page.locator(".ls-filter select").evaluate_all(
                    "all => all.filter(one => one.value).map(one => `${one.name}=${one.value}`)"
                )

        assert len(chosen) > 3
        assert real_server.url("mal/?vedtak=adopted") in chosen
        assert chosen == {link: link.split("?")[1:] for link in chosen}
        assert (opened.complaints, opened.strangers) == ([], [])


FIRST_VIEW = {"heading": "h1", "search": "#ls-ask", "look-up": "#ls-place",
              "results": ".ls-outcomes .ls-number"}  # fmt: skip


@pytest.mark.parametrize("size", [(390, 844), (1350, 900)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_view_says_what_it_is_and_how_it_goes(
    size: tuple[int, int], scheme: Literal["light", "dark"], page: Watched, small_server: Server
) -> None:
    """Without scrolling: heading, search, look-up and results, and the header on one line."""
    width, height = size
    page.page.set_viewport_size({"width": width, "height": height})
    page.page.emulate_media(color_scheme=scheme)
    page.go(small_server.url())

    ends = {
        name: box["y"] + box["height"]
        for name, selector in FIRST_VIEW.items()
        if (box := page.page.locator(selector).first.bounding_box())
    }
    assert ends.keys() == FIRST_VIEW.keys()
    assert max(ends.values()) < height
    header = page.page.locator(".ls-header").bounding_box()
    assert header is not None
    assert header["height"] <= 66


RESULTS = """
all => all.map(one => ({
  number: one.querySelector(".ls-number").textContent.trim() !== "",
  line: Boolean(one.querySelector(".ls-series")),
  way: one.querySelector(".ls-course").textContent.trim() !== "",
  source: /\\d{4} · ./.test(one.querySelector(".ls-outcome-source").textContent),
  inside: [one, ...one.querySelectorAll(".ls-number, .ls-series, h3, .ls-course, p:last-child")]
    .every(part => {
      const box = part.getBoundingClientRect();
      return box.height > 0 && box.left >= 0 && box.right <= innerWidth && box.bottom < innerHeight;
    }),
}))"""


@pytest.mark.parametrize("size", [(390, 844), (1350, 900)])
def test_the_first_view_shows_all_results_of_the_strip(
    size: tuple[int, int], browser: Browser, real_server: Server
) -> None:
    """Six, each with number, line, direction, year and source, and none beside the screen."""
    width, height = size
    with watched(browser, real_server.origin) as opened:
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.go(real_server.url())

        shown = opened.page.locator(".ls-first .ls-outcome").evaluate_all(RESULTS)
        assert shown == [dict.fromkeys(("number", "line", "way", "source", "inside"), True)] * 6
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width
        assert (opened.complaints, opened.strangers) == ([], [])


@pytest.mark.parametrize("width", [320, 390, 480])
def test_a_strip_of_results_runs_into_no_other(
    width: int, page: Watched, small_server: Server
) -> None:
    """Numbers and lines stay in their column, and titles are whole for those who hear them."""
    page.page.set_viewport_size({"width": width, "height": 844})
    page.go(small_server.url())

    wider = page.page.locator(".ls-first .ls-outcome").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 2).length"
    )
    assert wider == 0
    titles = page.page.locator(".ls-first .ls-outcome h3 a").all_text_contents()
    assert titles
    assert not [title for title in titles if "…" in title]


def test_the_search_of_the_front_page_leads_to_hits(page: Watched, small_server: Server) -> None:
    """What is typed there is searched for on the page of the search."""
    page.go(small_server.url())
    page.page.get_by_label("Søk i strategien").fill("barnevern")
    page.page.keyboard.press("Enter")

    page.page.wait_for_url(small_server.url("sok/?q=barnevern"))
    expect(page.page.locator("#ls-q")).to_have_value("barnevern")
    expect(page.page.locator("#ls-search-results li").first).to_be_visible()
