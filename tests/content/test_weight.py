"""The published strategy is light: what its pages weigh on a first visit."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.samples import samples
from tests.browser.test_weight import ITEMS, first_visits, heavy, heavy_html
from tests.integration.site_support import REPOSITORY, Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
REPORT = REPOSITORY / "test-artifacts" / "weights.json"


def test_first_visits(browser: Browser, real_site: Site) -> None:
    """The heaviest page of every kind of item is within the budget, with all its files."""
    assert heavy(first_visits(browser, real_site, *ITEMS)) == {}


@pytest.mark.matrix
def test_table_of_weights(browser: Browser, real_site: Site) -> None:
    """The heaviest page of every kind, and with all its files; the table is kept for people."""
    table = first_visits(browser, real_site)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps(table, indent=2, ensure_ascii=False), "utf-8")

    assert table.keys() == samples(real_site).keys()
    assert heavy(table) == {}


def test_html_of_every_item(real_site: Site) -> None:
    """No goal, measure or project is larger than the budget, compressed."""
    assert heavy_html(real_site) == {}
