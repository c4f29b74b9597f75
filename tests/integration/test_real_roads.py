"""Two roads to one site: what MkDocs publishes of the real strategy, and what the program writes
alone.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.browser.samples import pages_of, published
from tests.integration.site_support import Site, copy_content, data_files, read_tree, redirects
from tests.integration.test_roads import assert_shells_are_true

pytestmark = pytest.mark.site


def test_every_page_has_the_same_content_on_both_roads(real_site: Site, plain_site: Site) -> None:
    """The HTML of ours stands byte for byte in both files of a page."""
    pages = pages_of(real_site)

    assert pages
    for page in pages:
        for site in (real_site, plain_site):
            content = page.content
            if page.path == NOT_FOUND:
                content = content.replace(LOCAL, site.base)
            html = site.file(page.path).read_bytes()
            assert html.count(content.encode()) == 1, (page.path, site.folder)


def test_data_and_redirects_are_equal_on_both_roads(real_site: Site, plain_site: Site) -> None:
    """Open data and earlier addresses are the same files. Calendars name the address of their site,
    which only one of these knows.
    """
    by_site = {
        site.folder: {file.path: file.content for file in data_files(published(site))}
        for site in (real_site, plain_site)
    }
    host, plain = by_site.values()

    assert host
    assert set(host) == set(plain)
    for path in host:
        assert _told(host[path]) == _told(plain[path]) or path.endswith(".ics"), path
        assert real_site.file(path).read_bytes() == host[path]
        assert plain_site.file(path).read_bytes() == plain[path]
    for redirect in redirects(published(real_site)):
        first, second = real_site.file(redirect.path), plain_site.file(redirect.path)
        assert first.read_bytes() == second.read_bytes()


def test_both_roads_have_the_same_addresses(real_site: Site, plain_site: Site) -> None:
    """No page exists on one road only; what else a road adds is its frame, search and sitemap."""
    host, plain = read_tree(real_site.folder), read_tree(plain_site.folder)
    frame = re.compile(r"assets/(?!living-strategy/)|pagefind/|sitemap\.xml$")

    assert [path for path in host if path not in plain and not frame.match(path)] == []
    assert [path for path in plain if path not in host and not frame.match(path)] == []


class _Words(HTMLParser):
    """The words and addresses of an article, without its markup and the host's list of headings."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = self.listed = 0
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.inside += tag == "article"
        if named.get("class") == "ls-toc":
            self.inside, self.listed = 0, 1
        if self.inside and tag in ("a", "img"):
            self.links.append(named.get("href") or named.get("src") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self.inside = self.listed = 0
        elif tag == "nav" and self.listed:
            self.inside, self.listed = 1, 0

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()


def _words(path: Path) -> _Words:
    words = _Words()
    words.feed(path.read_text("utf-8"))
    return words


def test_written_pages_say_the_same_on_both_roads(real_site: Site, plain_site: Site) -> None:
    """Written pages are pages of the host; their words and links are those of the plain site."""
    written = [page.address for page in published(real_site).context.graph.corpus.prose]

    assert written
    for address in written:
        first, second = _words(real_site.file(address)), _words(plain_site.file(address))
        assert first.words == second.words, address
        assert first.links == second.links, address


def test_shell_equals_the_theme_on_real_content(real_site: Site, tmp_path: Path) -> None:
    """Every page of the real strategy is what the theme would have made of it."""
    copy_content(tmp_path, real_site.root)

    assert assert_shells_are_true(tmp_path)


def _told(content: bytes) -> bytes:
    """What a file says but for the address of the site, which only the host knows here."""
    return re.sub(rb'^ "site": ".*",\n', b"", content, flags=re.M)
