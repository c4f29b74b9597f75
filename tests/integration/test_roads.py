"""The shell in which MkDocs publishes our pages is what the theme would have made of each."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from living_strategy.adapters.mkdocs.shell import Shells, render_page
from living_strategy.artifact import Page
from living_strategy.site.pages.not_found.view import PATH as NOT_FOUND
from tests.integration.living_content import SOURCES, LivingContent, dump
from tests.integration.site_support import MKDOCS, differences, host_build, pages

pytestmark = pytest.mark.site


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
