"""Coverage: an overview of frameworks, and a matrix for each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from living_strategy.model import Framework
from living_strategy.site.pages.coverage import view as coverage
from living_strategy.site.pages.framework import view as framework
from tests.factories import a_goal, an_area
from tests.unit.site.pages.conftest import Show


def a_framework(**changes: Any) -> Framework:
    """A framework with two goals."""
    goals = [{"id": "en", "title": "First"}, {"id": "to", "title": "Second"}]
    return Framework.model_validate({"id": "agenda", "title": "Agenda", "goals": goals} | changes)


def test_number_comes_first_and_unsupported_goals_are_named(show: Show) -> None:
    """The matrix page says how many goals are supported and links to those that are not."""
    pages = show(coverage, a_framework(), an_area(), a_goal(frameworks=["agenda/en"]))

    matrix = pages["coverage/agenda/"]

    assert "1 of 2 goals are supported by our priority areas and goals." in matrix.blocks
    assert (
        "1 of our 2 priority areas and goals support this strategy. About the strategy"
    ) in matrix.blocks
    assert "../../frameworks/agenda/#ls-goal-to" in matrix.links


def test_matrix_says_in_words_what_supports_what(show: Show) -> None:
    """Areas come before their goals; a cell without support is empty."""
    pages = show(
        coverage, a_framework(), an_area(title="Area", frameworks=["agenda/to"]),
        a_goal(title="Goal", frameworks=["agenda/en"]),
    )  # fmt: skip

    assert pages["coverage/agenda/"].tables[0] == [
        ["Our priority areas and goals", "First", "Second"],
        ["Area", "", "supports"],
        ["Goal", "supports", ""],
    ]


def test_support_for_the_whole_framework_has_a_column(show: Show) -> None:
    """The column is there only when something names the framework as a whole."""
    pages = show(coverage, a_framework(), an_area(title="Area", frameworks=["agenda"]))

    assert pages["coverage/agenda/"].tables[0] == [
        ["Our priority areas and goals", "First", "Second", "The strategy as a whole"],
        ["Area", "", "", "supports"],
    ]


def test_a_goal_has_a_dot_for_each_that_supports_it(show: Show) -> None:
    """Words say how many, that none does, or that nobody can tell; predecessors are left out."""
    goals = [
        {"id": "en", "title": "First"}, {"id": "to", "title": "Second"},
        {"id": "tre", "title": "Third", "wording": "unknown"},
    ]  # fmt: skip
    supports = {"frameworks": ["agenda/en"]}
    page = show(
        coverage, a_framework(goals=goals), a_framework(id="old", role="predecessor"),
        an_area(**supports), a_goal(**supports),
    )["coverage/"]  # fmt: skip

    rows = page.page.content.split('<ul class="ls-list ls-dotted">')[1:]
    assert len(rows) == 1
    words = r'>(\w+)</a>|class="(ls-dot[^"]*)" aria|> ([a-z ]+\d?)<'
    assert re.findall(words, rows[0].split("</ul>")[0]) == [
        ("First", "", ""), ("", "ls-dot ls-dot--yes", ""), ("", "ls-dot ls-dot--yes", ""),
        ("", "", "supported by 2"),
        ("Second", "", ""), ("", "ls-dot", ""), ("", "", "not supported"),
        ("Third", "", ""), ("", "ls-dot ls-dot--unknown", ""), ("", "", "cannot be assessed"),
    ]  # fmt: skip


def test_long_lists_of_goals_are_cut(show: Show) -> None:
    """The whole list is a page further; a goal of many supporters has the words for the rest."""
    goals = [{"id": f"g{number}", "title": "Goal"} for number in range(coverage.MAX_GOALS + 2)]
    ours = [a_goal(id=f"m{number}", frameworks=["agenda/g0"]) for number in range(20)]
    page = show(coverage, a_framework(goals=goals), an_area(), *ours)["coverage/"]

    assert page.page.content.count('<span class="ls-dots">') == coverage.MAX_GOALS
    assert "and 2 more: see the whole list" in page.blocks
    # Once more in the key.
    assert page.page.content.count("ls-dot--yes") == coverage.MAX_DOTS + 1
    assert "supported by 20" in page.text


def test_everything_supported_needs_no_list_of_gaps(show: Show) -> None:
    """The heading over unsupported goals is left out."""
    both = ["agenda/en", "agenda/to"]
    pages = show(coverage, a_framework(), an_area(frameworks=both))

    assert "Goals that nothing in the strategy supports" not in pages["coverage/agenda/"].text


def test_overview_has_the_frameworks_in_force_first(show: Show) -> None:
    """Frameworks without goals are listed apart; retired ones are left out."""
    gone = {"date": "2020", "reason": "Replaced."}
    pages = show(
        coverage, a_framework(id="old", title="Old"), a_framework(),
        a_framework(id="none", title="Without", goals=[]),
        a_framework(id="gone", title="Gone", retired=gone), frameworks=["agenda"],
    )  # fmt: skip

    overview = pages["coverage/"]

    assert overview.tables == [[
        ["Overarching strategy", "Goals we know", "Supported", "Not supported",
         "Cannot be assessed", "List of goals"],
        ["Agenda", "2", "0", "2", "0", "not stated"],
        ["Old", "2", "0", "2", "0", "not stated"],
    ]]  # fmt: skip
    assert "<svg" not in overview.page.content
    assert overview.blocks[-2:] == ["Strategies whose goals are not registered", "Without"]
    assert "Gone" not in overview.text
    assert overview.page.in_menu
    assert sorted(pages) == ["coverage/", "coverage/agenda/", "coverage/old/"]


def test_a_framework_without_ours_has_an_empty_matrix(show: Show) -> None:
    """A strategy without areas supports nothing yet."""
    pages = show(coverage, a_framework())

    assert (
        "0 of 2 goals are supported by our priority areas and goals."
        in pages["coverage/agenda/"].blocks
    )


def test_long_matrices_are_split_and_areas_continued(show: Show) -> None:
    """A page that begins among the goals of an area names the area again, without its cells."""
    goals = [a_goal(id=f"m{number:03}", title=f"Goal {number}") for number in range(250)]
    pages = show(coverage, a_framework(), an_area(title="Area"), *goals)

    second = pages["coverage/agenda/page-2/"]

    assert second.tables[0][1] == ["Area (continued)"]
    assert len(second.tables[0]) == 2 + 251 - coverage.MAX_ROWS
    assert "page 2 of 2" in second.page.title
    assert not second.page.in_menu
    assert "../../../coverage/" in second.links
    assert "Goals that nothing in the strategy supports" not in second.text


# Counting lines would double the time and add none.
@pytest.mark.no_cover
def test_wide_matrices_have_fewer_rows_on_a_page(show: Show) -> None:
    """A framework with many goals must not make the page heavy."""
    many = [{"id": f"g{number}", "title": f"Goal {number}"} for number in range(99)]
    goals = [a_goal(id=f"m{number}") for number in range(60)]
    pages = show(coverage, a_framework(goals=many), an_area(), *goals)

    assert len(pages["coverage/agenda/"].tables[0]) == 1 + 40
    assert "coverage/agenda/page-2/" in pages


UNKNOWN = [
    {"id": "en", "title": "First", "wording": "paraphrased"},
    {"id": "to", "title": "Goal 2", "wording": "unknown"},
    {"id": "tre", "title": "Goal 3", "wording": "unknown"},
]


def test_goals_of_unknown_wording_cannot_be_assessed(show: Show) -> None:
    """They are counted apart on the overview, the matrix page and the framework's own page."""
    entries = (a_framework(goals=UNKNOWN), an_area(), a_goal(frameworks=["agenda/en"]))
    pages = show(coverage, *entries) | show(framework, *entries)
    words = (
        "1 of the 1 goal we know is supported by our priority areas and goals. "
        "2 cannot be assessed, because we have not found their wording."
    )

    assert pages["coverage/"].tables[0][1] == ["Agenda", "1", "1", "0", "2", "not stated"]
    matrix, own = pages["coverage/agenda/"], pages["frameworks/agenda/"]
    assert words in matrix.blocks
    assert f"{words} See the coverage as a matrix" in own.blocks
    assert matrix.tables[0][0] == ["Our priority areas and goals", "First"]
    assert "Goals that cannot be assessed" in matrix.blocks
    assert "Goals that nothing in the strategy supports" not in matrix.text
    assert own.text.count("It cannot be assessed") == 2
    assert "Nothing in this strategy is linked to it yet." not in own.text


