"""Starts the Chromium of this machine."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright, expect

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
