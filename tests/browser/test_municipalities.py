"""Municipalities: finding the page of one's own, and the map, by pointer and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import SCHEME_RULES, axe_faults
from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page without history."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def choices(page: Watched) -> Locator:
    """The places to choose between."""
    return page.page.locator(".ls-choices a")


def status(page: Watched) -> Locator:
    """What a screen reader is told."""
    return page.page.locator(".ls-lookup [role=status]")


def heading(page: Watched) -> Locator:
    """The heading of the page."""
    return page.page.locator("h1")


@pytest.mark.parametrize("path", ["", "kommuner/"])
def test_a_name_leads_to_its_page_by_keyboard(
    path: str, page: Watched, small_server: Server
) -> None:
    """Type and press Enter, on the front page or the list; going back leads back."""
    page.go(small_server.url(path))
    page.page.get_by_label("Kommune eller fylke").focus()
    page.page.keyboard.type("drammen")
    expect(choices(page)).to_have_text(["Drammen (3301)"])
    expect(status(page)).to_have_text("Ett treff. Velg det under, eller trykk Enter.")
    page.page.keyboard.press("Enter")

    page.page.wait_for_url(small_server.url("kommuner/drammen/"))
    expect(heading(page)).to_have_text("Drammen")
    expect(page.page.locator("article")).to_contain_text("Drammen er oppført i 2 fellesprosjekter:")
    page.page.go_back()
    assert page.address == small_server.url(path)


@pytest.mark.parametrize("path", ["", "kommuner/"])
@pytest.mark.parametrize(
    ("value", "folder"), [("3301", "drammen"), ("Giske", "giske"), ("56", "finnmark-fylke")]
)
def test_earlier_addresses_of_the_look_up_lead_there(
    path: str, value: str, folder: str, page: Watched, small_server: Server
) -> None:
    """A link with a number or a name behind the question mark goes on to the page, and does not
    stand in the way of going back.
    """
    page.go(small_server.url("tiltak/"))
    page.page.goto(small_server.url(f"{path}?kommune={value}"))

    page.page.wait_for_url(small_server.url(f"kommuner/{folder}/"))
    page.page.go_back()
    page.page.wait_for_url(small_server.url("tiltak/"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("karasjok", "Kárášjohka - Karasjok (5610)"),
        ("karasj", "Kárášjohka - Karasjok (5610)"),
        ("Guovdageaidnu", "Guovdageaidnu - Kautokeino (5612)"),
        ("harsttak", "Harstad - Hárstták (5503)"),
        ("Alesund", "Ålesund (1508)"),
        ("varanger", "Sør-Varanger (5605)"),
        ("3301", "Drammen (3301)"),
        ("Drammen kommune", "Drammen (3301)"),
        ("Agder", "Agder, fylke (42)"),
        ("finnmarku", "Finnmark - Finnmárku - Finmarkku, fylke (56)"),
    ],
)
def test_each_part_of_a_name_is_found(
    typed: str, first: str, page: Watched, small_server: Server
) -> None:
    """In every official language, without marks on letters, by number, and by a word within."""
    page.go(small_server.url("kommuner/"))
    page.page.locator(".ls-lookup input").fill(typed)

    expect(choices(page).first).to_have_text(first)


@pytest.mark.parametrize("name", ["Herøy", "Våler"])
def test_places_of_the_same_name_are_told_apart(
    name: str, page: Watched, small_server: Server
) -> None:
    """Two counties have one each: the reader is asked which."""
    page.go(small_server.url())
    page.page.locator(".ls-lookup input").fill(name)
    page.page.keyboard.press("Enter")

    expect(choices(page)).to_have_count(2)
    expect(status(page)).to_have_text("2 treff. Velg ett under.")
    labels = choices(page).all_inner_texts()
    assert all(label.startswith(f"{name} (") and label.count("(") == 2 for label in labels)
    choices(page).first.click()
    expect(heading(page)).to_have_text(labels[0].rpartition(" (")[0])


def test_a_word_that_is_no_place_is_said_to_be_none(page: Watched, small_server: Server) -> None:
    """The reader stays, and is told."""
    page.go(small_server.url())
    page.page.locator(".ls-lookup input").fill("atlantis")
    page.page.keyboard.press("Enter")

    expect(status(page)).to_have_text(
        "Fant ingen kommune og ikke noe fylke med dette navnet eller nummeret."
    )
    assert page.address == small_server.url()


def test_every_page_is_reached_without_script(browser: Browser, small_server: Server) -> None:
    """The form leads to the list of all, and that to each; what was typed does no harm."""
    with watched(browser, small_server.origin, java_script_enabled=False) as page:
        page.go(small_server.url())
        page.page.locator(".ls-lookup input").fill("Drammen")
        page.page.keyboard.press("Enter")
        page.page.wait_for_url(small_server.url("kommuner/?kommune=Drammen"))
        expect(page.page.locator("#ls-layer-project")).to_be_hidden()
        page.page.get_by_role("link", name="Drammen", exact=True).click()

        expect(page.page.locator("article")).to_contain_text("Barnevern 8")


def colours(page: Watched, name: str) -> list[str]:
    """What the tiles of these municipalities are filled with."""
    return page.page.locator(f".ls-places g a[href='{name}/'] rect").evaluate_all(
        "all => all.map(tile => getComputedStyle(tile).fill)"
    )


def test_the_map_shows_what_is_chosen(page: Watched, small_server: Server) -> None:
    """Participation, networks, and one project; a tile leads to its page."""
    page.go(small_server.url("kommuner/"))
    known, unknown = colours(page, "drammen"), colours(page, "utsira")
    assert known != unknown
    page.page.get_by_label("Digitaliseringsnettverk").check()
    assert colours(page, "bergen") == known
    assert colours(page, "oslo") == unknown
    page.page.get_by_label("Fellesprosjekt", exact=True).focus()
    option = page.page.locator("#ls-layer-project option", has_text="Barnevern 8")
    option.wait_for(state="attached")
    page.page.get_by_label("Fellesprosjekt", exact=True).select_option(label="Barnevern 8")
    assert page.page.get_by_label("Ett fellesprosjekt:").is_checked()
    assert colours(page, "drammen") == known
    assert colours(page, "utsira") == unknown
    expect(page.page.locator(".ls-layers [role=status]")).to_contain_text("Barnevern 8")

    page.page.locator(".ls-places g a[href='utsira/']").click()
    page.page.wait_for_url(small_server.url("kommuner/utsira/"))


def test_axe_finds_nothing(page: Watched, small_server: Server) -> None:
    """The list with choices open, a municipality and a county, at both widths and schemes."""
    faults = []
    for path in ("kommuner/", "kommuner/bergen/", "kommuner/vestland-fylke/"):
        page.go(small_server.url(path))
        if path == "kommuner/":
            page.page.locator(".ls-lookup input").fill("ber")
            choices(page).first.wait_for()
        for width in (1350, 320):
            page.page.set_viewport_size({"width": width, "height": 800})
            for scheme, rules in SCHEME_RULES.items():
                page.page.emulate_media(color_scheme=scheme)
                faults += axe_faults(page.page, f"{path} {width} {scheme}", *rules)
                assert page.page.evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ), path
            assert choices(page).first.is_visible() == (path == "kommuner/")

    assert faults == []


def test_plain_build_has_the_same_look_up(browser: Browser, small_plain_server: Server) -> None:
    """The frame without a site generator loads the same script."""
    with watched(browser, small_plain_server.origin) as page:
        page.page.goto(small_plain_server.url("?kommune=3301"))

        page.page.wait_for_url(small_plain_server.url("kommuner/drammen/"))
        assert page.complaints == []
