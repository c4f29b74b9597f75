"""Starts the Chromium of this machine."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from tests.browser.watch import PATIENCE

# The first is Chromium without its windows: the same engine, and half the work to open a page.
PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Pages must not ask other hosts for anything; where one does, nobody answers.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def browser_program() -> str:
    """The browser that is installed; Playwright's own is never downloaded."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert program, "Chromium is missing: run `make browser`"
    return program


def launch(playwright: Playwright) -> Browser:
    """Start the browser that is installed; what is expected of a page may take its time."""
    expect.set_options(timeout=PATIENCE)
    return playwright.chromium.launch(
        executable_path=browser_program(), args=list(FLAGS), timeout=PATIENCE
    )


def launch_keeping(browser: Browser, kept: Path, **context: Any) -> BrowserContext:
    """Start it once more, with a context that keeps in a folder what it has compiled: to compile a
    big program takes longer than to run it. Contexts of `browser` itself keep nothing.
    """
    opened = browser.browser_type.launch_persistent_context(
        kept,
        executable_path=browser_program(),
        args=list(FLAGS),
        timeout=PATIENCE,
        reduced_motion="reduce",
        **context,
    )
    opened.set_default_timeout(PATIENCE)
    return opened
