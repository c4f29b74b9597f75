"""Involvement: state projects by step."""

from __future__ import annotations

import re

from living_strategy.site.pages.involvement import view as involvement
from tests.factories import a_project, an_organisation
from tests.unit.site.pages.conftest import Show

AGENCY = an_organisation(id="dir", title="Directorate", type="agency")


def test_the_lead_says_what_was_found_and_scores_nobody(show: Show) -> None:
    """What was not found is no fact about the state: it is not counted, and no share is drawn."""
    early = [{"step": "early_dialogue", "date": "2019"}, {"step": "pilot"}]
    pages = show(
        involvement, AGENCY, a_project(id="a", lead="dir", involvement=early),
        a_project(id="b", lead="dir", involvement=early[1:]), a_project(id="d", lead="dir"),
        a_project(id="c", lead="ks", involvement=early),
    )  # fmt: skip

    page = pages["involvement/"]

    assert (
        "Our sources tell of involvement in 2 projects led by the state, most often pilot."
    ) in page.blocks
    assert (
        "A project counts as a state project when a ministry or a state agency leads it. "
        "1 other project with documented involvement is listed too."
    ) in page.blocks
    assert page.tables[0][-1] == [
        "Found in projects led by the state", "1", "0", "0", "0", "2", "0",
    ]  # fmt: skip
    assert (
        "The table rests on 1 source. The page of each project lists its own. Of some "
        "sources we may have read only a part. What we have not found may have happened "
        "all the same, so the table does not show how well the state involves the sector."
    ) in page.blocks
    assert "<svg" not in page.page.content
    assert " of 3" not in page.text
    assert len(page.tables) == 1


def test_nothing_found_is_said_so(show: Show) -> None:
    """It is the reading that found nothing, not the state that did nothing."""
    page = show(involvement, AGENCY, a_project(lead="dir"))["involvement/"]

    assert (
        "In our sources we have found nothing about involvement in projects led by the state."
    ) in page.blocks
    assert "Found in projects led by the state" not in page.text


def test_cells_say_when_and_through_whom(show: Show) -> None:
    """Years and bodies; an empty cell is "not found" for those who cannot see that it is empty. A
    step lies ahead in a state project that has not begun.
    """
    done = [
        {"step": "pilot", "date": "2020-04", "body": "ks"}, {"step": "pilot"},
        {"step": "rollout", "date": "2021"},
    ]  # fmt: skip
    pages = show(
        involvement, AGENCY, an_organisation(title="KS"),
        a_project(id="a", title="Running", lead="dir", involvement=done),
        a_project(id="b", title="Over", lead="dir", status="completed"),
        a_project(id="d", title="Ahead", lead="dir", status="planned"),
        a_project(id="c", title="Ours", lead="ks", involvement=done[2:]),
    )  # fmt: skip

    none, ahead = ["not found"] * 4, ["not yet"] * 6

    assert pages["involvement/"].tables[0][1:-1] == [
        ["Led by the state"],
        ["Running Ongoing, undated", *none, "2020, KS year not known", "2021"],
        ["Over Completed", *none, "not found", "not found"],
        ["Ahead Planned, undated", *ahead],
        ["Led by others"],
        ["Ours Ongoing, undated", *none, "not found", "2021"],
    ]
    heats = re.findall(r'class="(ls-heat[^"]*)" data-label', pages["involvement/"].page.content)
    assert heats == ["ls-heat", "ls-heat", "ls-heat"]


def test_a_find_without_a_year_looks_different(show: Show) -> None:
    """And says so in words; with one year known the cell is full. Most finds come first."""
    undated = [{"step": "pilot"}]
    both = [*undated, {"step": "pilot", "date": "2020"}, {"step": "concept"}]
    page = show(
        involvement, AGENCY, a_project(id="a", title="One", lead="dir", involvement=undated),
        a_project(id="b", title="Two", lead="dir", involvement=both),
    )["involvement/"]  # fmt: skip

    assert re.findall(
        r'>(One|Two)<|class="(ls-heat[^"]*)" data-label="([^"]*)"', page.page.content
    ) == [
        ("Two", "", ""), ("", "ls-heat ls-heat--undated", "Concept"),
        ("", "ls-heat", "Pilot"), ("One", "", ""), ("", "ls-heat ls-heat--undated", "Pilot"),
    ]  # fmt: skip


def test_without_state_projects_the_page_says_so(show: Show) -> None:
    """There is no table of nothing."""
    page = show(involvement, a_project())["involvement/"]

    assert "No projects led by the state are registered yet." in page.blocks
    assert page.tables == []


def test_many_projects_are_split(show: Show) -> None:
    """What was read is said on the first page only."""
    projects = [a_project(id=f"p{number:03}", lead="dir") for number in range(201)]

    pages = show(involvement, AGENCY, *projects)

    assert list(pages) == ["involvement/", "involvement/page-2/"]
    assert (
        "The table rests on 1 source. The page of each project lists its own. Of some "
        "sources we may have read only a part. What we have not found may have happened "
        "all the same, so the table does not show how well the state involves the sector."
    ) in pages["involvement/"].blocks
    assert "The table rests on" not in pages["involvement/page-2/"].text
    assert len(pages["involvement/page-2/"].tables[0]) == 3
    assert "../../involvement/" in pages["involvement/page-2/"].links
