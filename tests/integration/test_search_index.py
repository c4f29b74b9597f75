"""The search index belongs to the site it is published with."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from living_strategy.adapters.plain.build import build_site
from living_strategy.adapters.search import index as search_index
from living_strategy.adapters.search.vocabulary import vocabulary
from tests.integration.site_support import (
    TODAY,
    WITH_SEARCH,
    host_build,
    keep_few_municipalities,
    leftovers,
    read_tree,
    stamps,
    write_texts,
)
from tests.integration.small_strategy import FILES

pytestmark = pytest.mark.site
SMALL = {name: text for name, text in FILES.items() if name != "strategy/index.md"}


@pytest.fixture(autouse=True)
def few_municipalities(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages of all of them would be most of the index, and say nothing more of it."""
    keep_few_municipalities(monkeypatch)


def broken(pages: Path, to: Path) -> None:
    """A Pagefind that stops."""
    raise search_index.SearchIndexError("stopped")


def changed(root: Path) -> Path:
    """The same strategy with another text on a page."""
    path = sorted((root / "goals").iterdir())[0]
    path.write_text(path.read_text("utf-8") + "\nEn ny setning om kanarifugler.\n", "utf-8")
    return root


def test_failing_index_leaves_site_and_index_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On both roads: new pages are not published with an index that does not know them."""
    root = write_texts(tmp_path / "root", SMALL | {"mkdocs.yml": WITH_SEARCH})
    host_build(root)
    build_site(root, root / "plain", TODAY)
    before = read_tree(root / "site"), read_tree(root / "plain")
    changed(root)
    monkeypatch.setattr(search_index, "_run", broken)

    with pytest.raises(Abort):
        host_build(root)
    with pytest.raises(search_index.SearchIndexError):
        build_site(root, root / "plain", TODAY)

    assert (read_tree(root / "site"), read_tree(root / "plain")) == before
    assert leftovers(root / "site") == leftovers(root / "plain") == []


def test_index_follows_the_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new text comes into the index; without a change Pagefind is not asked; nobody fetches
    Pagefind's own interface, so it is not published.
    """
    root = write_texts(tmp_path / "root", SMALL)
    site = root / "plain"
    build_site(root, site, TODAY)
    words = site / search_index.FOLDER / search_index.VOCABULARY
    first, written = read_tree(site), stamps(site)
    assert "kanarifugler" not in words.read_text("utf-8").split()
    assert [path for path in first if "pagefind-ui" in path or "highlight" in path] == []

    build_site(changed(root), site, TODAY)
    assert "kanarifugler" in words.read_text("utf-8").split()
    again = read_tree(site)
    gone = {path for path in first if path.startswith("pagefind/fragment/")} - set(again)
    assert len(gone) >= 1
    assert [path for path in first if first[path] == again.get(path)
            and stamps(site)[path] != written[path]] == []  # fmt: skip

    monkeypatch.setattr(search_index, "_run", broken)
    build_site(root, site, TODAY)
    assert read_tree(site) == again


def test_vocabulary_has_words_of_articles_the_commonest_first() -> None:
    """Markup, addresses and what stands outside the article are no words."""
    pages = [
        "<nav>Meny</nav><article><h1>Åpne &amp; trygge</h1><a href='https://x.no/stier'>mål</a></article>",
        "<article class='x'>Mål i 2020\nfor KI</article>",
        "<p>videre</p>",
    ]

    assert vocabulary(pages) == ["mål", "for", "ki", "trygge", "åpne"]
