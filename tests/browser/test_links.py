"""Every link, image, script and style of every page leads somewhere; statically, page by page."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.integration.site_support import Site

pytestmark = pytest.mark.site
ADDRESSES = {"href", "src", "action", "poster", "data", "xlink:href"}
# The host page of a search bundle refers to files that it loads when it needs them.
LISTS = {"srcset", "imagesrcset"}
# The icon of a page that has none: without it browsers ask the server for one.
# Both a municipality and a county: one page leads to the other.
OSLO = "kommuner/oslo-fylke/"
NO_ICON = "data:,"


class _Addresses(HTMLParser):
    """The ids and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.unsafe: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            text = value or ""
            if name == "id":
                self.ids.append(text)
            elif name in ADDRESSES:
                self.addresses.append(text)
                runs = re.match(r"[\s\x00-\x20]*(javascript|data|vbscript)\s*:", text, re.I)
                if runs and text != NO_ICON:
                    self.unsafe.append(text)
            elif name in LISTS:
                self.addresses += [part.split()[0] for part in text.split(",") if part.strip()]
            elif name.startswith("on"):
                self.unsafe.append(f"{name}={text}")
            elif name == "content" and text.lower().startswith("0; url="):
                self.addresses.append(text[len("0; url=") :])


@cache
def read(folder: Path) -> dict[str, _Addresses]:
    """Every page by its path; a site is read once."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        if "pagefind" not in path.relative_to(folder).parts:
            pages[path.relative_to(folder).as_posix()] = page = _Addresses()
            page.feed(path.read_text("utf-8"))
    return pages


def dead_links(folder: Path, base: str) -> list[str]:
    """Addresses of the site that lead to no file, or to no place on the page."""
    pages, dead = read(folder), []
    for path, page in pages.items():
        here = base + path.removesuffix("index.html")
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (
                posixpath.normpath(posixpath.join(here, unquote(parts.path)))
                if (parts.path)
                else base + path
            )
            if not f"{target}/".startswith(base):
                dead.append(f"{path}: {address} leaves the site")
                continue
            file = target.removeprefix(base.rstrip("/")).lstrip("/")
            if parts.path.endswith("/") or (folder / file).is_dir() or not file:
                if not parts.path.endswith(("/", ".", "..")):
                    dead.append(f"{path}: {address} needs a slash at the end")
                file = f"{file}/index.html".lstrip("/")
            if not (folder / file).is_file():
                dead.append(f"{path}: {address}")
            elif parts.fragment and not _has(pages.get(file), unquote(parts.fragment)):
                dead.append(f"{path}: {address} (no such place)")
    return sorted(set(dead))


def _has(page: _Addresses | None, place: str) -> bool:
    return page is None or place in page.ids


@pytest.mark.parametrize("name", ["real_site", "plain_site", "small_site"])
def test_no_dead_links(name: str, request: pytest.FixtureRequest) -> None:
    """All addresses on all pages, with the places within pages that they name."""
    site: Site = request.getfixturevalue(name)

    assert dead_links(site.folder, site.base) == []


@pytest.mark.parametrize("name", ["real_site", "plain_site", "small_site"])
def test_no_id_twice_and_nothing_that_runs(name: str, request: pytest.FixtureRequest) -> None:
    """No page has an id twice, an inline event handler or a `javascript:` address."""
    site: Site = request.getfixturevalue(name)
    for path, page in read(site.folder).items():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path
        assert page.unsafe == [], path


def test_sitemap_names_every_page(real_site: Site) -> None:
    """Every page but redirects and the one to print, which says everything again."""
    sitemap = (real_site.folder / "sitemap.xml").read_text("utf-8")
    listed = {
        url.removeprefix(f"https://example.org{real_site.base}")
        for url in re.findall(r"<loc>([^<]*)</loc>", sitemap)
    }
    written = {
        path.removesuffix("index.html")
        for path in read(real_site.folder)
        if not re.search(
            'http-equiv="refresh"|class="ls-print"',
            (real_site.folder / path).read_text("utf-8"),
        )
    } - {"404.html", OSLO}

    assert listed == written
