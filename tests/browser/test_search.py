"""The search, as readers use it: what it finds, and by which means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.axe import SCHEME_RULES, axe_faults
from tests.browser.samples import pages_of, published
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_support import Site

pytestmark = [pytest.mark.browser, pytest.mark.site]
LINKS = "#ls-search-results li > a"
STRICT = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' data:; worker-src 'self'; form-action 'self'"
)


@pytest.fixture(scope="module")
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """One browser page for the whole module."""
    with watched(browser, small_server.origin) as opened:
        yield opened


def results(page: Watched) -> list[str]:
    """Where the results lead, once they are there."""
    page.page.locator(LINKS).first.wait_for()
    return [
        str(href) for href in page.page.eval_on_selector_all(LINKS, "all => all.map(a => a.href)")
    ]


def show_all(page: Watched) -> None:
    """Open every group of results."""
    results(page)
    page.page.eval_on_selector_all("button.ls-more", "all => all.forEach(button => button.click())")
    page.page.wait_for_function("() => !document.querySelector('button.ls-more')")


# What it finds


def test_inflections_are_one_word(page: Watched, small_site: Site, small_server: Server) -> None:
    """Somebody who types «tjenester» finds pages that only have «tjenestene»."""
    other_forms = [
        made.path
        for made in pages_of(small_site)
        if "tjenestene" in made.content.lower() and "tjenester" not in made.content.lower()
    ]
    assert other_forms
    page.go(small_server.url("sok/?q=tjenester"))
    show_all(page)

    assert {small_server.url(path) for path in other_forms} <= set(results(page))


def test_a_misspelt_word_is_mended_and_nonsense_is_not(page: Watched, small_server: Server) -> None:
    """One wrong letter is mended; a word that is near nothing has no results, and says so."""
    page.go(small_server.url("sok/?q=velferdstekonlogi"))
    assert small_server.url("tiltak/velferdsteknologi/") in results(page)[:5]

    page.go(small_server.url("sok/?q=zxqwvzxqwv"))
    page.page.get_by_text("Ingen treff på «zxqwvzxqwv»").wait_for()
    assert page.page.locator(LINKS).count() == 0


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("skole", ("skulle",)),
        ("penger", ("midlertidig",)),
        ("eksempel på", ("pasient", "partner", "pågår", "på")),
        ("AI", ("kilder",)),
        ("personvern", ("person", "personer")),
        ("digital", ("nettverk",)),
    ],
)
def test_only_what_was_meant_is_marked(
    query: str, others: tuple[str, ...], page: Watched, small_server: Server
) -> None:
    """Words that only begin like the stem of the word, or of one that means the same, are others.
    Whatever was found shows why: in its title, its summary or a marked word.
    """
    page.go(small_server.url(f"sok/?q={query}"))
    show_all(page)
    marks = page.page.locator("#ls-search-results mark").all_text_contents()

    assert marks
    assert {mark.lower() for mark in marks} & set(others) == set()
    assert (
        page.page.eval_on_selector_all(
            "#ls-search-results li > p",
            "all => all.filter(text => text.textContent === '…  …').length",
        )
        == 0
    )


def test_an_empty_word_finds_nothing_of_its_own(page: Watched, small_server: Server) -> None:
    """«på» stands on every page; it does not make each of them an example."""
    counts = []
    for query in ("eksempel", "eksempel på"):
        page.go(small_server.url(f"sok/?q={query}"))
        results(page)
        counts.append(page.page.locator("#ls-search-status").inner_text().split()[0])

    assert counts[0] == counts[1]


def test_a_municipality_leads_to_its_page(page: Watched, small_server: Server) -> None:
    """By name, with «kommune» or without, by number, and one's own; other words do not."""
    lookup = page.page.locator(".ls-search__place a")
    for query in ("Bodø", "bodø kommune", "1804"):
        page.go(small_server.url(f"sok/?q={query}"))
        lookup.first.wait_for()
        assert lookup.all_text_contents() == ["Se hva Bodø (1804) er med på"]
    lookup.click()
    page.page.wait_for_url(small_server.url("kommuner/bodo/"))

    page.go(small_server.url("sok/?q=min kommune"))
    lookup.wait_for()
    assert str(lookup.evaluate("link => link.href")) == small_server.url("kommuner/")

    page.go(small_server.url("sok/?q=personvern"))
    results(page)
    assert lookup.count() == 0


