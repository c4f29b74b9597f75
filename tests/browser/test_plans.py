"""The plans in a reader's hands: their texts copied into a paper, and their workbooks fetched."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.test_entry_actions import CLIPBOARD, REFUSED, copied, said
from tests.browser.watch import watched
from tests.integration.site_support import Site
from tests.unit.papers.workbooks import ReadWorkbook

pytestmark = [pytest.mark.browser, pytest.mark.site]

PAGES = ("handlingsplan/", "okonomiplan/")
COPY = ".ls-actions button"


@pytest.mark.parametrize("path", PAGES)
def test_the_text_for_the_case_is_copied(path: str, browser: Browser, small_server: Server) -> None:
    """A sentence a paragraph, as the page has them, and nothing else of the page."""
    with watched(browser, small_server.origin, permissions=CLIPBOARD) as opened:
        opened.go(small_server.url(path))
        sentences = opened.page.locator(".ls-paper p").all_inner_texts()
        opened.page.click(COPY)
        done, text = said(opened.page), copied(opened.page)
        assert opened.strangers == []
        assert opened.complaints == []

    assert done == "Kopiert. Lim det inn i dokumentet ditt."
    assert text.strip().split("\n\n") == [line.replace("\xa0", " ") for line in sentences]
    assert len(sentences) > 2


def test_a_browser_that_refuses(browser: Browser, small_server: Server) -> None:
    """The text stands there, selected, to be copied by hand."""
    with watched(browser, small_server.origin) as opened:
        opened.page.add_init_script(REFUSED)
        opened.go(small_server.url(PAGES[0]))
        opened.page.click(COPY)
        assert said(opened.page).startswith("Nettleseren lar oss ikke kopiere.")
        selected = opened.page.evaluate("getSelection().toString()")
        first = opened.page.locator(".ls-paper p").first.inner_text()

    assert first in selected


@pytest.mark.parametrize("path", PAGES)
def test_the_workbook_is_fetched(
    path: str, browser: Browser, small_site: Site, small_server: Server
) -> None:
    """It lands under the title of the plan, and has its sheets."""
    with watched(browser, small_server.origin) as opened:
        opened.go(small_server.url(path))
        title = opened.page.locator("h1").inner_text()
        with opened.page.expect_download() as waiting:
            opened.page.click("a[href$='.xlsx']")
        download = waiting.value
        content = download.path().read_bytes()

    assert download.suggested_filename == f"{title}.xlsx"
    assert len(ReadWorkbook(content).names) > 3
