"""Results: all indicators by area, what moved first, each with its table."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from living_strategy.site.pages.results import view as results
from tests.factories import a_goal, an_area
from tests.unit.figures.test_results import an_indicator
from tests.unit.site.pages.conftest import Show


def sections(content: str) -> list[str]:
    """The headings in order."""
    return [re.sub("<.*?>", "", heading) for heading in re.findall(r"<h[234].*?</h[234]>", content)]


def test_results_stand_by_area_with_numbers_apart(show: Show) -> None:
    """Lines first; what was measured once or never is a number or a word, and no picture."""
    indicators: list[dict[str, Any]] = [
        an_indicator("never"),
        an_indicator("once", ("2024", 53), unit="percent"),
        an_indicator("twice", ("2018", 19), ("2019", 34)),
    ]
    page = show(results, an_area(title="Helse"), a_goal(indicators=indicators))["results/"]

    assert sections(page.page.content) == [
        "Helse", "twice", "Measured once, or not yet", "once", "never",
    ]  # fmt: skip
    assert page.page.content.count('class="ls-series"') == 1
    assert ("34 2019", "Right way: up from 19 in 2018") in pairwise(page.blocks)
    assert page.blocks[3:8] == [
        "3 indicators show how it goes. 1 was measured more than once: 1 went the right way, "
        "0 the wrong way, and 0 did not change.",
        "1 was measured once, and tells no direction. Of 1 we know no value. Shares are drawn on "
        "a scale from 0 to 100 per cent, all other numbers from zero, and time runs evenly.",
        "All values as a table (CSV)",
        "Helse",
        "twice",
    ]
    assert {"data/indicators.csv", "goals/mal/#ls-indicator-twice"} <= {
        link.replace("../", "") for link in page.links
    }
    assert [table[1:] for table in page.tables] == [
        [["Baseline", "2018", "19", ""], ["Measured", "2019", "34", ""],
         ["Target", "No target was set."]],
        [["Baseline", "2024", "53%", ""], ["Target", "No target was set."]],
        [["Target", "No target was set."]],
    ]  # fmt: skip


def test_every_picture_says_what_its_line_shows(show: Show) -> None:
    """In a sentence, with the target."""
    indicator = an_indicator("n", ("2018", 19), ("2019", 34), target={"value": 356})
    page = show(results, an_area(), a_goal(indicators=[indicator]))["results/"]

    assert re.findall(r'role="img" aria-label="([^"]*)"', page.page.content) == [
        "n: up from 19 in 2018 to 34 in 2019. Target:\u00a0356"
    ]


def test_very_many_results_have_further_pages(show: Show) -> None:
    """No page is too heavy for a phone, and each says which it is."""
    many = [an_indicator(f"i{index}", ("2018", 1), ("2019", 2)) for index in range(41)]
    pages = show(results, an_area(), a_goal(indicators=many))

    assert list(pages) == ["results/", "results/page-2/"]
    assert [len(page.tables) for page in pages.values()] == [40, 1]
    assert pages["results/page-2/"].blocks[:4] == [
        "Front page", "Results", "Results, page 2 of 2", "Results, page 2 of 2",
    ]  # fmt: skip
    assert [page.page.in_menu for page in pages.values()] == [True, False]


def test_without_indicators_there_is_nothing_in_the_menu(show: Show) -> None:
    """The page says so to those who come by the address."""
    page = show(results, an_area(), a_goal())["results/"]

    assert "No indicators are registered yet." in page.blocks
    assert not page.page.in_menu