# How it is used


def test_an_address_holds_the_search(page: Watched, small_server: Server) -> None:
    """Words and filters stand in the address, and come back from it."""
    page.complaints.clear()
    page.go(small_server.url("sok/"))
    page.page.fill("#ls-q", "barnevern")
    results(page)
    page.page.select_option("#ls-kind", "project")
    page.page.select_option("#ls-status", "completed")
    page.page.wait_for_function("() => location.search.includes('status=completed')")
    page.page.locator("h2#ls-best", has_text="Fellesprosjekter").wait_for()
    matches = results(page)

    assert matches
    assert all(link.startswith(small_server.url("prosjekter/")) for link in matches)
    badges = page.page.locator("#ls-search-results .ls-status").all_inner_texts()
    assert len(badges) == len(matches)
    assert {badge.split(" (")[0] for badge in badges} == {"Fullført"}

    page.go(page.address)
    page.page.locator("h2#ls-best", has_text="Fellesprosjekter").wait_for()
    assert results(page) == matches
    assert page.page.input_value("#ls-q") == "barnevern"
    assert page.complaints == []


def test_area_filter_leaves_what_serves_the_area(
    page: Watched, small_site: Site, small_server: Server
) -> None:
    """A measure of another area is left out, one of this area stays; each choice has its count."""
    page.go(small_server.url("sok/?q=digital&area=helse"))
    matches = results(page)
    graph = published(small_site).context.graph
    of_area = {goal.id for goal in graph.sources("helse", "goals")}
    goals = [link.rsplit("/", 2)[1] for link in matches if "/mal/" in link]

    assert goals
    assert set(goals) <= of_area
    chosen = page.page.locator("#ls-area option:checked").inner_text()
    total = page.page.locator("#ls-search-status").inner_text().split()[0]
    assert chosen.endswith(f"({total})")


def test_no_single_key_leads_away(page: Watched, small_server: Server) -> None:
    """A key that leads to the search from everywhere cannot be turned off (WCAG 2.1.4): there is
    none, and a link to the field gives it the focus.
    """
    page.go(small_server.url("tiltak/"))
    page.page.keyboard.press("/")
    page.page.wait_for_timeout(200)
    assert page.address == small_server.url("tiltak/")
    page.go(small_server.url("sok/#ls-q"))
    page.page.keyboard.type("a/b")
    assert page.page.input_value("#ls-q") == "a/b"


def test_what_pages_are_is_known_by_their_order(page: Watched, small_server: Server) -> None:
    """Every page that the index names first has the path at that place in our own data; the rest
    are overviews.
    """
    page.go(small_server.url("sok/"))
    urls = page.page.evaluate(
        """async base => {
      const pagefind = await import(base + "pagefind/pagefind.js");
      await pagefind.init();
      const { results } = await pagefind.search(null, { sort: { page: "asc" } });
      return Promise.all(results.map(hit => hit.data().then(data => data.raw_url || data.url)));
    }""",
        small_server.base,
    )
    facets = page.page.evaluate("fetch('facets.json').then(answer => answer.json())")
    paths = [url.removeprefix(small_server.base).lstrip("/") for url in urls]

    assert {"mal/plan/", "mal/plan-2/", "mal/plan-10/", "mal/plan2/"} <= set(facets)
    assert paths[: len(facets)] == list(facets)
    assert {"kart/", "tiltak/"} <= set(paths[len(facets) :])


