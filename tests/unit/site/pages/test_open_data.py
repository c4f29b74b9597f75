"""Open data: what there is to download, and what it means."""

from __future__ import annotations

from pathlib import Path

from living_strategy.exports import EXPORTS
from living_strategy.site.pages.open_data import view as open_data
from tests.factories import a_goal, an_area
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import a_context, pages_of


def test_every_file_that_is_written_is_linked_and_no_other(tmp_path: Path) -> None:
    """The page and the exports name the same files."""
    context = a_context(tmp_path, an_area(), a_goal())
    (path, page), *_ = pages_of(open_data, context).items()

    written = {
        file.path
        for export in EXPORTS
        for file in export.render(context.graph, context.addresses.entry)
    }

    prefix = context.resolve(path, "")
    linked = {link.removeprefix(prefix) for link in page.links if link.endswith((".json", ".csv"))}
    assert linked == written


def test_columns_are_documented_in_the_language_of_the_site(show: Show) -> None:
    """Each file has a table of its columns with label and meaning."""
    (page,) = show(open_data, language="nb").values()

    area = page.tables[2]

    assert area[1][0] == "id"
    assert all(len(row) == 3 and row[2] for row in area)
    assert page.page.in_menu
