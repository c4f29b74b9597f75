"""Drawings opened in a browser: what is published runs nothing and asks nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from living_strategy.adapters.plain.build import build_site
from tests.browser.server import Server
from tests.browser.watch import watched
from tests.drawings import BROKEN, CLEAN, HOSTILE, RUNS, RUNS_WHEN_PRESSED
from tests.integration.living_content import LivingContent
from tests.integration.site_support import MKDOCS, TODAY, host_build

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("quick_builds")]
RAN = "() => window.ran === 1"
ALL = HOSTILE | BROKEN | CLEAN


def _harm(folder: Path, browser: Browser) -> dict[str, set[str]]:
    """What each drawing of a folder does when somebody opens it and presses it."""
    harms: dict[str, set[str]] = {}
    with Server(folder) as server:
        for path in sorted(folder.glob("*.svg")):
            # A page of its own: one that was led away may go on with that while the next one opens.
            with watched(browser, server.origin) as opened:
                harm = set()
                try:
                    opened.go(server.url(path.name))
                    if opened.page.evaluate(RAN):
                        harm.add("runs")
                    opened.page.mouse.click(150, 150)
                    if not harm and opened.page.evaluate(RAN):
                        harm.add("runs when pressed")
                except Error:
                    harm.add("leads away")
                harms[path.stem] = harm | ({"asks others"} if opened.strangers else set())
    return harms


@pytest.mark.parametrize("road", ["plain", "mkdocs"])
def test_published_drawings(road: str, browser: Browser, tmp_path: Path) -> None:
    """Of all drawings, a site publishes those that only draw."""
    root = LivingContent().write_new(tmp_path)
    (root / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    (root / "strategy/tegninger").mkdir()
    for name, content in ALL.items():
        (root / f"strategy/tegninger/{name}.svg").write_bytes(content)
    if road == "plain":
        assert build_site(root, root / "site", TODAY).pages
    else:
        host_build(root)

    assert _harm(root / "site/tegninger", browser) == {name: set() for name in CLEAN}


def test_hostile_drawings_are_hostile(browser: Browser, tmp_path: Path) -> None:
    """A browser runs most of what is refused for its script: the list is not made of straw."""
    for name, content in HOSTILE.items():
        (tmp_path / f"{name}.svg").write_bytes(content)
    harms = _harm(tmp_path, browser)
    running = {name for name, harm in harms.items() if {"runs", "runs when pressed"} & harm}

    assert running <= {*RUNS, *RUNS_WHEN_PRESSED}
    assert len(running) > len(RUNS | RUNS_WHEN_PRESSED) / 2
    assert [name for name, harm in harms.items() if "asks others" in harm]
