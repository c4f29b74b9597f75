"""A real browser, a web server, and the sites that the integration tests build."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.launch import launch
from tests.browser.server import Server
from tests.integration.site_fixtures import (  # noqa: F401
    plain_site,
    quick_builds,
    real_site,
    small_site,
)
from tests.integration.site_support import Site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; Playwright's own is never downloaded."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


@pytest.fixture(scope="session")
def real_server(real_site: Site) -> Iterator[Server]:  # noqa: F811
    """The real site on a web server, below a path as on the Pages of a forge."""
    with Server(real_site.folder, real_site.base) as server:
        yield server


@pytest.fixture(scope="session")
def plain_server(plain_site: Site) -> Iterator[Server]:  # noqa: F811
    """The plain site on a web server."""
    with Server(plain_site.folder, plain_site.base) as server:
        yield server
