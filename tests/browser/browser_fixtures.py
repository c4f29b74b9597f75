"""A real browser, and web servers with the sites that are built once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.integration.site_support import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.server import Server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; Playwright's own is never downloaded."""
    # Loaded here: most runs of the tests need no browser.
    from playwright.sync_api import sync_playwright

    from tests.browser.launch import launch

    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


def _serve(site: Site) -> Iterator[Server]:
    from tests.browser.server import Server

    with Server(site.folder, site.base) as server:
        yield server


@pytest.fixture(scope="session")
def real_server(real_site: Site) -> Iterator[Server]:
    """The real site on a web server, below a path as on the Pages of a forge."""
    yield from _serve(real_site)


@pytest.fixture(scope="session")
def plain_server(plain_site: Site) -> Iterator[Server]:
    """The plain site on a web server."""
    yield from _serve(plain_site)


@pytest.fixture(scope="session")
def small_server(small_site: Site) -> Iterator[Server]:
    """The made-up site on a web server, below a path."""
    yield from _serve(small_site)


@pytest.fixture(scope="session")
def small_plain_server(small_plain_site: Site) -> Iterator[Server]:
    """The same without MkDocs, at the root."""
    yield from _serve(small_plain_site)
