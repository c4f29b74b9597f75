"""Pages of entries: the answers come in the order of the readers' questions."""

from __future__ import annotations

import re

from living_strategy.views import goal, measure, project
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.views.conftest import Show

FIGURE = {"source": "https://www.ks.no"}
INDICATOR = {
    "id": "x", "title": "Users", "unit": "count", "direction": "up",
    "baseline": {"date": "2018", "value": 10, **FIGURE},
    "values": [{"date": "2020", "value": 25, **FIGURE}],
    "target": {"date": "2025", "value": 100, **FIGURE},
}  # fmt: skip
DATED = {
    "description": "Why.", "period": {"start": "2019", "end": "2021"},
    "milestones": [{"title": "Pilot", "date": "2020"}],
    "decisions": [{"title": "Start", "date": "2018"}],
    "updates": [{"date": "2020", "text": "Good."}],
}  # fmt: skip


def headings(content: str) -> list[str]:
    """The headings of the second level, in order."""
    return re.findall(r"<h2[^>]*>([^<]*)", content)


def test_a_measure_answers_in_order(show: Show) -> None:
    """What and why, where it stands, what it hangs together with, who, when, money, and so on."""
    entry = a_measure(summary="What.", costs=[{"year": 2020, "operating": 5}], **DATED)
    page = show(measure, an_area(), a_goal(), entry, a_project())["measures/tiltak/"]

    assert headings(page.page.content) == [
        "Where it stands", "Links to the rest of the strategy", "Who", "When", "Money",
        "Decisions", "Events", "Sources and dates",
    ]  # fmt: skip
    assert page.text.index("What.") < page.text.index("Why.") < page.text.index("Where it stands")
    assert page.text.index("Computed by this site:") < page.text.index("Links to the rest")


def test_a_project_answers_in_order(show: Show) -> None:
    """What is missing is said, never left out."""
    entry = a_project(lead="ks", total_cost=7, **DATED)
    parts = an_area(), a_goal(title="Goal"), a_measure(title="Measure"), an_organisation()
    page = show(project, *parts, entry)["projects/prosjekt/"]

    assert headings(page.page.content) == [
        "Where it stands", "Links to the rest of the strategy", "Who", "When", "Money",
        "Decisions", "Events", "Sources and dates",
    ]  # fmt: skip
    links = page.text[page.text.index("Links to the rest") : page.text.index("Who")]
    assert "Implements the measure Measure Ongoing" in links
    assert "Goals Goal" in links
    assert "Participants not stated" in page.text


def test_milestones_reached_ahead_and_past_the_date_differ(show: Show) -> None:
    """In words, and by the class that gives each its shape."""
    steps = [
        {"title": "Reached", "date": "2019", "done": "2020"},
        {"title": "Behind", "date": "2020"},
        {"title": "Ahead", "date": "2030"},
    ]
    page = show(measure, an_area(), a_goal(), a_measure(milestones=steps))["measures/tiltak/"]

    found = re.findall(r'<li class="(ls-\w+)">.*?ls-what">(\w+)', page.page.content, re.DOTALL)
    assert found == [("ls-done", "Reached"), ("ls-overdue", "Behind"), ("ls-open", "Ahead")]
    assert "Behind past the date, not reported as reached" in page.text
    assert "Ahead we have not found that it was reached" in page.text


def test_links_go_both_ways_with_status(show: Show) -> None:
    """Each group has its relation as a heading."""
    parts = an_area(), a_goal(title="Goal", standing="proposed"), a_measure(), a_project(title="P")
    text = show(measure, *parts)["measures/tiltak/"].text

    assert "Serves the goal Goal Proposed" in text
    assert "Joint project P Ongoing" in text


def test_an_indicator_is_said_drawn_and_tabled(show: Show) -> None:
    """The number first, then a bar for each figure, then all of them as a table."""
    page = show(goal, an_area(), a_goal(indicators=[INDICATOR]))["goals/mal/"]
    content = page.page.content

    assert "Last measured: 25 (2020). Target: 100 (2025)." in page.text
    for style in ("baseline", "value", "target"):
        assert content.count(f'"ls-bar--{style}"') == 1
    assert "2018, baseline" in page.text
    assert content.index("ls-bar--target") < content.index("<summary>Show the figures")
    assert [row[0] for row in page.tables[0]] == ["What", "Baseline", "Measured", "Target"]


def test_one_figure_alone_is_no_picture(show: Show) -> None:
    """Its table is open, and nothing is drawn."""
    alone = {key: value for key, value in INDICATOR.items() if key not in ("values", "target")}
    content = show(goal, an_area(), a_goal(indicators=[alone]))["goals/mal/"].page.content

    assert "ls-picture" not in content
    assert "<details" not in content
    assert "No target was set." in content
