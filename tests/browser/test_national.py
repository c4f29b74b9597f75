"""National goals in a browser: at a site that follows them, and at the site that has them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import axe_faults
from tests.browser.server import Server
from tests.browser.watch import watched

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.no_cover]

PAGES = (
    "nasjonale-mal/",
    "nasjonale-mal/ks/personvern/",
    "nasjonale-mal/ks/deling/",
    "nasjonale-endringer/",
    "lokale-strategier/",
    "lokale-strategier/mal/mal-1/",
    "lokale-strategier/tiltak/",
    "tiltak/personvernet/",
    "over-fristen/",
    "kart/",
)
TOO_WIDE = "document.body.scrollWidth > document.documentElement.clientWidth"
OPEN_ALL = "() => document.querySelectorAll('details').forEach(part => { part.open = true })"
LOOKS = (((390, 844), "light"), ((1350, 900), "dark"))


def test_axe_finds_nothing(browser: Browser, small_server: Server) -> None:
    """Every rule, with everything opened, on a phone in light colours and on a desk in dark ones;
    nothing is too wide.
    """
    faults: list[str] = []
    for (width, height), scheme in LOOKS:
        with watched(browser, small_server.origin, color_scheme=scheme) as opened:
            opened.page.set_viewport_size({"width": width, "height": height})
            for path in PAGES:
                opened.go(small_server.url(path))
                opened.page.evaluate(OPEN_ALL)
                faults += axe_faults(opened.page, f"{path} {scheme}")
                faults += [f"{path} is too wide at {width}"] * opened.page.evaluate(TOO_WIDE)
            faults += opened.complaints

    assert faults == []


def test_from_a_measure_to_the_goal_and_back(browser: Browser, small_server: Server) -> None:
    """A reader of a measure finds the national goal, what is decided, and the way back."""
    with watched(browser, small_server.origin) as opened:
        page = opened.page
        opened.go(small_server.url("kart/"))
        page.get_by_role("heading", name="Arbeid for nasjonale mål").wait_for()
        page.get_by_text("Innebygd personvern").last.click()
        page.get_by_role("link", name="Om det nasjonale målet").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Innebygd personvern")
        expect(page.locator(".ls-panel")).to_contain_text("Tilpasset")
        page.get_by_role("link", name="Tiltak 6").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tiltak 6")
        expect(page.get_by_role("main")).to_contain_text("I den nasjonale strategien")

    assert opened.complaints == []
