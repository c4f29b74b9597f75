"""Readers reach their answers: from the front page in two clicks, half of the ways by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page

from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]
QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "reader-questions.yml").read_text("utf-8")
)
MOST_STOPS = 400
STOP = """() => {
  const link = document.activeElement;
  return [link === document.body ? "" : link.textContent.trim(), link.href || "", link.localName];
}"""
# Nothing is left to do: neither to fetch nor to compute.
SETTLED = "() => new Promise(settled => requestIdleCallback(() => settled(true)))"
SAID = "document.querySelector('main').textContent"


def test_ways_are_short_and_half_of_them_go_by_keyboard() -> None:
    """What the list promises."""
    assert all(1 <= len(question["click"]) <= 2 for question in QUESTIONS)
    assert sum(bool(question.get("keyboard")) for question in QUESTIONS) * 2 >= len(QUESTIONS)
    assert len({question["reader"] for question in QUESTIONS}) >= 8
    assert len(QUESTIONS) >= 49


def tab_to(page: Page, name: str) -> str:
    """Press Tab until the link with this name has the focus, and return where it leads."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        text, address, element = page.evaluate(STOP)
        if text == name:
            return str(address)
        if element == "body":
            break
    pytest.fail(f"«{name}» is not among the stops of {page.url}")


def point_at(page: Page, name: str) -> Locator:
    """Return the link with this name. All links are there when a page has been loaded, so that
    there is nothing to wait for.
    """
    links = page.locator("main").get_by_role("link", name=name, exact=True)
    if not links.count() or not links.first.is_visible():
        pytest.fail(f"no link «{name}» to be seen on {page.url}")
    return links.first


def follow(page: Page, address: str, activate: Callable[[], None]) -> None:
    """Go where a link leads: to another page, or to a place on this one."""
    here = page.url
    assert address != here, f"{address} leads nowhere"
    activate()
    page.wait_for_url(lambda url: url != here, wait_until="load")


def settled_text(page: Page) -> str:
    """What the page says once its scripts have come to rest."""
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLED)
    return spaced(str(page.evaluate(SAID)))


def spaced(text: str) -> str:
    """A text without what differs in how it looks: letters of headings, kinds of spaces."""
    return " ".join(text.split()).casefold()


@pytest.fixture(scope="module")
def reader(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """A reader with a phone, who asks one question after the other."""
    viewport = {"width": 390, "height": 844}
    with watched(browser, real_server.origin, viewport=viewport) as seen:
        yield seen


def marked() -> Iterator[Any]:
    """Every question; those by night of whose sort there is one before it. A sort is who asks, how
    they go, and in how many clicks.
    """
    seen = set()
    for question in QUESTIONS:
        sort = (question["reader"], bool(question.get("keyboard")), len(question["click"]))
        at_night = [pytest.mark.matrix] if sort in seen else []
        seen.add(sort)
        yield pytest.param(question, marks=at_night, id=question["question"])


@pytest.mark.parametrize("question", marked())
def test_question(question: dict[str, Any], reader: Watched, real_server: Server) -> None:
    """The last page shows the answer, on a phone. A way that does not exist is told of at once."""
    page = reader.page
    reader.go(real_server.url(""))
    for name in question["click"]:
        if question.get("keyboard"):
            address = tab_to(page, name)
            follow(page, address, lambda: page.keyboard.press("Enter"))
        else:
            link = point_at(page, name)
            follow(page, str(link.evaluate("link => link.href")), link.click)
    wanted = question["answer"]
    text = spaced(str(page.evaluate(SAID)))
    if not all(spaced(words) in text for words in wanted):
        text = settled_text(page)
    assert [words for words in wanted if spaced(words) not in text] == [], page.url
    assert reader.strangers == []
