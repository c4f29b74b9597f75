"""The real site in a real browser: every template, wide and narrow, light and dark."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.browser.axe import (
    COLOUR_RULES,
    SIZE_RULES,
    axe_faults,
    view_faults,
)
from tests.browser.samples import pages_of, published, samples, templates
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_fixtures import EDIT_URI, REPO_URL
from tests.integration.site_support import REPOSITORY, Site, redirects

pytestmark = [pytest.mark.browser, pytest.mark.site]
PICTURES = REPOSITORY / "test-artifacts" / "pages"
WIDTHS = {1350: 900, 390: 844, 320: 640}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# What axe looks at in every view of the published pages (nothing: every rule). The document differs
# with the width, its colours with the scheme; between the narrow widths only sizes differ.
RULES: dict[tuple[str, int], tuple[str, ...]] = {
    ("light", 1350): (),
    ("light", 390): SIZE_RULES,
    ("light", 320): (),
    ("dark", 1350): COLOUR_RULES,
    ("dark", 320): COLOUR_RULES,
}
FOLDED_OUT = {"light": (), "dark": COLOUR_RULES}
# The views of the made-up site, in the order of the fewest changes.
VIEWS: tuple[tuple[Scheme, int], ...] = (
    ("light", 1350), ("light", 390), ("light", 320), ("dark", 320), ("dark", 1350),
)  # fmt: skip
# Those of a list that shares its template with another one.
LIST_VIEWS = (VIEWS[0], VIEWS[2])
# Those of the published one: what a narrow page holds, and what axe looks at.
PUBLISHED_VIEWS: tuple[tuple[Scheme, int], ...] = (
    ("light", 320), ("light", 1350), ("dark", 1350),
)  # fmt: skip
# The published pages that have more on them than the made-up ones, of each sort: a page of words
# and pictures, a list, a map, and an entry.
FULLEST = ("meny-forside", "meny-tiltak", "meny-kart", "goal-2")
EDIT_LINK = re.compile(r'<a href="([^"]*/edit/main/[^"]*)">')
# What is wider than the screen and not in a region of its own that scrolls.
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(element => element.getBoundingClientRect().right > width + 1
      && !element.closest(".ls-scroll, .ls-skip, [hidden]"))
    .map(element => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`)
    .slice(0, 8);
}"""
OPEN_DETAILS = """() => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const part of folded) { part.open = true; part.classList.add("test-folded"); }
  return folded.length;
}"""
CLOSE_DETAILS = """() => {
  for (const part of document.querySelectorAll(".test-folded")) part.open = false;
}"""
FACTS = """() => ({
  h1: document.querySelectorAll("h1").length, lang: document.documentElement.lang,
  hidden: document.querySelectorAll("article [style], article script").length,
  handlers: [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
    .map(attribute => attribute.name).filter(name => name.startsWith("on"))),
})"""


