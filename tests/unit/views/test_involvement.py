"""Involvement: state projects by step."""

from __future__ import annotations

from living_strategy.views import involvement
from tests.factories import a_project, an_organisation
from tests.unit.views.conftest import Show

AGENCY = an_organisation(id="dir", title="Directorate", type="agency")


def test_words_come_first(show: Show) -> None:
    """The lead sentence counts state projects with documented early dialogue."""
    early = [{"step": "early_dialogue", "date": "2019"}]
    pages = show(
        involvement, AGENCY, a_project(id="a", lead="dir", involvement=early),
        a_project(id="b", lead="dir"), a_project(id="c", lead="ks", involvement=early),
    )  # fmt: skip

    text = pages["involvement/"].text

    assert "For 1 of 2 state projects, early dialogue is documented." in text
    assert "1 other project with documented involvement is listed too." in text
    assert pages["involvement/"].tables[0][1] == ["Early dialogue", "1", "1"]


def test_cells_say_when_and_through_whom(show: Show) -> None:
    """A missing step lies ahead in a state project that has not begun; else nothing is known."""
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

    rows = pages["involvement/"].tables[1][1:]

    assert [row[0] for row in rows] == [
        "Running Ongoing", "Over Completed", "Ahead Planned", "Ours Ongoing",
    ]  # fmt: skip
    assert rows[0][1] == "not documented"
    assert rows[2][1] == "not yet"
    assert rows[0][5] == "April 2020, KS date not known"
    assert rows[0][6] == "2021"
    assert rows[1][1] == "not documented"
    assert rows[3][1] == "not documented"


def test_without_state_projects_the_page_says_so(show: Show) -> None:
    """There is no picture of nothing."""
    page = show(involvement, a_project())["involvement/"]

    assert "No projects led by the state are registered yet." in page.text
    assert "<svg" not in page.page.content
    assert page.tables == []


def test_many_projects_are_split(show: Show) -> None:
    """The counts are of all, on the first page only."""
    projects = [a_project(id=f"p{number:03}", lead="dir") for number in range(201)]

    pages = show(involvement, AGENCY, *projects)

    assert list(pages) == ["involvement/", "involvement/page-2/"]
    assert pages["involvement/"].tables[0][1] == ["Early dialogue", "0", "201"]
    assert len(pages["involvement/page-2/"].tables[0]) == 2
    assert "../../involvement/" in pages["involvement/page-2/"].links
