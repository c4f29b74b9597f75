"""The front page: its doors lead where they say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

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


def test_doors_lead_to_lists_with_the_choice_made(page: Watched, small_server: Server) -> None:
    """Every link in the three doors leads to a page, and a choice in its address is one the list
    has.
    """
    page.go(small_server.url())
    links = page.page.eval_on_selector_all(".ls-door a", "all => all.map(link => link.href)")
    assert len(links) > 15
    for link in (link for link in links if "?" in link):
        page.go(link)
        chosen = page.page.locator(".ls-filter select").evaluate_all(
            "all => all.filter(field => field.value).map(field => field.name + '=' + field.value)"
        )
        assert chosen == [link.split("?")[1]]
