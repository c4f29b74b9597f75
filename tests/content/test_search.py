"""What readers type into the search of the published strategy, and what they find."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.server import Server
from tests.browser.watch import watched
from tests.content import recall
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
ENOUGH = 0.95


def test_queries_are_many_and_lead_to_pages(real_site: Site) -> None:
    """The list is long enough to say something, and names pages that exist."""
    asked = recall.queries()

    assert len({query.query for query in asked}) >= 120
    pages = {path for query in asked for path in query.pages}
    missing = {path for path in pages if not real_site.file(path).is_file()}
    assert missing == set()


def test_readers_find_what_they_look_for(browser: Browser, real_server: Server) -> None:
    """Of the pages that answer real queries, 95 percent are among the first five results."""
    with watched(browser, real_server.origin) as opened:
        answers = recall.ours(opened.page, real_server)
        queries = recall.queries()
        shares = {query.query: query.recall(answers(query.query)) for query in queries}

        missed = {query: share for query, share in shares.items() if share < 1}
        assert sum(shares.values()) / len(shares) >= ENOUGH, missed
        assert opened.strangers == []
