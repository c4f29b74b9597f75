"""By keyboard alone: the menu, what takes the focus and where, and what the browser remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import COLOUR_RULES, axe_faults
from tests.browser.samples import published, samples, templates
from tests.browser.server import Server
from tests.browser.test_real_pages import WIDTHS
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]

FOCUS = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  // A link over two lines has a box for each; between them there is nothing of it.
  const line = element.getClientRects()[0] || box;
  const middle = [line.left + Math.min(line.width, innerWidth) / 2, line.top + line.height / 2];
  const inside = (value, size) => Math.min(Math.max(value, 1), size - 1);
  const top = document.elementFromPoint(
    inside(middle[0], innerWidth), inside(middle[1], innerHeight));
  return {
    words: `${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 30)}`,
    body: element === document.body,
    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    covered: !(element.contains(top) || (top && top.contains(element)) || element.closest("svg")),
    mark: style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2.9,
  };
}"""
# The same of what Tab leads to, one after the other, at most so many. Somebody who has pressed a
# key sees where the focus is.
FOCUS_ALL = f"""many => {{
  const look = {FOCUS};
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const reached = [...document.querySelectorAll(stops)]
    .filter(element => !element.disabled && element.tabIndex >= 0 && element.checkVisibility()
      && element.getClientRects().length);
  return reached.slice(0, many).map(element => {{ element.focus(); return look(); }});
}}"""
MAX_STOPS = 45
# The menu is open, and who has the focus.
MENU = """() => [
  document.getElementById("ls-menu").matches(":popover-open"),
  !!document.activeElement.closest("#ls-menu"),
  document.activeElement.classList.contains("ls-menu-button"),
]"""
STORED = "() => [localStorage.length, sessionStorage.length, document.cookie]"


