"""The page of what strategies above ask for: by weight, with local words beside national ones."""

from __future__ import annotations

from pathlib import Path

from living_strategy.site.pages.upstream_changes import view as upstream_changes
from tests.factories import TODAY, a_graph, context_of
from tests.national import a_catalogue
from tests.unit.site.pages.overviews import Read, pages_of
from tests.unit.upstream.test_difference import SUMMARY, entry
from tests.unit.upstream.test_impact import graph, record, records, v2


def page_of(tmp_path: Path, new: bytes, *earlier: bytes, **files: str) -> Read:
    """The page of the valid strategy with these versions above it."""
    strategy = graph(new, *earlier, **files)
    (page,) = pages_of(upstream_changes, context_of(tmp_path, strategy, TODAY)).values()
    return page


def test_what_is_asked_for(tmp_path: Path) -> None:
    """The three texts stand beside each other, and what asks for nothing is folded away."""
    old, new = entry(), entry(summary="Noe helt annet står her nå.")
    overlay = f"overlays: [{{field: summary, text: Alltid., base: {old.hashes['summary']}}}]\n"
    other = entry(entry_id="annet")
    page = page_of(
        tmp_path,
        v2(new, entry(entry_id="annet", note="En merknad.")),
        a_catalogue(old, other),
        **records(data=record(old, "adapted", more=overlay)),
    )

    assert page.page.path == "national-changes/"
    assert page.page.in_menu
    assert "1 entry asks for something here." in page.blocks
    assert "Read: 1" in page.blocks
    assert "Clarification · Adapted, judged against version v1" in page.blocks
    assert page.tables[0][1] == ["Summary", SUMMARY, "Noe helt annet står her nå.", "Alltid."]
    assert any(block.startswith("Deling av data (Reported: Only what") for block in page.blocks)


def test_nothing_to_do(tmp_path: Path) -> None:
    """The page says so, and stands in no menu."""
    page = page_of(tmp_path, v2(entry()), a_catalogue(entry()))

    assert "Nothing here asks for anything." in page.blocks
    assert "Nothing has changed." in page.blocks
    assert not page.page.in_menu


def test_who_follows_nobody_has_no_page(tmp_path: Path) -> None:
    """There is nothing that it could be about."""
    assert pages_of(upstream_changes, context_of(tmp_path, a_graph(), TODAY)) == {}
