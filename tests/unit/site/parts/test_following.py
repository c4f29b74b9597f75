"""Pages lead to the feeds and calendars that there are, and to no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from living_strategy.artifact import Page
from tests.followed import files_of, goal, project, published, state
from tests.integration.site_support import pages

MILESTONE = "milestones:\n  - {title: Start, date: 2027-03}\n"
START = state("2026-01-05", projects__prosjekt=project(more=MILESTONE))
LATER = state("2026-02-05", projects__prosjekt=project(more=MILESTONE), goals__mal=goal("proposed"))
_LINK = re.compile(r'href="([^"]+\.(?:atom|ics)|[^"]*changes\.json)"')


def links(page: Page) -> list[str]:
    """The feeds and calendars that a page leads to, in its head and in its text."""
    return [_below_root(page, match) for match in _LINK.findall(page.head + page.content)]


def _below_root(page: Page, address: str) -> str:
    parts: list[str] = []
    for part in (*PurePosixPath(page.path).parts, *PurePosixPath(address).parts):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def _by_path(made: list[Page]) -> Iterator[tuple[str, list[str]]]:
    for page in made:
        if addresses := links(page):
            yield page.path, addresses


def test_every_link_leads_to_a_file_and_every_file_has_one() -> None:
    """Of the strategy and of its parts; a measure leads to the goal it serves."""
    made = published(START, LATER)
    shown = dict(_by_path(pages(made)))
    whole = ["changes.atom", "changes.json", "calendar.ics"]
    area = ["areas/omrade/changes.atom", "areas/omrade/calendar.ics"]
    of_goal = ["goals/mal/changes.atom", "goals/mal/calendar.ics"]

    assert shown == {
        "": ["changes.atom"],
        "timeline/": whole,
        "changes/": ["changes.atom", *whole],
        "data/": whole,
        "areas/omrade/": [area[0], *area],
        "goals/mal/": [of_goal[0], *of_goal],
        "measures/tiltak/": [of_goal[0], of_goal[0]],
        "projects/prosjekt/": [of_goal[0], of_goal[0], "projects/prosjekt/calendar.ics"],
    }
    assert {link for addresses in shown.values() for link in addresses} == set(files_of(made))


def test_without_an_address_there_are_calendars_only() -> None:
    """The pages say nothing of feeds."""
    made = published(START, LATER, url="")
    shown = dict(_by_path(pages(made)))

    assert {link for addresses in shown.values() for link in addresses} == set(files_of(made))
    assert not any("Atom" in page.content or page.head for page in pages(made))


def test_without_anything_to_follow_nothing_is_said() -> None:
    """No heading stands over nothing."""
    made = published(state("2026-01-05"), url="")

    assert not any("ls-follow" in page.content for page in pages(made))
