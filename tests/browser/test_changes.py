"""The page of changes in the browser: filters that leave what was asked for, and remember it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from living_strategy.adapters.plain.build import build_site
from tests.browser.server import Server
from tests.browser.watch import Watched, watched
from tests.repositories import git

pytestmark = [pytest.mark.browser, pytest.mark.site]
TODAY = date(2026, 11, 21)
SETTINGS = """\
title: Strategi for Lillevik
language: nb
publication: demonstration
contact: post@lillevik.example
areas:
  - {id: omrade, title: Området, as_of: 2026}
"""
GOAL = (
    "---\ntitle: Raske svar\narea: omrade\nstanding: proposed\nas_of: 2026\n---\nSvar innen {}.\n"
)
MEASURE = "---\ntitle: Tiltak {}\ngoals: [svar]\nstatus: {}\nas_of: 2026\n---\n"
# More changes than a list without filters has.
MEASURES = 16
SHOWN = "#ls-rows tr[data-maned]:not([hidden])"


def committed(root: Path, day: str, files: dict[str, str]) -> None:
    """Write files and commit them at noon of a day."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    git(root, "add", "--all", ".")
    when = int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp())
    git(root, "commit", "--quiet", "--message=x", when=when)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A site whose goal was reworded in May, and whose measures were begun one by one in June."""
    root = tmp_path_factory.mktemp("endringer")
    git(root, "init", "--quiet")
    measures = {
        f"measures/tiltak-{number}.md": MEASURE.format(number, "planned")
        for number in range(MEASURES)
    }
    start = {"strategy/strategy.yml": SETTINGS, "goals/svar.md": GOAL.format("tre uker")}
    committed(root, "2026-04-01", start | measures)
    committed(root, "2026-05-04", {"goals/svar.md": GOAL.format("to uker")})
    for number, path in enumerate(measures):
        committed(root, f"2026-06-{number + 1:02}", {path: MEASURE.format(number, "ongoing")})
    build_site(root, root / "site", TODAY)
    with Server(root / "site") as server:
        yield server


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Watched]:
    """A browser page without history."""
    with watched(browser, server.origin) as opened:
        yield opened
        assert opened.complaints == []
        assert opened.strangers == []


def subjects(page: Watched) -> list[str]:
    """What the rows that are shown are about."""
    texts: list[str] = page.page.locator(f"{SHOWN} th").all_inner_texts()
    return texts


def test_what_was_chosen_is_there_after_a_reload(page: Watched, server: Server) -> None:
    """The month leaves its changes, the address has it, and a reload shows the same."""
    page.go(server.url("endringer/"))
    everything = subjects(page)
    page.page.get_by_label("Måned").select_option("2026-05")
    chosen = subjects(page)
    address = page.address
    page.page.reload()

    assert len(everything) > MEASURES
    assert chosen == ["Raske svar Mål"]
    assert (page.address, subjects(page)) == (address, chosen)
    assert page.page.get_by_label("Måned").input_value() == "2026-05"
    assert "2026-05" in address


def test_changes_are_complete_without_script(browser: Browser, server: Server) -> None:
    """All changes are there: a choice in the address hides none, and no dead form is shown."""
    with watched(browser, server.origin, java_script_enabled=False) as page:
        page.go(server.url("endringer/?maned=2026-05"))

        assert len(subjects(page)) > MEASURES
        expect(page.page.locator(".ls-filter")).to_be_hidden()