@pytest.fixture(scope="module")
def page(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """One browser page for the whole module."""
    with watched(browser, real_server.origin) as opened:
        yield opened


@pytest.fixture(scope="module")
def small_page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """One browser page for the made-up site."""
    with watched(browser, small_server.origin) as opened:
        yield opened


@pytest.fixture(scope="module")
def looks() -> set[str]:
    """How texts look that axe has seen the colours of, on either site."""
    return set()


def set_view(page: Watched, scheme: Scheme, width: int) -> None:
    """Look at the page as it is open, in another scheme or window."""
    page.page.emulate_media(color_scheme=scheme)
    window: ViewportSize = {"width": width, "height": WIDTHS[width]}
    if page.page.viewport_size != window:
        page.page.set_viewport_size(window)


def open_sound(page: Watched, server: Server, name: str, path: str) -> list[str]:
    """Open a page, wide and light, and say what is wrong with its document."""
    page.complaints.clear()
    set_view(page, "light", 1350)
    page.go(server.url(path))
    facts = page.page.evaluate(FACTS)
    faults = [f"{name}: {handler}" for handler in facts["handlers"]]
    faults += [f"{name}: {facts['h1']} h1"] * (facts["h1"] != 1)
    faults += [f"{name}: lang {facts['lang']}"] * (facts["lang"] != "nb")
    return faults + [f"{name}: style or script in the article"] * bool(facts["hidden"])


def too_wide(page: Watched, name: str) -> list[str]:
    """What is wider than the screen as it is now."""
    return [f"{name} is too wide: {element}" for element in page.page.evaluate(TOO_WIDE)]


def complaints(page: Watched, name: str) -> list[str]:
    """What the browser said about a page; that the page not found was not found is expected."""
    is_missing = name == "ikke-funnet"
    return [f"{name}: {text}" for text in page.complaints if not (is_missing and "404" in text)]


# Parts keep both processors busy.
PARTS = 2


@pytest.mark.long
@pytest.mark.parametrize(
    "in_full", [templates, pytest.param(samples, marks=pytest.mark.matrix)], ids=["each", "all"]
)
@pytest.mark.parametrize("part", range(PARTS))
def test_every_template_is_sound(
    part: int,
    in_full: Callable[[Site], dict[str, str]],
    small_page: Watched,
    small_site: Site,
    small_server: Server,
    looks: set[str],
) -> None:
    """No complaint, no request to others, nothing wider than the screen, one heading, the right
    language, and no fault that axe can see, wide and narrow, folded out, in either scheme. Texts
    that look as those of a page before it need not be looked at for their colours again, and of
    lists, which share a template, one is looked at in full.
    """
    page, faults = small_page.page, []
    names = sorted(samples(small_site).items())[part::PARTS]
    for name, path in names:
        faults += open_sound(small_page, small_server, name, path)
        is_new = name in in_full(small_site)
        for scheme, width in VIEWS if is_new else LIST_VIEWS:
            view = f"{name} ({scheme}, {width} px)"
            set_view(small_page, scheme, width)
            # With the width the sizes differ, and what was folded is new to every rule.
            is_unfolded = width == 320 and bool(page.evaluate(OPEN_DETAILS))
            faults += too_wide(small_page, view)
            is_first_look = width == 1350 or is_unfolded or name == names[0][0]
            whole = is_new and scheme == "light" and is_first_look
            sizes = SIZE_RULES if is_new and (scheme, width) == ("light", 320) else ()
            faults += view_faults(page, view, looks, *sizes, whole=whole)
        faults += complaints(small_page, name)

    assert faults == []
    assert len(looks) > 50
    assert small_page.strangers == []


def test_looks_are_seen_once(small_page: Watched, small_server: Server) -> None:
    """A text whose colour cannot be read is found in the crowd, once."""
    set_view(small_page, "light", 1350)
    small_page.go(small_server.url("tiltak/"))
    seen: set[str] = set()
    assert view_faults(small_page.page, "tiltak", seen) == []
    small_page.page.evaluate("document.querySelector('.ls-table a').style.color = '#bbb'")

    assert len(view_faults(small_page.page, "tiltak", seen)) == 1
    assert view_faults(small_page.page, "tiltak", seen) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_published_pages_are_sound(
    part: int, page: Watched, real_site: Site, real_server: Server, looks: set[str]
) -> None:
    """The published pages have no complaint, no request to others, nothing wider than the screen,
    one heading and the right language, and those of which there is most no fault that axe can see,
    in either scheme: it looks at every template on the made-up site, and at night here, too.
    """
    faults: list[str] = []
    names = samples(real_site)
    assert set(FULLEST) <= names.keys()
    for name, path in sorted(names.items())[part::PARTS]:
        faults += open_sound(page, real_server, name, path)
        for scheme, width in PUBLISHED_VIEWS if name in FULLEST else PUBLISHED_VIEWS[:2]:
            view = f"{name} ({scheme}, {width} px)"
            set_view(page, scheme, width)
            faults += too_wide(page, view)
            if name in FULLEST and width == 1350:
                faults += view_faults(page.page, view, looks, whole=scheme == "light")
        faults += complaints(page, name)

    assert faults == []
    assert page.strangers == []


@pytest.mark.matrix
@pytest.mark.parametrize("part", range(6))
def test_every_view_of_published_pages_is_sound(
    part: int, page: Watched, real_site: Site, real_server: Server
) -> None:
    """No fault that axe can see on the heaviest published pages, at any width in either scheme,
    with everything folded out too; a picture of each for people.
    """
    faults: list[str] = []
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, path in sorted(samples(real_site).items())[part::6]:
        page.go(real_server.url(path))
        for scheme in SCHEMES:
            for width in WIDTHS:
                view = f"{name} ({scheme}, {width} px)"
                set_view(page, scheme, width)
                faults += too_wide(page, view)
                if (scheme, width) in RULES:
                    faults += axe_faults(page.page, view, *RULES[scheme, width])
                if width != 320:
                    page.page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png")
            if page.page.evaluate(OPEN_DETAILS):
                view = f"{name} ({scheme}, folded out)"
                faults += axe_faults(page.page, view, *FOLDED_OUT[scheme])
                page.page.evaluate(CLOSE_DETAILS)

    assert faults == []


def test_titles_are_unique(real_site: Site) -> None:
    """No two pages have the same title, in the content and as the browser shows it."""
    titles: dict[str, list[str]] = {}
    for path in sorted(real_site.folder.rglob("*.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in html and "pagefind" not in path.parts:
            title = html.split("<title>", 1)[1].split("</title>", 1)[0]
            titles.setdefault(title, []).append(path.relative_to(real_site.folder).as_posix())

    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_redirects_lead_on(browser: Browser, small_site: Site, small_server: Server) -> None:
    """An earlier address leads to the page, with and without script."""
    moved = redirects(published(small_site))
    assert moved
    for script in (True, False):
        with watched(browser, small_server.origin, java_script_enabled=script) as opened:
            for redirect in moved:
                opened.go(small_server.url(redirect.path))
                opened.page.wait_for_url(small_server.url(redirect.target))


def test_missing_page_helps_on(page: Watched, real_server: Server) -> None:
    """The page for unknown addresses is Norwegian, looks like the others, and its links work."""
    answer = page.page.goto(real_server.url("et/sted/som/ikke/finnes.html"))

    assert answer
    assert answer.status == 404
    assert page.page.locator("h1").inner_text() == "Siden finnes ikke"
    links = page.page.eval_on_selector_all(
        "a[href]:not(.ls-skip), link[href], script[src], img[src]",
        "all => all.map(element => element.href || element.src)",
    )
    assert len(links) > 10
    for link in {link.split("#")[0] for link in links if link.startswith(real_server.origin)}:
        assert page.page.request.get(link).status == 200, link
    page.page.locator("article a").first.click()
    page.page.wait_for_url(real_server.url())


def test_edit_links_lead_to_the_true_file(real_site: Site) -> None:
    """Every page of an entry, the front page and each written page name the file that an editor
    must change; pages that are computed have no such link.
    """
    sources = {made.path: made.source for made in pages_of(real_site) if made.path != NOT_FOUND}
    sources |= {
        written.address: f"strategy/{written.path}"
        for written in published(real_site).context.graph.corpus.prose
    }
    base = f"{REPO_URL}/{EDIT_URI}".removesuffix("strategy/")
    linked = {path: EDIT_LINK.findall(real_site.file(path).read_text("utf-8")) for path in sources}

    assert {source.split("/")[0] for source in sources.values()} >= {"goals", "strategy", ""}
    assert linked == {path: [base + source] if source else [] for path, source in sources.items()}
    files = {source for source in sources.values() if source}
    assert [file for file in sorted(files) if not (real_site.root / file).is_file()] == []


# Keyboard


WHERE = """() => {
  const element = document.activeElement;
  const name = element.closest(
    ".ls-crumbs, .ls-list, .ls-scroll, .ls-indicator, .ls-skip, .ls-header");
  return [name ? name.classList[0] : "", element.tagName, element.textContent.trim().slice(0, 40),
          !!element.getClientRects().length];
}"""


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("goal", ("ls-crumbs", "ls-indicator", "ls-list")),
        ("project", ("ls-crumbs", "ls-list", "ls-scroll")),
    ],
)
def test_keyboard_reaches_everything(
    kind: str, parts: tuple[str, ...], browser: Browser, small_site: Site, small_server: Server
) -> None:
    """The skip link comes first and leads past the menu; breadcrumb, links and tables follow. A
    goal has its results, with what opens their tables, before what it hangs together with.
    """
    of_kind = [made for made in pages_of(small_site) if made.type == kind]
    chosen = max(of_kind, key=lambda made: (made.content.count("ls-scroll"), len(made.content)))
    viewport = {"width": 1350, "height": 900}
    with watched(browser, small_server.origin, viewport=viewport) as opened:
        page = opened.page
        opened.go(small_server.url(chosen.path))
        seen = []
        for _ in range(120):
            page.keyboard.press("Tab")
            seen.append(tuple(page.evaluate(WHERE)))
            if seen[-1][1] == "BODY":
                break
        names = [name for name, *_ in seen]

        assert names[0] == "ls-skip"
        order = [names.index(name) for name in parts]
        assert order == sorted(order)
        # No table is wider than the page, and what does not scroll is nothing to stop at.
        assert ("ls-scroll", "DIV") not in {stop[:2] for stop in seen}
        assert all(visible for *_, visible in seen)

        opened.go(small_server.url(chosen.path))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**#ls-main")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")


def test_pictures_are_ignored_by_git() -> None:
    """Screenshots are made anew in every run and are no part of the project."""
    ignored = (REPOSITORY / ".gitignore").read_text("utf-8").split()

    assert Path(PICTURES).relative_to(REPOSITORY).parts[0] + "/" in ignored
