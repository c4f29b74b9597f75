"""Two independent checkers read the HTML of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.samples import samples
from tests.browser.validators import html_validate_faults, nu_errors
from tests.integration.site_support import Site

pytestmark = pytest.mark.site

# What each checker must find, so that one that looks at nothing is noticed: an image without text,
# and a list with a paragraph in it.
BROKEN = (
    '<!doctype html><html lang="nb"><head><title>x</title></head>'
    '<body><main><img src="x.png"><ul><p>x</p></ul></main></body></html>'
)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A page with faults."""
    page = tmp_path / "broken.html"
    page.write_text(BROKEN, "utf-8")
    return page


def assert_only_in(broken: Path, faults: list[str]) -> None:
    """The page with faults has them, and no other."""
    assert [fault for fault in faults if broken.name not in fault] == []
    assert len(faults) >= 2


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


def test_nu_has_nothing_against_a_page_of_each_kind(
    real_site: Site, plain_site: Site, broken: Path
) -> None:
    """The checker of the standard's authors reads a page of each kind, and what is around them on
    the other road: what our pages say is the same there, byte for byte.
    """
    faults = nu_errors(*files_of_each_kind(real_site), *frames(plain_site), broken)

    assert_only_in(broken, faults)


@pytest.mark.matrix
def test_nu_has_nothing_against_any_page(real_site: Site, plain_site: Site) -> None:
    """It reads every page, of both roads."""
    assert nu_errors(real_site.folder, plain_site.folder) == []


def test_html_validate_has_nothing_against_a_page_of_each_kind(
    real_site: Site, broken: Path
) -> None:
    """Neither has the checker of good practice, of one road: it looks at what both share."""
    assert_only_in(broken, html_validate_faults([*files_of_each_kind(real_site), broken]))
