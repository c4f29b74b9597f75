"""The page of an entry in the reader's hands: copied, shared, printed, and on to the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import axe_faults
from tests.browser.pdf_text import pdf_text
from tests.browser.server import Server
from tests.browser.test_keyboard import FOCUS, focus_faults
from tests.browser.watch import Watched, watched
from tests.integration.site_fixtures import SITE_URL

pytestmark = [pytest.mark.browser, pytest.mark.site]

PATH = "mal/mal-1/"
ADDRESS = f"{SITE_URL}{PATH}"
ACTIONS = ".ls-actions [role=group] button"
STATUS = ".ls-actions [role=status]"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
# The clipboard as HTML.
AS_HTML = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""
# As in a browser without it, or in one that was told to refuse.
NO_SHARE = "Object.defineProperty(navigator, 'share', {value: undefined})"
REFUSED = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
SHARE = """
window.shared = [];
navigator.share = async what => {
  window.shared.push(what);
  if (window.failure) { throw new DOMException("", window.failure); }
}"""


SMALL = {"mkdocs": "small_server", "plain": "small_plain_server"}


@pytest.fixture(params=["mkdocs", "plain"])
def addressed(request: pytest.FixtureRequest) -> Server:
    """The made-up site, by both roads, for what says where it is: one of them has no address."""
    found: Server = request.getfixturevalue(SMALL[request.param])
    return found


@pytest.fixture(params=["mkdocs", pytest.param("plain", marks=pytest.mark.matrix)])
def server(request: pytest.FixtureRequest) -> Server:
    """The made-up site, for what is the same on both roads."""
    found: Server = request.getfixturevalue(SMALL[request.param])
    return found


@pytest.fixture
def opened(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """The page of a goal, of a reader whose browser shares nothing and lets the page copy."""
    with watched(browser, small_server.origin, permissions=CLIPBOARD) as page:
        page.page.add_init_script(NO_SHARE)
        page.go(small_server.url(PATH))
        yield page
        assert page.strangers == []
        assert page.complaints == []


def said(page: Page) -> str:
    """What the page says after an act."""
    page.wait_for_function(f"() => document.querySelector('{STATUS}').textContent")
    return page.locator(STATUS).inner_text()


def copied(page: Page) -> str:
    """The clipboard as plain text."""
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    # Spaces that do not break are for the line, not for the words.
    return text.replace("\xa0", " ").replace("\r\n", "\n")


def test_an_entry_is_copied_for_a_paper(browser: Browser, addressed: Server) -> None:
    """Title, standing, facts, result with its sources, text, sources, address and day; no links of
    the page to itself, no meaning of a term, and no word for a button.
    """
    with watched(browser, addressed.origin, permissions=CLIPBOARD, locale="nb-NO") as opened:
        opened.go(addressed.url(PATH))
        opened.page.clock.set_fixed_time("2026-11-29T12:00:00")
        opened.page.click("[data-act=copy]")
        done, text = said(opened.page), copied(opened.page)
        address = opened.page.evaluate(
            "(document.querySelector('link[rel=canonical]') || location).href"
        )
    paragraphs = text.strip().split("\n\n")

    assert done == "Kopiert. Lim det inn i dokumentet ditt."
    assert paragraphs[:3] == ["Mål 1.1 Vedtatt", "Mål 1 for folk", "Kort om mål 1."]
    assert any(
        part.startswith("Satsingsområde: Brukeren i sentrum\nTiltak: ") for part in paragraphs
    )
    assert "Målt\t2023\t31 %\tKilde (https://www.ks.no/e) Få svar." in text
    assert "Fordi kode og vilje, og rammestyring." in paragraphs
    assert "- Strategien (https://www.ks.no/kommit) (udatert kilde)" in text
    assert paragraphs[-1] == f"Fra Strategi for Lillevik, hentet 29. november 2026: {address}"
    for word in ("Kilder\n", "Tall og kilder", "Kopier", "Sist endret", "Forrige"):
        assert word not in text, word


def test_a_document_gets_headings_and_links(opened: Watched) -> None:
    """Word processors take HTML: it has headings, lists, tables and whole addresses."""
    opened.page.click("[data-act=copy]")
    said(opened.page)
    html = opened.page.evaluate(AS_HTML)

    assert re.findall(r"<h1>(.*?)</h1>", html) == ["Mål 1 for folk"]
    assert "Hvorfor" in re.findall(r"<h2>(.*?)</h2>", html)
    assert f'<a href="{ADDRESS}">{ADDRESS}</a>' in html
    assert '<li><a href="https://www.ks.no/kommit">Strategien</a> (udatert kilde)</li>' in html
    assert {"table", "ul", "strong"} <= set(re.findall(r"<(\w+)", html))
    assert [link for link in re.findall(r'href="([^"]*)"', html) if "://" not in link] == []


def test_a_browser_that_refuses_gives_the_text(browser: Browser, server: Server) -> None:
    """It stands in a field with a name, selected and with the focus, and the page says what to do;
    the next act takes the field away.
    """
    with watched(browser, server.origin) as opened:
        opened.page.add_init_script(f"{REFUSED}; {NO_SHARE}")
        opened.go(server.url(PATH))
        opened.page.click("[data-act=copy]")
        told = said(opened.page)
        field = opened.page.get_by_label("Tekst å kopiere")
        chosen = field.evaluate(
            "field => [document.activeElement === field, field.value, field.selectionEnd]"
        )
        assert told.startswith("Nettleseren lar oss ikke kopiere.")
        assert chosen[0]
        assert chosen[1].startswith("Mål 1.1 Vedtatt\n\nMål 1 for folk\n")
        assert chosen[2] == len(chosen[1])
        assert axe_faults(opened.page, "refused") == []
        opened.page.click("[data-act=share]")
        opened.page.click("[data-act=address]")
        assert field.count() == 1
        assert field.input_value().endswith(PATH)


def test_sharing_needs_nobody_else(opened: Watched) -> None:
    """Without the browser's own: the address to copy, and an e-mail with title and address, opened
    and closed by keyboard.
    """
    page = opened.page
    button = page.locator("[data-act=share]")
    assert button.get_attribute("aria-expanded") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert said(page) == "Adressen er kopiert."
    assert copied(page) == ADDRESS
    link = page.get_by_role("link", name="Send på e-post").get_attribute("href") or ""
    assert parse_qs(urlsplit(link).query) == {"subject": ["Mål 1 for folk"], "body": [ADDRESS]}
    assert axe_faults(page, "shares") == []
    button.click()
    assert not page.locator("[data-shares]").is_visible()


@pytest.mark.parametrize(
    ("failure", "offers"), [(None, False), ("AbortError", False), ("NotAllowedError", True)]
)
def test_the_browser_shares_by_itself(
    failure: str | None, offers: bool, browser: Browser, small_server: Server
) -> None:
    """It gets title and address. A reader who changes their mind has not failed; a browser that
    fails leaves the other ways.
    """
    with watched(browser, small_server.origin) as opened:
        opened.page.add_init_script(SHARE)
        opened.go(small_server.url(PATH))
        opened.page.evaluate("failure => { window.failure = failure; }", failure)
        button = opened.page.locator("[data-act=share]")
        assert button.get_attribute("aria-expanded") is None
        button.click()
        opened.wait(lambda: bool(opened.page.evaluate("window.shared.length")))
        opened.page.wait_for_timeout(50)

        assert opened.page.evaluate("window.shared") == [
            {"title": "Mål 1 for folk", "url": ADDRESS}
        ]
        assert opened.page.locator("[data-shares]").is_visible() == offers
        assert opened.complaints == []


def test_no_button_is_dead(browser: Browser, server: Server) -> None:
    """Without script there is none; with it, each takes the focus where it can be seen, and nothing
    below it moves when it comes.
    """
    with watched(browser, server.origin, java_script_enabled=False) as still:
        still.go(server.url(PATH))
        buttons = still.page.locator(".ls-actions button")
        assert buttons.count() == 4
        assert not any(button.is_visible() for button in buttons.all())
        assert still.page.locator(".ls-edit a").is_visible()
    with watched(browser, server.origin) as opened:
        for width in (1350, 390, 320):
            opened.page.set_viewport_size({"width": width, "height": 800})
            opened.go(server.url(PATH))
            for button in opened.page.locator(ACTIONS).all():
                button.focus()
                opened.page.keyboard.press("Shift")
                assert focus_faults(PATH, opened.page.evaluate(FOCUS)) == []


def test_nothing_moves_when_the_buttons_come(browser: Browser, small_server: Server) -> None:
    """Their place is kept."""
    height = "document.querySelector('.ls-panel').offsetHeight"
    with watched(browser, small_server.origin) as opened:
        opened.page.set_viewport_size({"width": 390, "height": 800})
        opened.go(small_server.url(PATH))
        there = opened.page.evaluate(height)
        opened.page.evaluate("document.querySelector('.ls-actions').hidden = true")

        assert opened.page.evaluate(height) == there


def test_print_is_asked_of_the_browser(opened: Watched) -> None:
    """Once, by the button."""
    opened.page.evaluate("window.prints = 0; window.print = () => { prints += 1; }; null")
    opened.page.click("[data-act=print]")

    assert opened.page.evaluate("window.prints") == 1


def test_an_entry_on_paper(browser: Browser, addressed: Server) -> None:
    """Its title, facts, text, results, sources with addresses, and at the end where it is from; no
    button, no way to follow it, and no neighbour.
    """
    with watched(browser, addressed.origin, locale="nb-NO") as opened:
        opened.page.clock.set_fixed_time("2026-11-29T12:00:00")
        opened.go(addressed.url(PATH))
        text = pdf_text(opened.page.pdf(prefer_css_page_size=True))
        canonical = opened.page.locator("link[rel=canonical]")
        address = canonical.get_attribute("href") if canonical.count() else addressed.url(PATH)

    for words in (
        "Mål 1 for folk", "Brukeren i sentrum", "Alle skal være med.", "Få svar.",
        "https://www.ks.no/kommit", "hentet 29. november 2026", str(address),
    ):  # fmt: skip
        assert squeezed(words) in squeezed(text), words
    for words in ("Skriv ut", "Kopier", "Foreslå", "Følg endringene", "Forrige"):
        assert squeezed(words) not in squeezed(text), words


def squeezed(text: str) -> str:
    """A text without blanks, which PDF has as distances."""
    return re.sub(r"\s+", "", text)


def test_readers_go_through_a_list(browser: Browser, server: Server) -> None:
    """From the first of the joint projects in force to the last and back, without script, each
    once and in the order of the list.
    """
    with watched(browser, server.origin, java_script_enabled=False) as opened:
        opened.go(server.url("prosjekter/"))
        listed = [
            str(link.evaluate("link => link.href"))
            for link in opened.page.locator("article table tbody th a").all()
        ]
        opened.go(listed[0])
        seen = [opened.address]
        while opened.page.locator("a[rel=next]").count():
            opened.page.locator("a[rel=next]").click()
            seen.append(opened.address)
        while opened.page.locator("a[rel=prev]").count():
            opened.page.locator("a[rel=prev]").click()
        back = opened.address

    assert len(seen) > 2
    retired = ("/gammel-losning/", "/delt-losning/")
    assert seen == [address for address in listed if not address.endswith(retired)]
    assert back == seen[0]
