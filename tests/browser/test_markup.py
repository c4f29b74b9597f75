"""Two independent checkers read the HTML of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.samples import samples
from tests.browser.validators import html_validate_faults, nu_errors
from tests.integration.site_support import Site

pytestmark = pytest.mark.site

# What each checker must find, so that one that looks at nothing is noticed.
BROKEN = (
    '<!doctype html><html lang="nb"><head><title>x</title></head>'
    '<body><main><img src="x.png"><ul><p>x</p></ul></main></body></html>'
)


def files_of_each_kind(site: Site) -> list[Path]:
    """The heaviest page of every template, every page of the menu, and the page not found."""
    chosen = [site.file(path) for path in samples(site).values()]
    existing = [path for path in chosen if path.exists()]
    assert len(existing) == len(chosen) - 1, "all but the page that is not found"
    return [*existing, site.folder / "404.html"]


def frames(site: Site) -> list[Path]:
    """What differs between the roads: pages made and written, with a list, and for no address."""
    chosen = samples(site)
    paths = ["", *(chosen[name] for name in ("goal-2", "meny-tiltak", "meny-sok", "skrevet"))]
    return [*(site.file(path) for path in paths), site.folder / "404.html"]


def test_nu_has_nothing_against_a_page_of_each_kind(real_site: Site, plain_site: Site) -> None:
    """The checker of the standard's authors reads a page of each kind, and what is around them on
    the other road: what our pages say is the same there, byte for byte.
    """
    assert nu_errors(*files_of_each_kind(real_site), *frames(plain_site)) == []


@pytest.mark.matrix
def test_nu_has_nothing_against_any_page(real_site: Site, plain_site: Site) -> None:
    """It reads every page, of both roads."""
    assert nu_errors(real_site.folder, plain_site.folder) == []


def test_html_validate_has_nothing_against_a_page_of_each_kind(real_site: Site) -> None:
    """Neither has the checker of good practice, of one road: it looks at what both share."""
    assert html_validate_faults(files_of_each_kind(real_site)) == []


def test_the_checkers_see_faults(tmp_path: Path) -> None:
    """Both complain about a page with an image without text and a list with a paragraph in it."""
    page = tmp_path / "index.html"
    page.write_text(BROKEN, "utf-8")

    assert len(nu_errors(tmp_path)) >= 2
    assert len(html_validate_faults([page])) >= 2
