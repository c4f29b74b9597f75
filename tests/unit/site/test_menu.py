"""The menu: the pages that most want first, then groups that have something in them."""

from __future__ import annotations

from pathlib import Path

from living_strategy.artifact import Page
from living_strategy.site.menu import MenuItem, menu
from tests.factories import a_goal, an_area
from tests.unit.site.pages.overviews import a_context


def a_page(path: str) -> Page:
    """A page of the menu, called by its address."""
    return Page(path, "index", path.rstrip("/"), "", "", in_menu=True)


def outline(items: tuple[MenuItem, ...] | list[MenuItem]) -> list[object]:
    """Titles, those of a group after its heading."""
    return [
        item.title if item.path is not None else (item.title, outline(item.children))
        for item in items
    ]


def test_groups_come_after_the_main_pages_and_the_search(tmp_path: Path) -> None:
    """Each group is a column: overviews, and lists beside them; one without pages is not there."""
    context = a_context(tmp_path, an_area(), a_goal())
    paths = ("timeline/", "areas/", "search/", "goals/", "results/", "organisations/", "map/")

    items = list(menu(map(a_page, paths), context))

    assert outline(items) == [
        "Front page", "results", "goals", "search",
        ("Overviews", ["timeline", "map"]), ("Lists", ["areas", "organisations"]),
    ]  # fmt: skip


def test_a_menu_without_overviews_has_no_heading_for_them(tmp_path: Path) -> None:
    """Nobody looks below an empty heading."""
    assert outline(list(menu([a_page("goals/")], a_context(tmp_path, an_area())))) == [
        "Front page", "goals",
    ]  # fmt: skip
