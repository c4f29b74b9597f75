"""Readers reach their answers: from the front page in two clicks, half of the ways by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import Server
from tests.browser.watch import watched

pytestmark = [pytest.mark.browser, pytest.mark.site]
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "reader-questions.yml").read_text("utf-8")
)
MOST_STOPS = 400
NAME = "() => document.activeElement ? document.activeElement.textContent.trim() : ''"


def test_ways_are_short_and_half_of_them_go_by_keyboard() -> None:
    """What the list promises."""
    assert all(1 <= len(question["click"]) <= 2 for question in QUESTIONS)
    assert sum(bool(question.get("keyboard")) for question in QUESTIONS) * 2 >= len(QUESTIONS)
    assert len({question["reader"] for question in QUESTIONS}) >= 7


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the link with this name has the focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(NAME) == name:
            return
    pytest.fail(f"«{name}» is not among the first {MOST_STOPS} stops")


def follow(page: Page, activate: Callable[[], None]) -> None:
    """Go where a link leads: to another page, or to a place on this one."""
    here = page.url
    activate()
    page.wait_for_url(lambda url: url != here, wait_until="load")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["question"])
def test_question(question: dict[str, Any], browser: Browser, real_server: Server) -> None:
    """The last page shows the answer, on a phone."""
    viewport = {"width": 390, "height": 844}
    with watched(browser, real_server.origin, viewport=viewport) as seen:
        page = seen.page
        seen.go(real_server.url(""))
        for name in question["click"]:
            if question.get("keyboard"):
                tab_to(page, name)
                follow(page, lambda: page.keyboard.press("Enter"))
            else:
                link = page.locator("main").get_by_role("link", name=name, exact=True).first
                follow(page, link.click)
        for words in question["answer"]:
            expect(page.locator("main")).to_contain_text(words, ignore_case=True)
        assert seen.strangers == []
