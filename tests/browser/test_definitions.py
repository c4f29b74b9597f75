"""Terms on a page: their meaning opens by mouse and keyboard, with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.watch import watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGE = "mal/mal-1/"
IN_VIEW = """element => {
  const box = element.getBoundingClientRect();
  return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
}"""


@pytest.mark.parametrize("width", [320, 1350])
@pytest.mark.parametrize("has_script", [True, False])
def test_meaning_of_a_term(
    browser: Browser, small_server: Server, width: int, has_script: bool
) -> None:
    """Enter on the word shows its meaning whole, Tab leads to the word's page, Escape closes."""
    with watched(
        browser,
        small_server.origin,
        java_script_enabled=has_script,
        viewport={"width": width, "height": 800},
    ) as opened:
        page = opened.page
        opened.go(small_server.url(PAGE))
        word = page.locator(".ls-term").first
        meaning = page.locator(f"#{word.get_attribute('popovertarget')}")

        assert not meaning.is_visible()
        word.scroll_into_view_if_needed()
        word.focus()
        page.keyboard.press("Enter")
        assert meaning.is_visible()
        assert meaning.evaluate(IN_VIEW)
        page.keyboard.press("Escape")
        assert not meaning.is_visible()
        word.click()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ordliste/**")
        assert (opened.complaints, opened.strangers) == ([], [])


def test_paper_and_search_have_the_word_alone(browser: Browser, small_server: Server) -> None:
    """On paper nothing opens: the text has its words, and no meaning stands below it."""
    with watched(browser, small_server.origin) as opened:
        page = opened.page
        opened.go(small_server.url(PAGE))
        page.emulate_media(media="print")

        assert page.locator(".ls-term").first.is_visible()
        assert not page.locator(".ls-definition").first.is_visible()
