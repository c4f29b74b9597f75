"""The real site in a real browser: every template, wide and narrow, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from living_strategy.artifact import Page
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.browser.axe import COLOUR_RULES, SIZE_RULES, axe_faults
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_fixtures import EDIT_URI, REPO_URL
from tests.integration.site_support import REPOSITORY, Site, pages, redirects

pytestmark = [pytest.mark.browser, pytest.mark.site]
PICTURES = REPOSITORY / "test-artifacts" / "pages"
WIDTHS = {1350: 900, 390: 844, 320: 640}
SCHEMES = ("light", "dark")
# What axe looks at (nothing: every rule). The document differs with the width, its colours with the
# scheme; between the narrow widths only sizes differ.
RULES: dict[tuple[str, int], tuple[str, ...]] = {
    ("light", 1350): (),
    ("light", 390): SIZE_RULES,
    ("light", 320): (),
    ("dark", 1350): COLOUR_RULES,
    ("dark", 320): COLOUR_RULES,
}
FOLDED_OUT = {"light": (), "dark": COLOUR_RULES}
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
  for (const one of folded) { one.open = true; one.classList.add("test-folded"); }
  return folded.length;
}"""
CLOSE_DETAILS = """() => {
  for (const one of document.querySelectorAll(".test-folded")) one.open = false;
}"""
FACTS = """() => ({
  h1: document.querySelectorAll("h1").length, lang: document.documentElement.lang,
  hidden: document.querySelectorAll("article [style], article script").length,
  handlers: [...document.querySelectorAll("*")].flatMap(element => [...element.attributes]
    .filter(one => one.name.startsWith("on")).map(one => one.name)),
})"""


def samples(site: Site) -> dict[str, str]:
    """A page of every template, and every page of the menu, by a name for its picture: of each
    kind the one with the most on it.
    """
    build = site.build()
    heaviest: dict[str, Page] = {}
    for page in pages(build):
        is_part = page.path.count("/") if not page.in_menu else 0
        name = page.path.rstrip("/") or "forside"
        key = f"meny-{name}" if page.in_menu else f"{page.type}-{is_part}"
        if key not in heaviest or len(page.content) > len(heaviest[key].content):
            heaviest[key] = page
    found = {
        key.replace("/", "-"): page.path for key, page in heaviest.items() if page.path != NOT_FOUND
    }
    found["skrevet"] = build.context.graph.corpus.prose[0].address
    return found | {"ikke-funnet": "finnes/ikke/her/"}


