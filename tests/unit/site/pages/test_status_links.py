"""Numbers of a status lead to the list with just as many rows."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from living_strategy.site import list_choices
from living_strategy.site.pages.area import view as area
from living_strategy.site.pages.front import view as front
from living_strategy.site.pages.index import view as index
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.site.pages.conftest import Show

ENTRIES = (
    an_area(id="a"), an_area(id="b"), a_goal(id="ma", area="a"), a_goal(id="mb", area="b"),
    a_measure(id="t1", goals=["ma"], status_date="2026"),
    a_measure(id="t2", goals=["ma", "mb"], status_date="2020"),
    a_measure(id="t3", goals=["mb"], status="completed", status_date="2020"),
    a_project(id="p1", measures=["t1"]), a_project(id="p2", measures=["t3"], status="stopped",
                                                   status_reason="Too dear."),
)  # fmt: skip
LEGEND = re.compile(r'<a href="([^"]*\?[^"]*)">(?:<span[^>]*>[^<]*</span>)? ?(\d+)')


def _shown(rows: str, address: str) -> int:
    """How many rows of a list have all that the address asks for."""
    choices = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
    return sum(
        all(
            value in re.search(f' data-{key}="([^"]*)"', row)[1].split()  # type: ignore[index]
            for key, (value,) in choices.items()
        )
        for row in re.findall(r"<tr[^>]*data-[^>]*status[^>]*>", rows)
    )


def _numbers(content: str) -> list[tuple[str, int]]:
    return [(address, int(number)) for address, number in LEGEND.findall(content)]


@pytest.fixture(autouse=True)
def _filters_on_all_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_choices, "MAX_UNFILTERED", 0)


def test_every_number_of_a_legend_is_that_of_its_list(show: Show) -> None:
    """On the front page those of the strategy, on the page of an area those of the area."""
    lists = {path: page.page.content for path, page in show(index, *ENTRIES).items()}
    pages = show(front, *ENTRIES) | show(area, *ENTRIES)
    numbers = {path: _numbers(page.page.content) for path, page in pages.items()}

    assert numbers == {
        "": [
            ("measures/?status=ongoing", 2), ("measures/?status=ongoing-confirmed", 1),
            ("measures/?status=completed", 1),
            ("projects/?status=ongoing", 1), ("projects/?status=stopped", 1),
        ],
        "areas/a/": [
            ("../../measures/?area=a&amp;status=ongoing", 2),
            ("../../measures/?area=a&amp;status=ongoing-confirmed", 1),
            ("../../projects/?area=a&amp;status=ongoing", 1),
        ],
        "areas/b/": [
            ("../../measures/?area=b&amp;status=ongoing", 1),
            ("../../measures/?area=b&amp;status=completed", 1),
            ("../../projects/?area=b&amp;status=stopped", 1),
        ],
    }  # fmt: skip
    for links in numbers.values():
        for address, number in links:
            path = urlsplit(address).path.removeprefix("../../")
            assert _shown(lists[path], address) == number


def test_a_strip_leads_where_its_legend_leads(show: Show) -> None:
    """With the pointer; for the keyboard and for screen readers there is the legend alone."""
    content = show(front, *ENTRIES)[""].page.content
    strip = re.search(r'<svg class="ls-strip".*?</svg>', content, re.S)

    assert strip
    assert re.findall(r"<(?:svg class=\"ls-strip\" aria-hidden=\"true\"|a [^>]*)", strip[0]) == [
        '<svg class="ls-strip" aria-hidden="true"',
        '<a href="measures/?status=ongoing" tabindex="-1"',
        '<a href="measures/?status=completed" tabindex="-1"',
    ]


def test_a_short_list_is_shown_whole(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no filters that an address could choose in."""
    monkeypatch.undo()
    content = show(front, *ENTRIES)[""].page.content

    assert 'href="measures/"' in content
    assert "measures/?" not in content
