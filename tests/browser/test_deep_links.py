"""Links to a part of a page, and to a list with its choices: what is folded away opens, the focus
goes there, and the title says where one is. No key of a letter or a sign does anything.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]

SITE = "Strategi for Lillevik"
GOAL = "mal/mal-1/"
# Who has the focus, whether that is a stop for Tab, and whether it is on the screen.
FOCUS = """() => {
  const element = document.activeElement, { top, bottom } = element.getBoundingClientRect();
  return [element.id, element.tabIndex, bottom > 0 && top < innerHeight];
}"""
# What a key could change.
STATE = """() => [location.href, document.title, scrollX, scrollY, document.activeElement.tagName,
  document.querySelectorAll(":popover-open").length, document.body.textContent.length,
  document.documentElement.outerHTML.length]"""
# The keys of themes, and all others that one types a text with.
KEYS = "/?sfpnjkhgbtmcde,.;:-+*#012"


SMALL = {"mkdocs": "small_server", "plain": "small_plain_server"}
# What lies in an article, and the script for it, are the same on both roads.
AT_NIGHT = pytest.param("plain", marks=pytest.mark.matrix)


@pytest.fixture(params=["mkdocs", "plain"])
def framed(request: pytest.FixtureRequest) -> Server:
    """The made-up site, by both roads, for what the frame has a part in."""
    found: Server = request.getfixturevalue(SMALL[request.param])
    return found


@pytest.fixture(params=["mkdocs", AT_NIGHT])
def server(request: pytest.FixtureRequest) -> Server:
    """The made-up site."""
    found: Server = request.getfixturevalue(SMALL[request.param])
    return found


@pytest.fixture(params=["real", AT_NIGHT])
def real(request: pytest.FixtureRequest) -> Server:
    """The real site, whose lists are long enough for choices."""
    found: Server = request.getfixturevalue(f"{request.param}_server")
    return found


@pytest.fixture
def opened(browser: Browser) -> Iterator[Watched]:
    """A browser page that complains of nothing."""
    with watched(browser, "") as page:
        yield page
        assert page.complaints == []


def focused(page: Page, place: str) -> tuple[int, bool]:
    """Wait until a place has the focus: whether Tab stops there, and whether it is seen."""
    page.wait_for_function("place => document.activeElement.id === place", arg=place)
    _, stop, shown = page.evaluate(FOCUS)
    return stop, shown


def test_a_link_to_a_heading(opened: Watched, framed: Server) -> None:
    """The focus and the title go there, from another page or from the same one; Tab goes on from
    there, and does not stop at the heading itself. Going back takes the title back.
    """
    page = opened.page
    opened.go(framed.url(f"{GOAL}#ls-sources"))
    assert focused(page, "ls-sources") == (-1, True)
    assert page.title() == f"Kilder og datoer – Mål 1 for folk – {SITE}"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.ls-sources') !== null")
    assert page.locator("#ls-sources").get_attribute("tabindex") is None

    opened.go(framed.url(GOAL))
    assert page.evaluate("document.activeElement === document.body")
    assert page.title() == f"Mål 1 for folk – {SITE}"
    page.evaluate("location.hash = 'hvorfor'")
    assert focused(page, "hvorfor") == (-1, True)
    assert page.title() == f"Hvorfor – Mål 1 for folk – {SITE}"
    page.go_back()
    page.wait_for_function("title => document.title === title", arg=f"Mål 1 for folk – {SITE}")


@pytest.mark.parametrize("width", [1350, 390])
def test_a_link_into_a_fold(width: int, opened: Watched, server: Server) -> None:
    """Every fold around the place opens, and it is on the screen."""
    page = opened.page
    page.set_viewport_size({"width": width, "height": 700})
    opened.go(server.url("status/"))
    folds = page.locator("article details:not([open])")
    assert folds.count() > 1
    page.evaluate("""() => {
      const folds = document.querySelectorAll("article details:not([open])");
      const [outer, inner] = [folds[folds.length - 1], document.createElement("details")];
      inner.append(Object.assign(document.createElement("p"), {id: "innerst", textContent: "Her"}));
      outer.append(inner);
    }""")
    page.evaluate("location.hash = 'innerst'")

    assert focused(page, "innerst") == (-1, True)
    assert page.evaluate(
        "[...document.querySelectorAll('details:has(#innerst)')].map(fold => fold.open)"
    ) == [True, True]


def test_a_link_into_a_fold_of_the_map(opened: Watched, server: Server) -> None:
    """As the page opens: the list below an area that is folded."""
    opened.page.set_viewport_size({"width": 390, "height": 700})
    opened.go(server.url("kart/#ls-list-2"))

    assert focused(opened.page, "ls-list-2")[1]
    assert opened.page.evaluate(
        "[...document.querySelectorAll('details:has(#ls-list-2)')].every(fold => fold.open)"
    )


def test_a_link_to_a_field(opened: Watched, real: Server) -> None:
    """The field of a filter, which is folded away on a phone and hidden until its script comes,
    takes the focus and stays a stop for Tab.
    """
    opened.page.set_viewport_size({"width": 390, "height": 700})
    opened.go(real.url("tiltak/#ls-words"))

    assert focused(opened.page, "ls-words") == (0, True)
    opened.page.keyboard.press("Tab")
    assert opened.page.locator("#ls-words").get_attribute("tabindex") is None


def test_the_skip_link_leads_to_the_content(opened: Watched, framed: Server) -> None:
    """It is no part of the page: the title stays."""
    opened.go(framed.url(GOAL))
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")

    assert focused(opened.page, "ls-main")[0] == -1
    assert opened.page.title() == f"Mål 1 for folk – {SITE}"


@pytest.mark.parametrize("place", ["#", "#finnes-ikke", "#%", "#%E0%A4%A", "#:~:text=folk"])
def test_an_address_of_nothing(place: str, opened: Watched, server: Server) -> None:
    """Nothing happens, and nothing fails."""
    opened.go(server.url(GOAL + place))

    assert opened.page.title() == f"Mål 1 for folk – {SITE}"
    assert opened.page.evaluate("document.activeElement === document.body")


def test_titles_say_what_is_chosen(opened: Watched, real: Server) -> None:
    """In a list and in the search, from an address that somebody kept, and when it changes."""
    page = opened.page
    opened.go(real.url("tiltak/?status=ongoing"))
    assert page.title().startswith("Pågår – Tiltak – ")
    opened.go(real.url("sok/?q=bredband"))
    page.wait_for_function("() => document.title.startsWith('bredband – Søk – ')")
    page.locator("#ls-q").fill("")
    page.wait_for_function("() => document.title.startsWith('Søk – ')")


def test_no_key_does_anything(opened: Watched, framed: Server) -> None:
    """WCAG 2.1.4: no letter, digit or sign moves the focus, the page or the reader."""
    page = opened.page
    for path in ("", "tiltak/", GOAL, "sok/", "kart/", "om-oss/"):
        opened.go(framed.url(path))
        before = page.evaluate(STATE)
        for key in KEYS:
            page.keyboard.press(key)
            page.keyboard.press(f"Shift+{key}")
        page.wait_for_timeout(50)
        assert page.evaluate(STATE) == before, path
        assert page.locator("[accesskey], [aria-keyshortcuts]").count() == 0, path
