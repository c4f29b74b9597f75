"""The front page and the page of municipalities: finding one's own, by pointer and by keyboard."""

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
    return page.page.locator(".ls-choices button")


def status(page: Watched) -> Locator:
    """What a screen reader is told."""
    return page.page.locator(".ls-lookup [role=status]")


def listed(page: Watched, heading: str) -> Locator:
    """The list, or the words instead of one, below a heading of the answer."""
    return page.page.locator(f".ls-answer h4:has-text('{heading}') ~ *:not(h4)").first


def test_a_name_leads_to_the_answer_by_keyboard(page: Watched, small_server: Server) -> None:
    """Type, press Enter, and hear and read what is known; the address can be sent on."""
    page.go(small_server.url())
    page.page.get_by_label("Kommune eller fylke").focus()
    page.page.keyboard.type("drammen")
    expect(choices(page)).to_have_text(["Drammen (3301)"])
    page.page.keyboard.press("Enter")

    expect(page.page.locator(".ls-answer h3")).to_have_text("Drammen (3301)")
    expect(page.page.locator(".ls-answer h3")).to_be_focused()
    expect(status(page)).to_have_text("Viser Drammen.")
    expect(listed(page, "Ført opp som deltaker i")).to_contain_text("Barnevern 8")
    expect(listed(page, "Nettverk for fylket")).to_contain_text("DigiNord")
    assert page.address == small_server.url("?kommune=3301")
    page.page.locator(".ls-answer a").first.click()
    page.page.wait_for_url(small_server.url("prosjekter/barnevern-i-kommunen/"))


@pytest.mark.parametrize("path", ["", "kommuner/"])
def test_the_address_keeps_the_answer(path: str, page: Watched, small_server: Server) -> None:
    """A link to a municipality shows it at once, also after going back."""
    page.go(small_server.url(f"{path}?kommune=3301"))
    expect(page.page.locator(".ls-answer h3")).to_have_text("Drammen (3301)")
    page.page.locator(".ls-lookup input").fill("4601")
    page.page.keyboard.press("Enter")
    expect(page.page.locator(".ls-answer h3")).to_have_text("Bergen (4601)")
    expect(listed(page, "Ført opp som medlem")).to_contain_text("DigiNett")
    page.page.go_back()

    expect(page.page.locator(".ls-answer h3")).to_have_text("Drammen (3301)")


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
    assert len(set(labels)) == 2
    choices(page).first.click()
    expect(page.page.locator(".ls-answer h3")).to_have_text(labels[0])


def test_where_the_name_stands_is_told(page: Watched, small_server: Server) -> None:
    """A municipality that is no participant, but cited; a county is called by its right word."""
    page.go(small_server.url("?kommune=1532"))
    expect(page.page.locator(".ls-answer h3")).to_have_text("Giske (1532)")
    expect(listed(page, "Ført opp som deltaker i")).to_contain_text("at kommunen er ført opp")
    expect(page.page.locator(".ls-answer [data-slot=mentions]")).to_contain_text("Om oss & andre")
    page.page.locator(".ls-lookup input").fill("56")
    page.page.keyboard.press("Enter")
    expect(listed(page, "Ført opp som deltaker i")).to_contain_text("at fylkeskommunen er ført")
    assert "kommunen eller" not in page.page.locator(".ls-answer").inner_text()


def test_what_is_not_known_is_said(page: Watched, small_server: Server) -> None:
    """A place that no source names, a word that is no place, and what may still be joined."""
    page.go(small_server.url())
    page.page.locator(".ls-lookup input").fill("utsira")
    page.page.keyboard.press("Enter")
    expect(listed(page, "Ført opp som deltaker i")).to_contain_text("Den kan være med likevel")
    expect(listed(page, "Mulig å bli med i")).to_contain_text("spør", ignore_case=True)
    expect(page.page.locator(".ls-answer [data-slot=open] li")).to_have_text(["Barnevern 9 Pågår"])
    page.page.locator(".ls-lookup input").fill("atlantis")

    expect(status(page)).to_have_text(
        "Fant ingen kommune og ikke noe fylke med dette navnet eller nummeret."
    )
    expect(page.page.locator(".ls-answer")).to_be_hidden()


def test_axe_finds_nothing_in_choices_and_answer(page: Watched, small_server: Server) -> None:
    """The open states are as sound as the page itself, at both widths and in both schemes."""
    faults = []
    for width in (1350, 320):
        page.page.set_viewport_size({"width": width, "height": 800})
        for scheme, rules in SCHEME_RULES.items():
            page.page.emulate_media(color_scheme=scheme)
            page.go(small_server.url("?kommune=4601"))
            page.page.locator(".ls-answer h3").wait_for()
            faults += axe_faults(page.page, f"answer {width} {scheme}", *rules)
            page.page.locator(".ls-lookup input").fill("ber")
            choices(page).first.wait_for()
            faults += axe_faults(page.page, f"choices {width} {scheme}", *rules)
            assert page.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )

    assert faults == []


def test_the_answer_is_reachable_without_script(browser: Browser, small_server: Server) -> None:
    """The form leads to the list of all; what was typed does no harm."""
    with watched(browser, small_server.origin, java_script_enabled=False) as page:
        page.go(small_server.url())
        page.page.locator(".ls-lookup input").fill("Drammen")
        page.page.keyboard.press("Enter")

        page.page.wait_for_url(small_server.url("kommuner/?kommune=Drammen"))
        drammen = page.page.locator("article li", has_text="Drammen")
        expect(drammen).to_contain_text("Barnevern 8")


def test_doors_lead_to_lists_with_the_choice_made(page: Watched, small_server: Server) -> None:
    """Every link in the three doors leads to a page, and a choice in its address is one the list
    has.
    """
    page.go(small_server.url())
    links = page.page.eval_on_selector_all(".ls-door a", "all => all.map(link => link.href)")
    assert len(links) > 15
    for link in (link for link in links if "?" in link):
        page.go(link)
        chosen = page.page.locator(".ls-filter select").evaluate_all(
            "all => all.filter(field => field.value).map(field => field.name + '=' + field.value)"
        )
        assert chosen == [link.split("?")[1]]


def test_plain_build_has_the_same_look_up(browser: Browser, small_plain_server: Server) -> None:
    """The frame without a site generator loads the same script."""
    with watched(browser, small_plain_server.origin) as page:
        page.go(small_plain_server.url("?kommune=3301"))

        expect(page.page.locator(".ls-answer h3")).to_have_text("Drammen (3301)")
        assert page.complaints == []