@pytest.fixture(scope="module")
def page(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """One browser page for the whole module."""
    with watched(browser, real_server.origin) as opened:
        yield opened


def to_menu_button(page: Page) -> None:
    """Press Tab until the menu button has the focus."""
    for _ in range(15):
        page.keyboard.press("Tab")
        if page.evaluate(MENU)[2]:
            return
    pytest.fail("the menu button cannot be reached by Tab")


@pytest.mark.parametrize("width", WIDTHS)
def test_menu_by_keyboard(width: int, page: Watched, real_server: Server) -> None:
    """Enter opens the menu, Tab leads into it, Escape closes it and the button has the focus
    again; a link in it leads on.
    """
    page.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.go(real_server.url("tiltak/"))
    to_menu_button(page.page)
    assert page.page.evaluate(MENU) == [False, False, True]
    page.page.keyboard.press("Enter")
    assert page.page.evaluate(MENU) == [True, False, True]
    page.page.keyboard.press("Tab")
    assert page.page.evaluate(MENU) == [True, True, False]
    page.page.keyboard.press("Escape")
    assert page.page.evaluate(MENU) == [False, False, True]

    page.page.keyboard.press("Space")
    for _ in range(4):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.tagName") == "A":
            break
    page.page.keyboard.press("Enter")
    page.page.wait_for_url(real_server.url())


def test_menu_closes_when_left(page: Watched, real_server: Server) -> None:
    """Somebody who tabs past the last link never has the focus below an open menu."""
    page.page.set_viewport_size({"width": 390, "height": 844})
    page.go(real_server.url("tiltak/"))
    to_menu_button(page.page)
    page.page.keyboard.press("Enter")
    page.page.locator("#ls-menu a").last.focus()
    page.page.keyboard.press("Tab")

    assert page.page.evaluate(MENU)[:2] == [False, False]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_menu_needs_no_script(script: bool, browser: Browser, real_server: Server) -> None:
    """The menu opens and shows every link of it without a line of script."""
    with watched(browser, real_server.origin, java_script_enabled=script) as opened:
        opened.page.set_viewport_size({"width": 390, "height": 844})
        opened.go(real_server.url("tiltak/"))
        last = opened.page.locator("#ls-menu a").last
        assert not last.is_visible()
        opened.page.locator(".ls-menu-button").click()
        assert last.is_visible()
        opened.page.locator("#ls-menu button").click()
        assert not last.is_visible()


def test_open_menu_is_sound(page: Watched, real_server: Server) -> None:
    """Nothing for axe to find on a page with its menu open, and the menu fits on every screen."""
    faults = []
    for width, height in WIDTHS.items():
        page.page.emulate_media(color_scheme="light")
        page.page.set_viewport_size({"width": width, "height": height})
        page.go(real_server.url("dekning/"))
        page.page.locator(".ls-menu-button").click()
        faults += axe_faults(page.page, f"menu (light, {width} px)")
        page.page.emulate_media(color_scheme="dark")
        faults += axe_faults(page.page, f"menu (dark, {width} px)", *COLOUR_RULES)
        box = page.page.locator("#ls-menu").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width

    assert faults == []


def focus_faults(name: str, stop: dict[str, Any]) -> list[str]:
    """What is wrong with the place of the focus: not on the screen, covered, or not marked."""
    wrong = [key for key in ("shown", "mark") if not stop[key]] + ["covered"] * stop["covered"]
    return [f"{name}: {stop['words']}: {wrong}"] * bool(wrong)


@pytest.mark.parametrize(
    "chosen", [templates, pytest.param(samples, marks=pytest.mark.matrix)], ids=["each", "all"]
)
def test_focus_can_be_seen(
    chosen: Callable[[Site], dict[str, str]],
    browser: Browser,
    small_site: Site,
    small_server: Server,
) -> None:
    """Whatever takes the focus on a page of each template, wide or narrow, is then on the screen,
    not covered, and clearly marked.
    """
    faults, seen = [], 0
    with watched(browser, small_server.origin) as opened:
        for name, path in sorted(chosen(small_site).items()):
            opened.go(small_server.url(path))
            opened.page.keyboard.press("Tab")
            for width in (1350, 390):
                opened.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
                for stop in opened.page.evaluate(FOCUS_ALL, MAX_STOPS):
                    seen += 1
                    faults += focus_faults(f"{name} ({width} px)", stop)

    assert faults == []
    assert seen > 1_000


def tab_through(page: Watched, name: str) -> list[str]:
    """What is wrong with the places that Tab leads to on a page that is open."""
    faults = []
    for _ in range(MAX_STOPS):
        page.page.keyboard.press("Tab")
        stop = page.page.evaluate(FOCUS)
        if stop["body"]:
            break
        faults += focus_faults(name, stop)
    return faults


@pytest.mark.parametrize("width", [1350, 390])
@pytest.mark.parametrize("name", ["goal-2", "meny-tiltak"])
def test_tab_can_be_followed(
    name: str, width: int, page: Watched, real_site: Site, real_server: Server
) -> None:
    """Wherever Tab leads on a page of an entry and on a list, the place can be seen."""
    page.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.go(real_server.url(samples(real_site)[name]))

    assert tab_through(page, name) == []


@pytest.mark.matrix
@pytest.mark.parametrize("width", [1350, 390])
@pytest.mark.parametrize("part", range(4))
def test_tab_can_be_followed_everywhere(
    part: int, width: int, page: Watched, real_site: Site, real_server: Server
) -> None:
    """Wherever Tab leads on a page of each template, the place can be seen."""
    faults = []
    page.page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    for name, path in sorted(samples(real_site).items())[part::4]:
        page.go(real_server.url(path))
        faults += tab_through(page, name)

    assert faults == []


def test_nothing_is_stored_before_a_choice(browser: Browser, small_server: Server) -> None:
    """Reading leaves no trace in the browser. A chosen scheme is kept, and can be given up."""
    with watched(browser, small_server.origin, color_scheme="light") as opened:
        page = opened.page
        for path in ("", "tiltak/", "sok/", "om-oss/"):
            opened.go(small_server.url(path))
            page.wait_for_timeout(150)
            assert page.evaluate(STORED) == [0, 0, ""], path
        ground = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(ground)
        page.locator(".ls-scheme [data-scheme=dark]").click()
        dark = page.evaluate(ground)
        assert dark != light
        assert page.evaluate(STORED) == [1, 0, ""]
        opened.go(small_server.url("tiltak/"))
        assert page.evaluate(ground) == dark
        pressed = page.locator(".ls-scheme [aria-pressed=true]")
        assert pressed.get_attribute("data-scheme") == "dark"
        page.locator(".ls-scheme [data-scheme='']").click()
        assert page.evaluate(STORED) == [0, 0, ""]
        assert page.evaluate(ground) == light


def test_chosen_scheme_beats_the_device(browser: Browser, real_server: Server) -> None:
    """Somebody with a dark device may read on white, and axe has nothing to say about it."""
    for device, chosen in (("dark", "light"), ("light", "dark")):
        with watched(browser, real_server.origin, color_scheme=device) as opened:
            opened.go(real_server.url("tiltak/"))
            opened.page.locator(f".ls-scheme [data-scheme={chosen}]").click()
            scheme = opened.page.evaluate("getComputedStyle(document.documentElement).colorScheme")

            assert scheme == chosen
            assert axe_faults(opened.page, chosen, *COLOUR_RULES) == []


def test_current_page_is_named(page: Watched, real_server: Server) -> None:
    """The menu says which page one is on in a way that screen readers hear."""
    page.go(real_server.url("tidslinje/"))

    current = page.page.locator("#ls-menu [aria-current=page]")
    assert current.count() == 1
    assert current.text_content() == "Tidslinje"


def test_headings_have_no_marks(page: Watched, real_site: Site, real_server: Server) -> None:
    """No heading of a written page ends in a paragraph sign or a link with an English title."""
    for written in published(real_site).context.graph.corpus.prose[:5]:
        page.go(real_server.url(written.address))
        headings = page.page.locator("article :is(h1, h2, h3)").all_inner_texts()
        assert headings
        assert [text for text in headings if "¶" in text] == []
