"""True strategies of other sorts than ours in a browser: axe, phone and desk, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import axe_faults
from tests.browser.server import Server
from tests.browser.watch import watched
from tests.integration.real_strategies import built

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.no_cover]

# Pages with the most that is their own: words, units, money, what is missing.
PAGES = {
    "stavanger": ("", "omrader/helse-og-velferd/", "finansiering/", "prosjekter/byggesak-norkart/"),
    "klima-hordaland": ("", "resultat/", "mal/kutt-i-eiga-verksemd/", "tiltak/ferjekontraktar/"),
    "helse-forde": ("", "innsatsomrade/folk-og-bygg/", "byggjeprosjekt/nye-forde-sjukehus/"),
    "lund": ("", "goals/klimatneutral-2030/", "four-year-plan/2010-2013/", "leads/"),
    "drammen": ("okonomiplan/", "handlingsplan/2014/"),
}
TOO_WIDE = "document.body.scrollWidth > document.documentElement.clientWidth"
LOOKS = (((390, 844), "light"), ((1350, 900), "dark"))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    """Every rule, on a phone in light colours and on a desk in dark ones; nothing is too wide."""
    site = built(tmp_path_factory, name)
    faults: list[str] = []
    with Server(site.folder, site.base) as server:
        for (width, height), scheme in LOOKS:
            with watched(browser, server.origin, color_scheme=scheme) as opened:
                opened.page.set_viewport_size({"width": width, "height": height})
                for path in PAGES[name]:
                    opened.go(server.url(path))
                    faults += axe_faults(opened.page, f"{name}/{path} {scheme}")
                    wide = opened.page.evaluate(TOO_WIDE)
                    faults += [f"{name}/{path} is too wide at {width}"] * wide
                faults += opened.complaints

    assert faults == []