@pytest.fixture(scope="module")
def page(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """One browser page for the whole module."""
    with watched(browser, real_server.origin) as opened:
        yield opened


# The number of parts is more than enough for the templates; parts keep both processors busy.
PARTS = 6


@pytest.mark.parametrize("part", range(PARTS))
def test_pages_are_sound(part: int, page: Watched, real_site: Site, real_server: Server) -> None:
    """No complaint, no request to others, nothing wider than the screen, one heading, the right
    language, and no fault that axe can see at any width in either scheme, with everything folded
    out too; a picture of each for people.
    """
    faults: list[str] = []
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, path in sorted(samples(real_site).items())[part::PARTS]:
        page.complaints.clear()
        page.go(real_server.url(path))
        expected = [f"{real_server.base}{path}"] if name == "ikke-funnet" else []
        facts = page.page.evaluate(FACTS)
        faults += [f"{name}: {what}" for what in facts["handlers"]]
        faults += [f"{name}: {facts['h1']} h1"] * (facts["h1"] != 1)
        faults += [f"{name}: lang {facts['lang']}"] * (facts["lang"] != "nb")
        faults += [f"{name}: style or script in the article"] * bool(facts["hidden"])
        for scheme in SCHEMES:
            page.page.emulate_media(color_scheme=scheme)
            for width, height in WIDTHS.items():
                page.page.set_viewport_size({"width": width, "height": height})
                wide = page.page.evaluate(TOO_WIDE)
                faults += [f"{name} at {width} px is too wide: {what}" for what in wide]
                if (scheme, width) in RULES:
                    view = f"{name} ({scheme}, {width} px)"
                    faults += axe_faults(page.page, view, *RULES[scheme, width])
                if width != 320:
                    picture = PICTURES / f"{name}-{width}-{scheme}.png"
                    page.page.screenshot(path=picture)
            if page.page.evaluate(OPEN_DETAILS):
                faults += axe_faults(
                    page.page, f"{name} ({scheme}, folded out)", *FOLDED_OUT[scheme]
                )
                page.page.evaluate(CLOSE_DETAILS)
        complaints = [text for text in page.complaints if not (expected and "404" in text)]
        faults += [f"{name}: {text}" for text in complaints]

    assert faults == []
    assert page.strangers == []


def test_titles_are_unique(real_site: Site) -> None:
    """No two pages have the same title, in the content and as the browser shows it."""
    titles: dict[str, list[str]] = {}
    for path in sorted(real_site.folder.rglob("*.html")):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in html and "pagefind" not in path.parts:
            title = html.split("<title>", 1)[1].split("</title>", 1)[0]
            titles.setdefault(title, []).append(path.relative_to(real_site.folder).as_posix())

    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_redirects_lead_on(page: Watched, browser: Browser, small_site: Site) -> None:
    """An earlier address leads to the page, with and without script."""
    found = redirects(small_site.build())
    assert found
    for script in (True, False):
        with (
            Server(small_site.folder, small_site.base) as server,
            watched(browser, server.origin, java_script_enabled=script) as opened,
        ):
            for redirect in found:
                opened.go(server.url(redirect.path))
                opened.page.wait_for_url(server.url(redirect.target))


def test_missing_page_helps_on(page: Watched, real_server: Server) -> None:
    """The page for unknown addresses is Norwegian, looks like the others, and its links work."""
    answer = page.page.goto(real_server.url("et/sted/som/ikke/finnes.html"))

    assert answer
    assert answer.status == 404
    assert page.page.locator("h1").inner_text() == "Siden finnes ikke"
    links = page.page.eval_on_selector_all(
        "a[href]:not(.ls-skip), link[href], script[src], img[src]",
        "all => all.map(one => one.href || one.src)",
    )
    assert len(links) > 10
    for link in {link.split("#")[0] for link in links if link.startswith(real_server.origin)}:
        assert page.page.request.get(link).status == 200, link
    page.page.locator("article a").first.click()
    page.page.wait_for_url(real_server.url())


def test_edit_links_lead_to_the_true_file(
    page: Watched, real_site: Site, real_server: Server
) -> None:
    """A goal, a register entry, an area, the front page and a written page each name the file
    that an editor must change; pages that are computed have no such link.
    """
    build = real_site.build()
    found = {one.path: one.source for one in pages(build) if one.path != NOT_FOUND}
    found |= {
        written.address: f"strategy/{written.path}" for written in build.context.graph.corpus.prose
    }
    chosen: dict[tuple[str, str], str] = {}
    for path, source in found.items():
        chosen.setdefault((path.split("/")[0], source.rpartition("/")[0]), path)
    base = f"{REPO_URL}/{EDIT_URI}".removesuffix("strategy/")

    assert {found[path].split("/")[0] for path in chosen.values()} >= {"goals", "strategy", ""}
    for path in chosen.values():
        page.go(real_server.url(path))
        links = page.page.eval_on_selector_all(".ls-edit a", "all => all.map(one => one.href)")
        assert links == ([base + found[path]] if found[path] else []), path
        assert not found[path] or (real_site.root / found[path]).is_file()


# Keyboard


WHERE = """() => {
  const element = document.activeElement;
  const name = element.closest(".ls-crumbs, .ls-list, .ls-scroll, .ls-skip, .ls-header");
  return [name ? name.classList[0] : "", element.tagName, element.textContent.trim().slice(0, 40),
          !!element.getClientRects().length];
}"""


@pytest.mark.parametrize("kind", ["goal", "project"])
def test_keyboard_reaches_everything(
    kind: str, browser: Browser, small_site: Site, small_server: Server
) -> None:
    """The skip link comes first and leads past the menu; breadcrumb, links and tables follow."""
    found = [one for one in pages(small_site.build()) if one.type == kind]
    chosen = max(found, key=lambda one: one.content.count("ls-scroll") * 1000 + len(one.content))
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
        order = [names.index(name) for name in ("ls-crumbs", "ls-list", "ls-scroll")]
        assert order == sorted(order)
        assert ("ls-scroll", "DIV") in {one[:2] for one in seen}
        assert all(visible for *_, visible in seen)

        opened.go(small_server.url(chosen.path))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.url.endswith("#ls-main")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('article') !== null")


def test_pictures_are_ignored_by_git() -> None:
    """Screenshots are made anew in every run and are no part of the project."""
    ignored = (REPOSITORY / ".gitignore").read_text("utf-8").split()

    assert Path(PICTURES).relative_to(REPOSITORY).parts[0] + "/" in ignored
