"""Two roads to one site: what MkDocs publishes, what the program writes alone, and the shells."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from living_strategy.adapters.mkdocs.shell import Shells, render_page
from living_strategy.artifact import Page
from living_strategy.site.markdown.marks import LOCAL
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.integration.living_content import SOURCES, LivingContent, dump
from tests.integration.site_support import (
    MKDOCS,
    Site,
    copy_content,
    data_files,
    differences,
    host_build,
    pages,
    read_tree,
    redirects,
)

pytestmark = pytest.mark.site


def test_every_page_has_the_same_content_on_both_roads(real_site: Site, plain_site: Site) -> None:
    """The HTML of ours stands byte for byte in both files of a page."""
    build = real_site.build()
    found = pages(build)

    assert found
    for page in found:
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
    build = real_site.build()
    by_site = {
        site.folder: {file.path: file.content for file in data_files(site.build())}
        for site in (real_site, plain_site)
    }
    host, plain = by_site.values()

    assert host
    assert set(host) == set(plain)
    for path in host:
        assert host[path] == plain[path] or path.endswith(".ics"), path
        assert real_site.file(path).read_bytes() == host[path]
        assert plain_site.file(path).read_bytes() == plain[path]
    for redirect in redirects(build):
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
    found = _Words()
    found.feed(path.read_text("utf-8"))
    return found


def test_written_pages_say_the_same_on_both_roads(real_site: Site, plain_site: Site) -> None:
    """Written pages are pages of the host; their words and links are those of the plain site."""
    written = [page.address for page in real_site.build().context.graph.corpus.prose]

    assert written
    for address in written:
        first, second = _words(real_site.file(address)), _words(plain_site.file(address))
        assert first.words == second.words, address
        assert first.links == second.links, address


# The shell and the theme's own templates


HOSTILE = """<b>Mål</b> & "tiltak" 'nå' {{ 7 * 7 }}  to  rom &amp; </title><script>x()</script>"""
HOSTILE += " QzTITLEzQ QzLINKEDzQ"


def hostile_strategy(root: Path) -> None:
    """Every kind with letters that mean something to HTML, with and without a summary."""
    content = LivingContent()
    for item in content.items.values():
        item.fields["title"] = f"{HOSTILE} {item.fields['title']}"
        if item.fields.get("summary"):
            item.fields["summary"] = f"{HOSTILE} {item.fields['summary']}"
    for number, item in enumerate(content.items.values()):
        item.fields["summary"] = f"{HOSTILE} {number}" if number % 2 else None
    for area in content.areas:
        area["title"] = f"{HOSTILE} {area['title']}"
    for entries in content.registers.values():
        for name, entry in list(entries.items()):
            entry["title"] = f"{HOSTILE} {entry['title']}"
            entries[f"{name}-to"] = entry | {"title": f"{name} to", "summary": HOSTILE}
    content.settings |= {"title": HOSTILE, "summary": HOSTILE}
    content.prose["skrevet.md"] = "---\n" + dump({"title": HOSTILE}) + "---\n\nTekst.\n"
    content.write_new(root)
    (root / "mkdocs.yml").write_text(
        f"{MKDOCS}repo_url: https://example.org/a/b\nedit_uri: edit/main/strategy/\n"
        "site_url: https://example.org/under/\n",
        "utf-8",
    )


def assert_shells_are_true(root: Path) -> list[Page]:
    """Build, and render every page that has a shell without it."""
    plugin = host_build(root)
    shells, compared = Shells(plugin._host), []
    # Written pages are pages of the host, which marks them in the menu, as those in the menu are.
    written = {page.path for page in plugin.publication.written_pages}
    for page in pages(plugin.publication):
        if page.in_menu or page.path == NOT_FOUND or page.path in written:
            continue
        truth = render_page(plugin._host, page).encode()
        assert differences({page.path: truth}, {page.path: shells.fill(page)}) == []
        assert (root / "site" / page.path / "index.html").read_bytes() == truth
        compared.append(page)
    return compared


def test_shell_equals_the_theme_on_real_content(real_site: Site, tmp_path: Path) -> None:
    """Every page of the real strategy is what the theme would have made of it."""
    copy_content(tmp_path, real_site.root)

    assert assert_shells_are_true(tmp_path)


def test_shell_equals_the_theme_on_hostile_titles(tmp_path: Path) -> None:
    """So is every page type, from every kind of source file, whatever stands in its titles."""
    hostile_strategy(tmp_path)

    compared = assert_shells_are_true(tmp_path)

    types = {page.type for page in compared}
    assert types >= {
        "area",
        "goal",
        "measure",
        "project",
        "organisation",
        "network",
        "body",
        "component",
        "scheme",
        "framework",
        "term",
    }
    for page_type in types & {"goal", "organisation"}:
        described = {bool(page.description) for page in compared if page.type == page_type}
        assert described == {True, False}
    sources = {page.source.rpartition(".")[2] for page in compared}
    assert sources >= {"md", "yml"}
    assert SOURCES


def test_hostile_titles_are_shown_as_they_are_written(tmp_path: Path) -> None:
    """A browser's title and every heading read as in the file, wherever the theme prints them."""
    hostile_strategy(tmp_path)
    plugin = host_build(tmp_path)
    for page in pages(plugin.publication):
        path = "404.html" if page.path == NOT_FOUND else f"{page.path}index.html"
        html = (tmp_path / "site" / path).read_text("utf-8")
        assert "<script>x()" not in html, page.path
        assert html.count("</title>") == 1 + page.content.count("</title>"), page.path
        title = _title(html)
        if page.path:
            assert title.startswith(" ".join(page.title.split())), (page.path, title)


class _Title(HTMLParser):
    """The words of the first `title` element."""

    def __init__(self) -> None:
        super().__init__()
        self.state = 0
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.state += tag == "title" and self.state == 0

    def handle_endtag(self, tag: str) -> None:
        self.state += tag == "title" and self.state == 1

    def handle_data(self, data: str) -> None:
        self.text += data if self.state == 1 else ""


def _title(html: str) -> str:
    parser = _Title()
    parser.feed(html)
    return " ".join(parser.text.split())
