"""Lists that are narrowed, sorted and saved in the browser, and the map that lights a chain."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from living_strategy.adapters.plain.build import build_site
from tests.browser.axe import axe_faults
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.integration.site_support import TODAY
from tests.integration.small_strategy import FILES

pytestmark = [pytest.mark.browser, pytest.mark.site]
SHOWN = "#ls-rows tbody tr:not([hidden])"
WIDE: ViewportSize = {"width": 1280, "height": 900}
TABLET: ViewportSize = {"width": 768, "height": 1024}


@pytest.fixture
def page(browser: Browser, real_server: Server) -> Iterator[Watched]:
    """A browser page without history. Lists of the made-up site are too short for filters."""
    with watched(browser, real_server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


@pytest.fixture
def small_page(browser: Browser, small_server: Server) -> Iterator[Watched]:
    """A browser page without history, of the made-up site."""
    with watched(browser, small_server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def titles(page: Watched) -> list[str]:
    """The titles of the rows that are shown, in their order."""
    texts: list[str] = page.page.locator(f"{SHOWN} th").all_inner_texts()
    return texts


def test_choices_narrow_and_count(page: Watched, real_server: Server) -> None:
    """Choices work together; each count says how many rows the choice would leave."""
    page.go(real_server.url("tiltak/"))
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
    assert page.address == real_server.url("tiltak/")


def test_an_empty_list_says_the_way_out(page: Watched, real_server: Server) -> None:
    """A choice that would leave nothing is not offered; words that do say which to change."""
    page.go(real_server.url("tiltak/"))
    page.page.get_by_label("Status").select_option("proposed")
    page.page.get_by_label("Søk i listen").fill("xyzzy")

    expect(page.page.locator(".ls-filter [role=status]")).to_contain_text(
        "Ta bort «xyzzy» under «Søk i listen»."
    )
    offered = page.page.locator(".ls-filter select[name=status] option")
    assert offered.all_inner_texts() == ["Alle", "Foreslått (0)"]


def test_what_is_confirmed_is_a_choice(page: Watched, real_server: Server) -> None:
    """A status that may be old can be narrowed to what has been seen lately."""
    page.go(real_server.url("tiltak/"))
    page.page.get_by_label("Status").select_option("ongoing")
    under_way = len(titles(page))
    page.page.get_by_label("Status").select_option("ongoing-confirmed")

    assert 0 < len(titles(page)) < under_way
    label = page.page.locator("option[value=ongoing-confirmed]").inner_text()
    assert re.fullmatch(rf"Pågår, bekreftet siden 20\d\d \({len(titles(page))}\)", label)


def test_state_stands_in_the_address(page: Watched, real_server: Server) -> None:
    """What was chosen is there again for whoever gets the address; nonsense in it does nothing."""
    page.go(real_server.url("tiltak/"))
    page.page.get_by_label("Søk i listen").fill("digital")
    page.page.get_by_label("Satsingsområde").select_option(index=1)
    page.page.get_by_role("button", name="Tittel").click()
    address, before = page.address, titles(page)
    page.go(real_server.url())
    page.go(address)

    assert titles(page) == before
    assert page.page.get_by_label("Søk i listen").input_value() == "digital"
    page.go(real_server.url("tiltak/?status=ukjent&sorter=99&ord="))
    everything = page.page.locator("#ls-rows tbody tr").count()
    assert len(titles(page)) == everything


def test_headings_sort_both_ways(page: Watched, real_server: Server) -> None:
    """Norwegian order for words, size for numbers; the direction is said to a screen reader."""
    page.go(real_server.url("prosjekter/"))
    page.page.get_by_role("button", name="Tittel").click()
    forwards = titles(page)
    head = page.page.locator("#ls-rows th[aria-sort]")
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.page.get_by_role("button", name="Tittel").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert titles(page) == forwards[::-1]
    page.go(real_server.url("tiltak/?sorter=-5"))
    counts = [int(text) for text in page.page.locator(f"{SHOWN} td:last-child").all_inner_texts()]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_what_is_shown_can_be_saved(page: Watched, real_server: Server, tmp_path: Path) -> None:
    """The file has the headings and the rows that are shown, in their order, and nothing else."""
    page.go(real_server.url("tiltak/?malgruppe=leader&sorter=1"))
    with page.page.expect_download() as waiting:
        page.page.get_by_role("button", name="Last ned").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert path.name == "tiltak.csv"
    assert rows[0][:2] == ["Tittel", "Status"]
    assert [row[0] for row in rows[1:]] == [" ".join(title.split()) for title in titles(page)]
    assert len({len(row) for row in rows}) == 1


def test_filters_by_keyboard(page: Watched, real_server: Server) -> None:
    """Words, choices and headings follow one another, and need nothing but keys."""
    page.go(real_server.url("mal/"))
    page.page.get_by_label("Søk i listen").focus()
    page.page.keyboard.type("digital")
    page.page.keyboard.press("Tab")
    page.page.keyboard.press("ArrowDown")
    expect(page.page.get_by_label("Satsingsområde")).not_to_have_value("")
    for _ in range(12):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.classList.contains('ls-sort')"):
            break
    page.page.keyboard.press("Enter")

    expect(page.page.locator("#ls-rows th[aria-sort=ascending]")).to_have_text("Tittel")


def test_every_list_works_and_is_sound(page: Watched, real_server: Server) -> None:
    """Each list has rows, a file and no fault that axe can see, also when nothing fits."""
    paths = ["mal/", "tiltak/", "prosjekter/", "felleskomponenter/", "organisasjoner/"]
    faults = []
    for path in paths:
        page.page.set_viewport_size({"width": 320, "height": 700})
        page.go(real_server.url(path))
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


def test_choices_are_folded_on_a_phone(page: Watched, real_server: Server) -> None:
    """Rows come first on a narrow page; the summary counts the choices and opens by keyboard."""
    page.page.set_viewport_size({"width": 390, "height": 800})
    page.go(real_server.url("tiltak/?malgruppe=leader"))
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
    page.go(real_server.url("tiltak/?malgruppe=leader"))
    expect(field).to_be_visible()
    expect(summary).to_be_hidden()


def test_rows_are_blocks_on_a_phone(page: Watched, real_server: Server) -> None:
    """Each value after the name of its column, all in sight, still a table; sorting works."""
    page.page.set_viewport_size({"width": 320, "height": 800})
    for path in ("mal/", "kilder/"):
        page.go(real_server.url(path))
        region = page.page.locator(".ls-scroll").last
        assert region.evaluate("region => region.scrollWidth <= region.clientWidth")
        assert page.page.locator(".ls-stack tbody td:not([data-label])").count() == 0
        assert page.page.get_by_role("cell").count() > 10
        assert page.page.get_by_role("columnheader").count() == 4
    page.go(real_server.url("mal/"))
    page.page.get_by_role("button", name="Tittel").click()
    expect(page.page.locator("#ls-rows th[aria-sort=ascending]")).to_have_text("Tittel")


def test_lists_are_complete_without_script(browser: Browser, real_server: Server) -> None:
    """The table stands open; a choice in the address hides nothing, and no dead form is shown."""
    with watched(browser, real_server.origin, java_script_enabled=False) as page:
        page.go(real_server.url("tiltak/?status=proposed"))

        assert len(titles(page)) == page.page.locator("#ls-rows tbody tr").count() > 5
        expect(page.page.locator(".ls-filter")).to_be_hidden()


def test_short_lists_have_no_filters(page: Watched, real_server: Server) -> None:
    """Up to fifteen rows; a longer list has them."""
    for path, number in (("omrader/", 0), ("nettverk/", 0), ("mal/", 1)):
        page.go(real_server.url(path))
        rows = page.page.locator("table.ls-table tbody tr").count()
        assert (rows > 15, page.page.locator(".ls-filter").count()) == (bool(number), number)


def test_the_title_follows_what_was_chosen(page: Watched, real_server: Server) -> None:
    """Whoever follows a link to a choice, or has several open, can tell them apart."""
    page.go(real_server.url("tiltak/?status=proposed"))
    titles_of = [page.page.title()]
    page.page.get_by_label("Status").select_option("")
    titles_of.append(page.page.title())

    assert titles_of[0] == f"Foreslått – {titles_of[1]}"
    expect(page.page.locator(".ls-filter [role=status]")).to_contain_text("Viser")


def test_map_lights_the_chain_of_what_has_the_focus(page: Watched, real_server: Server) -> None:
    """By keyboard and by pointer: what a goal serves and what serves it, and nothing else."""
    page.page.set_viewport_size(WIDE)
    page.go(real_server.url("kart/"))
    chart = page.page.locator(".ls-map").first
    goal = chart.locator(".ls-node--goal a").first
    goal.focus()
    lit = chart.locator("[data-box].ls-lit")
    everything = chart.locator("[data-box]").count()

    assert 2 <= lit.count() < everything
    assert chart.locator(".ls-node--goal a.ls-lit").count() == 1
    joined = chart.locator("[data-link].ls-lit").evaluate_all(
        "all => all.flatMap(line => line.dataset.link.split(' '))"
    )
    boxes = lit.evaluate_all("all => all.map(box => box.dataset.box)")
    assert set(joined) == set(boxes)
    goal.evaluate("link => link.blur()")
    expect(page.page.locator(".ls-chain")).to_have_count(0)
    chart.locator(".ls-node--project a").first.hover()
    expect(page.page.locator(".ls-chain")).to_have_count(1)
    assert chart.locator(".ls-node--project a.ls-lit").count() == 1


@pytest.mark.parametrize("size", [WIDE, TABLET])
def test_a_finger_lights_a_box_before_it_opens_it(
    size: ViewportSize, browser: Browser, small_server: Server
) -> None:
    """Another box is lit first too; the second tap on the same opens its page."""
    context = browser.new_context(viewport=size, has_touch=True)
    page = context.new_page()
    page.goto(small_server.url("kart/"))
    here = page.url
    first, second = page.locator(".ls-map").first.locator(".ls-node--measure a").all()[:2]

    for box in (first, second):
        box.tap()
        expect(box).to_have_class("ls-lit")
        assert page.url == here
    target = second.evaluate("link => link.href.baseVal")
    second.tap()
    page.wait_for_url(f"**/{target.removeprefix('../')}")
    context.close()


OUTSIDE = """
chart => [...chart.querySelectorAll("[data-box]")].flatMap(box => {
  const frame = box.querySelector("rect").getBoundingClientRect();
  return [...box.querySelectorAll("text")].filter(text => {
    const inner = text.getBoundingClientRect();
    return inner.right > frame.right || inner.left < frame.left + 6
      || inner.bottom > frame.bottom + 1 || inner.top < frame.top - 1;
  }).map(text => text.textContent);
})"""


@pytest.mark.parametrize("width", [768, 1024, 1350])
def test_the_map_can_be_read_from_a_tablet_on(
    width: int, page: Watched, real_server: Server
) -> None:
    """Letters are as large as elsewhere, every text lies in its box, the picture in the window, and
    the names of the columns stand above their boxes while these pass.
    """
    page.page.set_viewport_size({"width": width, "height": 800})
    page.go(real_server.url("kart/"))
    chart, heads = page.page.locator(".ls-map").first, page.page.locator(".ls-map-heads").first

    assert chart.evaluate(OUTSIDE) == []
    letters = "one => parseFloat(getComputedStyle(one.querySelector('.ls-note')).fontSize)"
    assert chart.evaluate(letters) >= 12
    assert page.page.evaluate("document.documentElement.scrollWidth") == width
    lefts = "all => all.map(one => Math.round(one.getBoundingClientRect().left))"
    boxes = chart.locator(".ls-node a:first-child > rect:first-of-type").evaluate_all(lefts)
    above = heads.locator("span").evaluate_all(lefts)
    assert [abs(box - head) <= 2 for box, head in zip(boxes, above, strict=True)] == [True] * 3
    chart.locator("[data-box]").last.scroll_into_view_if_needed()
    stuck = heads.bounding_box()
    assert stuck
    assert stuck["y"] == 0


def test_a_phone_has_the_map_as_a_folded_list(small_page: Watched, small_server: Server) -> None:
    """No picture and no way past it; the first area is open, and its goals are folded."""
    page = small_page.page
    page.set_viewport_size({"width": 390, "height": 800})
    small_page.go(small_server.url("kart/"))

    expect(page.locator(".ls-map").first).to_be_hidden()
    areas = page.locator("details.ls-area")
    assert [area.get_attribute("open") for area in areas.all()] == [
        "", *[None] * (areas.count() - 1),
    ]  # fmt: skip
    goal = areas.first.locator("details").first
    expect(goal.locator(".ls-tree")).to_be_hidden()
    goal.locator("summary").click()
    expect(goal.locator(".ls-tree")).to_be_visible()


HITS = """
all => all.map(one => {
  one.scrollIntoView({block: "center"});
  const box = one.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return [Math.round(box.width), Math.round(box.height), Boolean(hit && hit.closest("a"))];
})"""


@pytest.mark.parametrize("width", [390, 1350])
def test_a_milestone_can_be_hit_with_a_finger(
    width: int, page: Watched, real_server: Server
) -> None:
    """However short its time is drawn: 24 px each way, and a month is shorter than a year."""
    page.page.set_viewport_size({"width": width, "height": 844})
    page.go(real_server.url("tidslinje/"))

    hits = page.page.locator(".ls-target").evaluate_all(HITS)
    assert len(hits) > 10
    assert [hit for hit in hits if hit != [24, 24, True]] == []
    drawn = "all => all.map(one => one.getBoundingClientRect().width)"
    years = page.page.locator(".ls-run rect.ls-mark").evaluate_all(drawn)
    feet = page.page.locator(".ls-run rect.ls-foot").evaluate_all(drawn)
    assert 0 < max(feet) < min(years) / 10


def test_a_phone_shows_today_on_the_timeline(small_page: Watched, small_server: Server) -> None:
    """Nothing has to be scrolled to the side, and the years stay in view above the rows."""
    page = small_page.page
    page.set_viewport_size({"width": 320, "height": 700})
    small_page.go(small_server.url("tidslinje/"))
    today, axis = page.locator(".ls-now"), page.locator(".ls-axis")

    box = today.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.locator(".ls-run").last.scroll_into_view_if_needed()
    stuck = axis.bounding_box()
    assert stuck
    assert stuck["y"] == 0


@pytest.mark.usefixtures("quick_builds")
@pytest.mark.parametrize(
    ("alphabet", "ordered"),
    [
        ("sv", ["Anker", "M1", "M2", "M10", "Zen", "Åpen", "Ærlig", "Öl", "Ørn"]),
        ("en", ["Ærlig", "Anker", "Åpen", "M1", "M2", "M10", "Öl", "Ørn", "Zen"]),
    ],
)
def test_the_alphabet_of_the_strategy(
    alphabet: str, ordered: list[str], browser: Browser, tmp_path: Path
) -> None:
    """Columns are sorted by the alphabet that a strategy in Norwegian has chosen, and by size where
    there are numbers.
    """
    titles_there = [*ordered[::2], *ordered[1::2], *(f"M{number}" for number in range(20, 30))]
    settings, measure = "strategy/strategy.yml", "measures/veiledning.md"
    files = {**FILES, settings: f"{FILES[settings]}alphabet: {alphabet}\n"}
    for number, title in enumerate(titles_there):
        text = FILES[measure].replace("Veiledning på biblioteket", title)
        files[f"measures/tiltak-{number}.md"] = text
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    build_site(tmp_path, tmp_path / "site", TODAY)

    with Server(tmp_path / "site") as server, watched(browser, server.origin) as page:
        page.go(server.url("tiltak/"))
        page.page.get_by_role("button", name="Tittel").click()
        expect(page.page.locator("#ls-rows th[aria-sort=ascending]")).to_have_text("Tittel")

        assert [title for title in titles(page) if title in ordered] == ordered
        assert page.complaints == []