def test_an_incomplete_list_says_so_wherever_it_is_counted(show: Show) -> None:
    """Three of three headings are not the whole strategy."""
    entries = (a_framework(goal_list="incomplete"), an_area(frameworks=["agenda/en"]))
    pages = show(coverage, *entries) | show(framework, *entries)
    words = (
        "1 of the 2 goals we know are supported by our priority areas and goals. "
        "The list of goals is incomplete."
    )

    assert pages["coverage/"].tables[0][1] == ["Agenda", "2", "1", "1", "0", "Incomplete"]
    assert words in pages["coverage/agenda/"].blocks
    assert (
        "Our priority areas and goals by row, the goals of Agenda by column (the list of goals is "
        "incomplete)"
    ) in pages["coverage/agenda/"].blocks
    assert f"{words} See the coverage as a matrix" in pages["frameworks/agenda/"].blocks


def test_a_predecessor_is_not_counted(show: Show) -> None:
    """It has no matrix, is listed apart, and its page does not say what it lacks."""
    entries = (a_framework(role="predecessor"), an_area())
    pages = show(coverage, *entries) | show(framework, *entries)

    assert list(pages) == ["coverage/", "frameworks/agenda/"]
    assert "Strategies before this one" in pages["coverage/"].blocks
    assert pages["coverage/"].tables == []
    own = pages["frameworks/agenda/"]
    assert ("Role", "Predecessor") in pairwise(own.blocks)
    goals = own.blocks.index("Its goals")
    assert own.blocks[goals + 1 : goals + 3] == ["First", "Second"]
    assert not any("coverage" in link for link in own.links)
    assert "Nothing in this strategy is linked to it yet." not in own.text
