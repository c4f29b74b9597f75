"""The search index is trusted only if it is of the very pages that are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.storage.site_writer import SiteWriter

PAGES = {"index.html": "<article>Mål</article>", "a/index.html": "<article>Tiltak</article>"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The pages of which an index was made, time after time; Pagefind itself takes too long."""
    times: list[list[str]] = []

    def run(pages: Path, to: Path) -> None:
        times.append(sorted(path.read_text() for path in pages.rglob("index.html")))
        to.mkdir()

    monkeypatch.setattr(search_index, "_run", run)
    monkeypatch.setattr(search_index, "is_available", lambda: True)
    return times


def build(site: Path, pages: dict[str, str], *, with_search: bool = True) -> None:
    """Publish these pages, and a file that no index has."""
    writer = SiteWriter(site, search_index.is_index)
    for path, text in {**pages, "data.json": "{}"}.items():
        writer.write(path, text.encode())
    if with_search:
        search_index.update(writer)
    writer.finish()


def test_made_when_pages_have_changed(tmp_path: Path, made: list[list[str]]) -> None:
    """Also when a build without search, or one that was stopped, has put the pages in place; and
    when a page has gone. Not when nothing has changed.
    """
    site = tmp_path / "site"
    changed = PAGES | {"index.html": "<article>Andre mål</article>"}
    fewer = {"index.html": PAGES["index.html"]}
    build(site, PAGES)
    build(site, PAGES)
    build(site, changed, with_search=False)
    build(site, changed)
    build(site, fewer, with_search=False)
    build(site, fewer)
    build(site, fewer)

    assert made == [sorted(pages.values()) for pages in (PAGES, changed, fewer)]


def test_a_damaged_stamp_is_none(tmp_path: Path, made: list[list[str]]) -> None:
    """Then the index is made anew."""
    site = tmp_path / "site"
    build(site, PAGES)
    stamp = site / search_index.FOLDER / search_index.STAMP
    good = stamp.read_bytes()
    stamp.write_bytes(b"\xff")
    build(site, PAGES)

    assert len(made) == 2
    assert stamp.read_bytes() == good
