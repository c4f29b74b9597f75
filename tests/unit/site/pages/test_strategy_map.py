"""Strategy map: a picture of links and the same as a list."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from living_strategy.model import Entry
from living_strategy.site.pages.strategy_map import view as strategy_map
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.site.pages.conftest import Show

SMALL = (
    an_area(title="Area"), a_goal(title="Goal"), a_measure(title="Measure"),
    a_project(title="Project"),
)  # fmt: skip


def many(areas: int, goals: int, measures: int, projects: int) -> list[Entry]:
    """So many of each; everything is linked to the one with the next lower number above it."""
    return [
        *(an_area(id=f"a{number}") for number in range(areas)),
        *(a_goal(id=f"m{number:03}", area=f"a{number % areas}") for number in range(goals)),
        *(a_measure(id=f"t{number:03}", goals=[f"m{number % goals:03}"])
          for number in range(measures)),
        *(a_project(id=f"p{number:03}", measures=[f"t{number % measures:03}"])
          for number in range(projects)),
    ]  # fmt: skip


def test_every_box_is_a_link_with_its_full_title(show: Show) -> None:
    """Keyboard and screen reader reach what the eye reaches; the status stands in the box."""
    page = show(strategy_map, *SMALL)["map/"]

    assert "1 priority area, 1 goal, 1 measure and 1 project." in page.blocks
    boxes = re.findall(
        r'<a href="([^"]*)" data-box="(\d)"><title>(\w+)</title>.*?class="([^"]*)" x="[\d.]+%" '
        r'dx="14" y="\d+">([^<]*)</text></a>',
        page.page.content,
    )
    assert boxes == [
        ("../goals/mal/", "0", "Goal", "ls-note", "1 measure"),
        ("../measures/tiltak/", "1", "Measure", "ls-note ls-note--ongoing", "Ongoing, undated"),
        ("../projects/prosjekt/", "2", "Project", "ls-note ls-note--ongoing", "Ongoing, undated"),
    ]
    assert page.page.in_menu


def test_list_says_the_same(show: Show) -> None:
    """An area is open or folded with its goals, a goal with what serves it, level by level."""
    content = show(strategy_map, *SMALL)["map/"].page.content

    tree = content[content.index('id="ls-list-1"') :]
    assert tree.count("<ul") == 2
    assert re.findall(r"<summary>(\w+)", content) == ["Area", "Goal"]
    assert tree.index("Goal") < tree.index("Measure") < tree.index("Project")
    assert tree.index("Project") < tree.index(">About the priority area</a>")


def test_goals_stay_under_their_area(show: Show) -> None:
    """The first area is open; a measure of two areas stands in the picture of each. There is a way
    past each picture.
    """
    shared = a_measure(title="Shared", goals=["ma", "mb"])
    content = show(
        strategy_map, an_area(id="a", title="First"), an_area(id="b", title="Second"),
        a_goal(id="ma", title="One", area="a"), a_goal(id="mb", title="Two", area="b"), shared,
    )["map/"].page.content  # fmt: skip

    assert re.findall(r'<details class="ls-area ls-hue-\d"( open)?><summary>(\w+)', content) == [
        (" open", "First"), ("", "Second"),
    ]  # fmt: skip
    pictures = content.split('<svg class="ls-map"')[1:]
    titles = [re.findall(r'data-box="\d+"><title>(\w+)', picture) for picture in pictures]
    assert titles == [["One", "Shared"], ["Two", "Shared"]]
    assert re.findall(r'class="ls-jump" href="#([^"]*)"', content) == ["ls-list-1", "ls-list-2"]
    assert re.findall(r'id="(ls-list-\d)"', content) == ["ls-list-1", "ls-list-2"]


def test_what_has_no_area_is_listed_apart(show: Show) -> None:
    """A measure whose goal is retired is not lost."""
    gone = a_goal(id="ute", retired={"date": "2024", "reason": "Reached."})
    lost = a_measure(id="lost", title="Lost", goals=["ute"])

    page = show(strategy_map, *SMALL, gone, lost)["map/"]

    lost_ones = "1 goal, measure or project is linked to no priority area in force."
    assert (lost_ones, "Lost") in pairwise(page.blocks)


def test_large_strategies_have_a_map_for_each_area(show: Show) -> None:
    """The overview counts and lists the goals; each area has a picture of all its levels."""
    pages = show(strategy_map, *many(2, 10, 120, 130))

    assert list(pages) == ["map/", "map/a0/", "map/a1/"]
    assert pages["map/"].tables[0][1] == ["Område", "5", "60", "65"]
    assert "<svg" not in pages["map/"].page.content
    assert pages["map/"].page.content.count("/goals/") == 10
    assert pages["map/a0/"].page.content.count("data-box=") == 5 + 60 + 65
    assert "The picture leaves out" not in pages["map/a0/"].text
    assert pages["map/a0/"].text.count("Strategy map") >= 2
    assert not pages["map/a0/"].page.in_menu


def test_levels_that_are_too_many_are_not_drawn(show: Show) -> None:
    """An area with too many projects shows goals and measures, and lists the rest."""
    pages = show(strategy_map, *many(1, 10, 100, 300))

    assert pages["map/a0/"].page.content.count("data-box=") == 10 + 100
    assert (
        "The picture leaves out the lowest levels, because they are too many to draw."
    ) in pages["map/a0/"].blocks


def test_very_large_strategies_have_lists_in_pages(show: Show) -> None:
    """Without a picture the overview only counts, and the list of an area goes over pages."""
    pages = show(strategy_map, *many(1, 260, 500, 300))

    assert "<svg" not in pages["map/"].page.content
    assert "ls-tree" not in pages["map/"].page.content
    assert list(pages) == ["map/", "map/a0/", "map/a0/page-2/"]
    second = pages["map/a0/page-2/"]
    assert "Område (continued)" in second.blocks
    assert "<svg" not in second.page.content
    assert "../../../map/a0/" in second.links


def test_every_entry_is_in_some_list(show: Show) -> None:
    """Splitting loses nothing."""
    entries = many(3, 60, 300, 400)
    pages = show(strategy_map, *entries)

    listed = {link.rstrip("/").rsplit("/", 1)[-1] for page in pages.values() for link in page.links}

    assert {entry.id for entry in entries} <= listed


# Counting lines would double the time and add none.
@pytest.mark.no_cover
@pytest.mark.parametrize("size", [1, 250, 2200])
def test_no_page_is_heavy(show: Show, size: int) -> None:
    """Well below the budget of 250 kB, with the host's frame around it."""
    pages = show(strategy_map, *many(1, max(1, size // 10), size, size))

    assert max(len(page.page.content.encode()) for page in pages.values()) < 200_000
