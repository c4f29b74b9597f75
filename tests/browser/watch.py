"""A browser page that remembers what it complained about and where it wanted to go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

# No measurement: what ends the wait for something that does not come, in milliseconds. Playwright's
# own half a minute is too short for a machine with other work.
PATIENCE = 180_000
STEP = 20
# All that a page can leave behind.
STORED = "cookies,local_storage,indexeddb,websql,file_systems,service_workers,cache_storage"
# Set by hostile content that got through.
CANARY = "window.__canary"


class Watched:
    """A page, its complaints and the requests that left the site's origin."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.context.on("request", self._note_stranger)

    def _note(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note_stranger(self, request: Request) -> None:
        """Note it; to stop it would cost every request a way to Python, and pages their cache. The
        browser finds no other host anyway: see tests/browser/launch.py.
        """
        if not request.url.startswith((self.origin + "/", "data:", "blob:")):
            self.strangers.append(request.url)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so that the page does not know."""
        for _ in range(PATIENCE // STEP):
            if condition():
                return
            self.page.wait_for_timeout(STEP)
        raise AssertionError(f"it does not come: {self.complaints}")

    @property
    def address(self) -> str:
        """Where the page is: Playwright's own `url` hears of a change only some time later."""
        return str(self.page.evaluate("location.href"))

    def go(self, url: str) -> None:
        """Open a page and wait for everything on it."""
        self.page.goto(url, wait_until="load")


@contextmanager
def watched(browser: Browser, origin: str, **context: Any) -> Iterator[Watched]:
    """A page in a context of its own, which waits as long as the machine needs."""
    opened = browser.new_context(reduced_motion="reduce", **context)
    opened.set_default_timeout(PATIENCE)
    try:
        yield Watched(opened.new_page(), origin)
    finally:
        opened.close()


@contextmanager
def visited(opened: BrowserContext, origin: str) -> Iterator[Watched]:
    """A page in a context that others have used, with nothing that theirs stored; what the browser
    keeps of programs that it has compiled stays.
    """
    page = opened.new_page()
    stored = {"origin": origin, "storageTypes": STORED}
    opened.new_cdp_session(page).send("Storage.clearDataForOrigin", stored)
    watched = Watched(page, origin)
    try:
        yield watched
    finally:
        opened.remove_listener("request", watched._note_stranger)
        page.close()