def test_results_are_reached_by_keyboard(page: Watched, small_server: Server) -> None:
    """From the field on: button, three filters, results. «Show all» moves on to what it shows."""
    page.go(small_server.url("sok/#ls-q"))
    page.page.keyboard.type("sikkerhet")
    page.page.keyboard.press("Enter")
    results(page)
    seen = []
    for _ in range(5):
        page.page.keyboard.press("Tab")
        seen.append(
            page.page.evaluate("() => document.activeElement.id || document.activeElement.tagName")
        )
    assert seen == ["BUTTON", "ls-kind", "ls-area", "ls-status", "A"]

    before = page.page.locator(LINKS).count()
    page.page.locator("button.ls-more").first.press("Enter")
    page.page.wait_for_function(
        "before => document.querySelectorAll('#ls-search-results li > a').length > before",
        arg=before,
    )
    assert page.page.evaluate("document.activeElement.closest('#ls-search-results li') !== null")


def test_screen_readers_are_told(page: Watched, small_server: Server) -> None:
    """A search landmark, a labelled field, one live message, headings with lists below them."""
    page.go(small_server.url("sok/?q=personvern"))
    count = len(results(page))
    tree = page.page.locator("article").aria_snapshot()

    assert "- search" in tree
    assert '- searchbox "Søk i strategien"' in tree
    assert page.page.get_by_role("status").filter(has_text="treff på «personvern»").count() == 1
    headings = page.page.locator("#ls-search-results h2").count()
    assert headings > 1
    assert page.page.locator("#ls-search-results section[aria-labelledby] > ol").count() == headings
    assert count > 5
    button = page.page.locator("button.ls-more").first
    heading = button.locator("xpath=../h2").inner_text()
    name, _, count = heading.removesuffix(")").rpartition(" (")
    assert button.text_content() == f"Vis alle {count} {name}"
    show_all(page)
    for group in page.page.locator(
        "#ls-search-results section:not([aria-labelledby=ls-best])"
    ).all():
        many = group.locator("li.ls-result").count()
        assert group.locator("h2").inner_text().endswith(f" ({many})")


@pytest.mark.parametrize("scheme", SCHEME_RULES)
def test_open_search_passes_axe(
    scheme: Literal["light", "dark"], page: Watched, small_server: Server
) -> None:
    """With results and a filter chosen, wide and narrow."""
    page.page.emulate_media(color_scheme=scheme)
    page.go(small_server.url("sok/?q=sikkerhet&status=ongoing"))
    results(page)
    for width in (1350, 320):
        page.page.set_viewport_size({"width": width, "height": 800})
        assert axe_faults(page.page, f"search {width}", *SCHEME_RULES[scheme]) == []
        assert page.page.evaluate("document.documentElement.scrollWidth") <= width


# Where it works


def test_search_works_under_a_strict_policy(browser: Browser, small_plain_server: Server) -> None:
    """In the plain frame: no inline script or style, no request to others, nothing evaluated."""

    def add_policy(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers | {"content-security-policy": STRICT}
        route.fulfill(response=answer, headers=headers)

    with watched(browser, small_plain_server.origin) as opened:
        opened.page.route("**/sok/*", add_policy)
        opened.go(small_plain_server.url("sok/?q=personvern"))
        matches = results(opened)

        assert small_plain_server.url("mal/innebygd-personvern/") in matches[:5]
        assert opened.complaints == []
        assert opened.strangers == []


def test_without_script_the_page_leads_to_the_lists(browser: Browser, small_server: Server) -> None:
    """No form that does nothing, but a sentence and the lists."""
    with watched(browser, small_server.origin, java_script_enabled=False) as opened:
        opened.go(small_server.url("sok/"))

        assert not opened.page.locator("#ls-search").is_visible()
        assert opened.page.locator("noscript p").is_visible()
        assert opened.page.locator("#ls-lists + ul a").count() >= 4


def test_a_site_without_an_index_says_so(browser: Browser, small_server: Server) -> None:
    """The page does not wait for ever."""
    with watched(browser, small_server.origin) as opened:
        opened.page.route("**/pagefind/**", lambda route: route.abort())
        opened.go(small_server.url("sok/?q=personvern"))
        opened.page.get_by_role("status").get_by_text("har ingen søkeindeks").wait_for()
