"""Lists that are narrowed, sorted and saved in the browser, and the map that lights a chain."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import axe_faults
from tests.browser.server import Server
from tests.browser.watch import Watched, watched

pytestmark = [pytest.mark.browser, pytest.mark.site]
SHOWN = "#ls-rows tbody tr:not([hidden])"


@pytest.fixture
def page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page without history."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def titles(page: Watched) -> list[str]:
    """The titles of the rows that are shown, in their order."""
    texts: list[str] = page.page.locator(f"{SHOWN} th").all_inner_texts()
    return texts


def test_choices_narrow_and_count(page: Watched, small_server: Server) -> None:
    """Choices work together; each count says how many rows the choice would leave."""
    page.go(small_server.url("tiltak/"))
    everything = len(titles(page))
    page.page.get_by_label("Status").select_option("proposed")
    proposed = len(titles(page))
    assert 0 < proposed < everything
    expect(page.page.locator(".ls-filter [role=status]")).to_have_text(
        f"Viser {proposed} av {everything}."
    )
    option = page.page.get_by_label("Målgruppe").locator("option[value=leader]")
    label = option.inner_text()
    page.page.get_by_label("Målgruppe").select_option("leader")

    assert label == f"Ledere ({len(titles(page))})"
    statuses = page.page.locator(f"{SHOWN} .ls-status").all_inner_texts()
    assert set(statuses) == {"Foreslått"}
    page.page.get_by_role("button", name="Nullstill").click()
    assert len(titles(page)) == everything
    assert page.address == small_server.url("tiltak/")


def test_an_empty_list_says_the_way_out(page: Watched, small_server: Server) -> None:
    """A choice that would leave nothing is not offered; words that do say which to change."""
    page.go(small_server.url("tiltak/"))
    page.page.get_by_label("Status").select_option("proposed")
    page.page.get_by_label("Søk i listen").fill("xyzzy")

    expect(page.page.locator(".ls-filter [role=status]")).to_contain_text(
        "Velg noe annet under «Søk i listen»."
    )
    offered = page.page.locator(".ls-filter select[name=status] option:not([hidden])")
    assert [text for text in offered.all_inner_texts() if text.endswith("(0)")] == ["Foreslått (0)"]


def test_what_is_confirmed_is_a_choice(page: Watched, small_server: Server) -> None:
    """A status that may be old can be narrowed to what has been seen lately."""
    page.go(small_server.url("tiltak/"))
    page.page.get_by_label("Status").select_option("ongoing")
    under_way = len(titles(page))
    page.page.get_by_label("Status").select_option("ongoing-confirmed")

    assert 0 < len(titles(page)) < under_way
    label = page.page.locator("option[value=ongoing-confirmed]").inner_text()
    assert re.fullmatch(rf"Pågår, bekreftet siden 20\d\d \({len(titles(page))}\)", label)


def test_state_stands_in_the_address(page: Watched, small_server: Server) -> None:
    """What was chosen is there again for whoever gets the address; nonsense in it does nothing."""
    page.go(small_server.url("tiltak/"))
    page.page.get_by_label("Søk i listen").fill("tiltak")
    page.page.get_by_label("Satsingsområde").select_option(index=1)
    page.page.get_by_role("button", name="Tittel").click()
    address, before = page.address, titles(page)
    page.go(small_server.url())
    page.go(address)

    assert titles(page) == before
    assert page.page.get_by_label("Søk i listen").input_value() == "tiltak"
    page.go(small_server.url("tiltak/?status=ukjent&sorter=99&ord="))
    everything = page.page.locator("#ls-rows tbody tr").count()
    assert len(titles(page)) == everything


def test_headings_sort_both_ways(page: Watched, small_server: Server) -> None:
    """Norwegian order for words, size for numbers; the direction is said to a screen reader."""
    page.go(small_server.url("prosjekter/"))
    page.page.get_by_role("button", name="Tittel").click()
    forwards = titles(page)
    head = page.page.locator("#ls-rows th[aria-sort]")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.page.get_by_role("button", name="Tittel").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page) == forwards[::-1]
    page.go(small_server.url("tiltak/?sorter=-5"))
    counts = [int(text) for text in page.page.locator(f"{SHOWN} td:last-child").all_inner_texts()]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_what_is_shown_can_be_saved(page: Watched, small_server: Server, tmp_path: Path) -> None:
    """The file has the headings and the rows that are shown, in their order, and nothing else."""
    page.go(small_server.url("tiltak/?malgruppe=leader&sorter=1"))
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="Last ned").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines()))

    assert path.name == "tiltak.csv"
    assert rows[0][:2] == ["Tittel", "Status"]
    assert [row[0] for row in rows[1:]] == [" ".join(title.split()) for title in titles(page)]
    assert len({len(row) for row in rows}) == 1


def test_filters_by_keyboard(page: Watched, small_server: Server) -> None:
    """Words, choices and headings follow one another, and need nothing but keys."""
    page.go(small_server.url("mal/"))
    page.page.get_by_label("Søk i listen").focus()
    page.page.keyboard.type("mål")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("ArrowDown")
    expect(page.page.get_by_label("Satsingsområde")).not_to_have_value("")
    for _ in range(12):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.classList.contains('ls-sort')"):
            break
    page.page.keyboard.press("Enter")

    expect(page.page.locator("#ls-rows th[aria-sort=ascending]")).to_have_text("Tittel")


def test_every_list_works_and_is_sound(page: Watched, small_server: Server) -> None:
    """Each list has rows, a file and no fault that axe can see, also when nothing fits."""
    paths = ["omrader/", "mal/", "tiltak/", "prosjekter/", "felleskomponenter/", "nettverk/"]
    faults = []
    for path in paths:
        page.page.set_viewport_size({"width": 320, "height": 700})
        page.go(small_server.url(path))
        assert titles(page)
        page.page.locator(".ls-filter summary").click()
        page.page.get_by_label("Søk i listen").fill("xyzzy")
        expect(page.page.locator(".ls-filter [role=status]")).to_contain_text("Viser 0 av")
        assert titles(page) == []
        faults += axe_faults(page.page, path)
        assert page.page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )

    assert faults == []


def test_choices_are_folded_on_a_phone(page: Watched, small_server: Server) -> None:
    """Rows come first on a narrow page; the summary counts the choices and opens by keyboard."""
    page.page.set_viewport_size({"width": 390, "height": 800})
    page.go(small_server.url("tiltak/?malgruppe=leader"))
    summary = page.page.locator(".ls-filter summary")
    field = page.page.get_by_label("Søk i listen")

    expect(summary).to_have_text("Filtrer (1)")
    expect(field).to_be_hidden()
    expect(page.page.locator(".ls-filter [role=status]")).to_be_visible()
    place = page.page.locator(f"{SHOWN} th").first.bounding_box()
    assert place
    assert place["y"] < 600
    summary.focus()
    page.page.keyboard.press("Enter")
    expect(field).to_be_visible()
    page.page.keyboard.press("Tab")
    page.page.keyboard.type("digital")
    expect(summary).to_have_text("Filtrer (2)")
    page.page.get_by_role("button", name="Nullstill").click()
    expect(summary).to_have_text("Filtrer")

    page.page.set_viewport_size({"width": 1350, "height": 800})
    page.go(small_server.url("tiltak/?malgruppe=leader"))
    expect(field).to_be_visible()
    expect(summary).to_be_hidden()


def test_rows_are_blocks_on_a_phone(page: Watched, small_server: Server) -> None:
    """Each value after the name of its column, all in sight, still a table; sorting works."""
    page.page.set_viewport_size({"width": 320, "height": 800})
    for path in ("mal/", "kilder/"):
        page.go(small_server.url(path))
        region = page.page.locator(".ls-scroll").last
        assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
        assert page.page.locator(".ls-stack tbody td:not([data-label])").count() == 0
        assert page.page.get_by_role("cell").count() > 10
        assert page.page.get_by_role("columnheader").count() == 4
    page.go(small_server.url("mal/"))
    page.page.get_by_role("button", name="Tittel").click()
    expect(page.page.locator("#ls-rows th[aria-sort=ascending]")).to_have_text("Tittel")


def test_lists_are_complete_without_script(browser: Browser, small_server: Server) -> None:
    """The table stands open; a choice in the address hides nothing, and no dead form is shown."""
    with watched(browser, small_server.origin, java_script_enabled=False) as page:
        page.go(small_server.url("tiltak/?status=proposed"))

        assert len(titles(page)) == page.page.locator("#ls-rows tbody tr").count() > 5
        expect(page.page.locator(".ls-filter")).to_be_hidden()


def test_map_lights_the_chain_of_what_has_the_focus(page: Watched, small_server: Server) -> None:
    """By keyboard and by pointer: what a goal serves and what serves it, and nothing else."""
    page.go(small_server.url("kart/"))
    goal = page.page.locator(".ls-node--goal a").first
    goal.focus()
    lit = page.page.locator(".ls-map [data-box].ls-lit")
    everything = page.page.locator(".ls-map [data-box]").count()

    assert 3 <= lit.count() < everything / 2
    assert page.page.locator(".ls-node--area a.ls-lit").count() == 1
    assert page.page.locator(".ls-node--goal a.ls-lit").count() == 1
    joined = page.page.locator("[data-link].ls-lit").evaluate_all(
        "all => all.flatMap(line => line.dataset.link.split(' '))"
    )
    boxes = lit.evaluate_all("all => all.map(box => box.dataset.box)")
    assert set(joined) == set(boxes)
    goal.evaluate("link => link.blur()")
    expect(page.page.locator(".ls-chain")).to_have_count(0)
    page.page.locator(".ls-node--project a").first.hover()
    expect(page.page.locator(".ls-chain")).to_have_count(1)
    assert page.page.locator(".ls-node--project a.ls-lit").count() == 1
