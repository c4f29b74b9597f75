"""About the figures and sources."""

from __future__ import annotations

import pytest

from living_strategy.site.pages.sources import view as sources
from tests.factories import a_goal, a_measure
from tests.unit.site.pages.conftest import Show


def test_every_source_with_what_it_is_used_for(show: Show) -> None:
    """By publisher and title; what is not known is said."""
    page = show(
        sources,
        a_goal(id="m", title="Mål", sources=[
            {"title": "B", "url": "https://ks.no/b", "publisher": "KS"},
        ]),
        a_measure(id="t", title="Tiltak", sources=[
            {"title": "A", "publisher": "Digdir", "date": "2019"},
            {"title": "B", "url": "https://ks.no/b"},
        ]),
    )["sources/"]  # fmt: skip

    assert (
        "The strategy builds on 2 sources from 2 publishers. 1 of them is undated. 1 has "
        "no public address."
    ) in page.blocks
    assert (
        "The strategy builds on 2 sources from 2 publishers. 1 of them is undated. 1 has "
        "no public address."
    ) in page.blocks
    assert (
        "2 of 2 entries name a source, and 2 of 2 say which date their facts are from."
    ) in page.blocks
    assert page.tables[0] == [
        ["Publisher", "Source", "Published", "Used in"],
        ["Digdir", "A", "2019", "Tiltak"],
        ["KS", "B", "undated", "Mål, Tiltak"],
    ]


def test_a_source_of_many_does_not_make_a_heavy_page(show: Show) -> None:
    """Twenty entries are named, the others counted."""
    source = {"title": "A", "publisher": "KS"}
    entries = [a_goal(id=f"m{number}", title="Mål", sources=[source]) for number in range(23)]

    page = show(sources, *entries)["sources/"]

    assert page.tables[0][1][3].endswith("Mål and 3 more")


def test_long_lists_go_on_on_another_page(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading guide stands on the first page only."""
    monkeypatch.setattr(sources, "MAX_ROWS", 1)
    cited = [{"title": "A", "publisher": "KS"}, {"title": "B", "publisher": "KS"}]

    pages = show(sources, a_goal(sources=cited))

    assert "How to read the figures" in pages["sources/"].blocks
    assert "How to read the figures" not in pages["sources/page-2/"].text
    assert pages["sources/page-2/"].tables[0][1][1] == "B"


def test_nothing_is_cited(show: Show) -> None:
    """The page says so."""
    assert "No source is given." in show(sources, a_goal(sources=[]))["sources/"].blocks
