"""Pages of entries: the answers come in the order of the readers' questions."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

from living_strategy.site.pages.goal import view as goal
from living_strategy.site.pages.measure import view as measure
from living_strategy.site.pages.project import view as project
from living_strategy.site.ways_to_propose import FormDoors
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import a_context, pages_of

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
    return re.findall(r"<h2[^>]*>(?:<svg.*?</svg>)?([^<]*)", content)


def test_a_measure_answers_in_order(show: Show) -> None:
    """What and why, where it stands, what it hangs together with, who, when, money, and so on."""
    entry = a_measure(summary="What.", costs=[{"year": 2020, "operating": 5}], **DATED)
    page = show(measure, an_area(), a_goal(), entry, a_project())["measures/tiltak/"]

    assert headings(page.page.content) == [
        "In short", "Goals that the measure serves", "Projects that carry out the measure",
        "Milestones", "What it costs", "What has been decided", "What has happened",
        "Sources and dates",
    ]  # fmt: skip
    assert page.text.index("What.") < page.text.index("In short") < page.text.index("Why.")
    assert page.text.index("Computed by this site:") < page.text.index("Why.")


def test_a_project_answers_in_order(show: Show) -> None:
    """What is missing is said, never left out."""
    entry = a_project(lead="ks", total_cost=7, **DATED)
    parts = an_area(), a_goal(title="Goal"), a_measure(title="Measure"), an_organisation()
    page = show(project, *parts, entry)["projects/prosjekt/"]

    assert headings(page.page.content) == [
        "In short", "Measures that the project carries out", "Goals behind the measures",
        "Milestones", "What has been decided", "What has happened", "Sources and dates",
    ]  # fmt: skip
    assert ("Measures that the project carries out", "Measure Ongoing, undated") in pairwise(
        page.blocks
    )
    assert ("Goals behind the measures", "Goal") in pairwise(page.blocks)
    assert "Missing: status date, phase, participants, funding." in page.blocks
    assert "not stated" not in page.text


def test_facts_stand_together(show: Show) -> None:
    """Status, who, when, how much and what comes next; only a more exact date is said again."""
    entry = a_project(
        lead="ks", phase="delivery", status_date="2026-03", participants=["0301", "4601"],
        period={"start": "2025"}, funding=[{"year": 2025, "amount": 7}, {"year": 2026}],
        milestones=[{"title": "Pilot", "date": "2027"}],
    )  # fmt: skip
    page = show(project, an_area(), a_goal(), a_measure(), an_organisation(), entry)[
        "projects/prosjekt/"
    ]
    start = page.blocks.index("In short")

    assert page.blocks[start : page.blocks.index("Computed by this site:")] == [
        "In short", "Status", "Ongoing (2026) as of March 2026 Sources", "Priority area", "Område",
        "Phase", "Delivery",
        "Lead", "KS", "Participants", "2", "Period", "from 2025",
        "Known grants", "NOK 7 and 1 of unknown size", "Next milestone", "Pilot 2027",
    ]  # fmt: skip


def test_who_knows_more_can_write(show: Show) -> None:
    """Where the strategy says to whom; nobody asks for more of what is retired."""
    settings = {"contact": "post@lillevik.example"}
    parts = an_area(), a_goal(), a_measure(status_date="2026")
    page = show(measure, *parts, **settings)["measures/tiltak/"]
    retired = {"date": "2024", "reason": "Over."}
    over = show(measure, an_area(), a_goal(), a_measure(retired=retired), **settings)

    assert "Missing: responsible, period, costs. Do you know? Write to us" in page.blocks
    assert "mailto:post@lillevik.example" in page.links
    assert "Missing" not in over["measures/tiltak/"].text


def proposals(content: str) -> list[tuple[str, str]]:
    """Where a reader may propose a change: the addresses, without what fills in a form or a letter,
    and the words of the links.
    """
    part = re.search(r'<(p|details) class="ls-edit".*?</\1>', content, re.S)
    links = re.findall(r'<a href="([^"?]*)[^"]*">([^<]*)', part[0] if part else "")
    return [(unescape(address), words) for address, words in links]


def test_a_change_can_be_proposed(tmp_path: Path) -> None:
    """In an issue and in the file itself where their addresses are known; by writing to the
    contact, once; else nothing is promised.
    """
    known = a_measure(status_date="2026", responsible=["ks"], period={"start": "2026"},
                      costs=[{"year": 2026, "operating": 1}])  # fmt: skip
    github, other = "https://github.com/o/r/edit/main/{path}", "https://x.example/edit/{path}"
    written = {}
    for name, entry, contact, template in (
        ("issue", known, "a@b.example", github),
        ("file", known, None, other),
        ("contact", known, "a@b.example", ""),
        ("missing", a_measure(), "a@b.example", ""),
        ("nobody", known, None, ""),
    ):
        parts = an_area(), a_goal(), entry, an_organisation()
        context = a_context(tmp_path, *parts, contact=contact)
        page = pages_of(measure, replace(context, edit=template))["measures/tiltak/"]
        written[name] = proposals(page.page.content)

    letter = "mailto:a@b.example", "Write to us about a change"
    assert written == {
        "issue": [
            ("https://github.com/o/r/issues/new", "Tell the editors what is wrong"),
            ("https://github.com/o/r/edit/main/measure/tiltak.md", "Change the text yourself"),
            letter,
        ],
        "file": [("https://x.example/edit/measure/tiltak.md", "Change the text yourself")],
        "contact": [letter],
        "missing": [],
        "nobody": [],
    }


def test_the_form_comes_first(tmp_path: Path) -> None:
    """Where it can change the entry, with what it takes; no other page leads there."""
    context = a_context(tmp_path, an_area(), a_goal(), a_measure(), contact="a@b.example")
    address = "admin/#/collections/measures/entries/tiltak"
    context = replace(
        context,
        edit="https://github.com/o/r/edit/main/{path}",
        doors=FormDoors("github.com", {"tiltak": address}),
    )
    shown = pages_of(measure, context)["measures/tiltak/"].page.content
    other = pages_of(goal, context)["goals/mal/"].page.content

    assert proposals(shown)[0] == (f"../../{address}", "Fill in the form")
    assert "with an account at github.com; not made for phones<" in shown
    assert len(proposals(shown)) == 3
    assert "Fill in the form" not in other


def reported_at(content: str) -> list[tuple[str, str]]:
    """Where a new status may be reported: the addresses and the words of the links."""
    part = re.search(r'<(p|details) class="ls-report".*?</\1>', content, re.S)
    links = re.findall(r'<a href="([^"]*)">([^<]*)', part[0] if part else "")
    assert not part or part[0].count("Report a new status<") == 1
    return [(unescape(address), words) for address, words in links]


def test_a_new_status_can_be_reported(tmp_path: Path) -> None:
    """With the entry filled in, in each way that the site has; not where nobody would read it, nor
    for what is retired.
    """
    retired = {"date": "2026", "reason": "Done"}
    written = {}
    for name, entry, contact, template in (
        ("both", a_measure(), "a@b.example", "https://github.com/o/r/edit/main/{path}"),
        ("issue", a_measure(), None, "https://gitlab.example/o/r/-/edit/main/{path}"),
        ("letter", a_measure(), "a@b.example", ""),
        ("page", a_measure(), "https://b.example/write", ""),
        ("retired", a_measure(retired=retired), "a@b.example", ""),
        ("nobody", a_measure(), None, ""),
    ):
        context = a_context(tmp_path, an_area(), a_goal(), entry, contact=contact)
        page = pages_of(measure, replace(context, edit=template))["measures/tiltak/"]
        written[name] = reported_at(page.page.content)

    issue = "https://github.com/o/r/issues/new?template=status.yml&title="
    letter = (
        "mailto:a@b.example?subject=Report%20a%20new%20status%3A%20Tiltak"
        "&body=Which%20page%20is%20it%20about%3F"
    )
    both = written.pop("both")
    assert both[0] == (
        f"{issue}Report%20a%20new%20status%3A%20Tiltak&entry=tiltak",
        "Tell the editors what the status is",
    )
    assert both[1][0].startswith(letter)
    assert both[1][1] == "Write to us about the status"
    [(gitlab, words)] = written.pop("issue")
    assert gitlab.startswith("https://gitlab.example/o/r/-/issues/new?issue%5Btitle%5D=Report")
    assert written.pop("letter")[0][0].startswith(letter)
    assert words == "Report a new status"
    assert written == {
        "page": [("https://b.example/write", words)],
        "retired": [],
        "nobody": [],
    }


def test_a_report_begins_in_the_form(tmp_path: Path) -> None:
    """Where it can change the entry, before the other ways; not for what is retired."""
    address = "admin/?report#/collections/measures/entries/tiltak"
    retired = {"date": "2026", "reason": "Done"}
    shown = []
    for entry, contact in ((a_measure(), "a@b.example"), (a_measure(), None),
                           (a_measure(retired=retired), "a@b.example")):  # fmt: skip
        context = a_context(tmp_path, an_area(), a_goal(), entry, contact=contact)
        doors = FormDoors("github.com", {}, {"tiltak": address})
        content = pages_of(measure, replace(context, doors=doors))["measures/tiltak/"].page.content
        shown.append(content)

    first, second, third = (reported_at(content) for content in shown)
    assert first[0] == (f"../../{address}", "Fill in the form")
    assert [words for _, words in first[1:]] == ["Write to us about the status"]
    assert second == [(f"../../{address}", "Report a new status")]
    assert "with an account at github.com; not made for phones<" in shown[1]
    assert third == []


def test_entries_lead_to_those_beside_them(show: Show) -> None:
    """With their titles, and the list that they stand in; an entry that is alone leads to none."""
    goals = [a_goal(id=name, title=name.upper()) for name in ("a", "b", "c")]
    pages = show(goal, an_area(title="Area"), *goals)
    links = re.findall(r'<a rel="(\w+)" href="([^"]*)">', pages["goals/b/"].page.content)

    assert links == [("prev", "../../goals/a/"), ("next", "../../goals/c/")]
    assert "Previous A" in pages["goals/b/"].blocks
    assert "2 of 3 under Area" in pages["goals/b/"].blocks
    assert "ls-neighbours" not in show(goal, an_area(), a_goal())["goals/mal/"].page.content


def test_what_is_listed_is_not_told_again(show: Show) -> None:
    """Of what mentions an entry, what is linked to it stands on the page already."""
    other = a_goal(id="annet", title="Other", description="See [[tiltak]].")
    linked = a_project(title="Linked", description="See [[tiltak]].")
    page = show(measure, an_area(), a_goal(), other, a_measure(), linked)["measures/tiltak/"]

    assert page.blocks.count("Linked Ongoing, undated") == 1
    assert ("Other pages that mention it", "Other") in pairwise(page.blocks)
    assert page.text.count("Linked") == 1


def test_milestones_reached_ahead_and_past_the_date_differ(show: Show) -> None:
    """In words, and by the class that gives each its shape."""
    steps = [
        {"title": "Reached", "date": "2019", "done": "2020"},
        {"title": "Behind", "date": "2020"},
        {"title": "Ahead", "date": "2030"},
    ]
    page = show(measure, an_area(), a_goal(), a_measure(milestones=steps))["measures/tiltak/"]

    marks = re.findall(r'<li class="(ls-\w+)">.*?ls-what">(\w+)', page.page.content, re.DOTALL)
    assert marks == [("ls-done", "Reached"), ("ls-overdue", "Behind"), ("ls-open", "Ahead")]
    assert "2020 Behind overdue, not reported as reached" in page.blocks
    assert "2030 Ahead we have not found that it was reached" in page.blocks


def test_headings_of_reports_stay_headings(show: Show) -> None:
    """Below the date, which is one too, and without ids: another report may have the same."""
    reports = [{"date": "2020", "text": "Good.\n\n## Why\n\nBecause."}] * 2
    page = show(goal, an_area(), a_goal(updates=reports))["goals/mal/"]

    report = "<p>Good.</p>\n<h4>Why</h4>\n<p>Because.</p>"
    assert re.findall(r"(<p>Good.*?)</article>", page.page.content, re.DOTALL) == [report] * 2


def test_links_go_both_ways_with_status(show: Show) -> None:
    """Each group has a sentence as its heading."""
    parts = an_area(), a_goal(title="Goal", standing="proposed"), a_measure(), a_project(title="P")
    blocks = show(measure, *parts)["measures/tiltak/"].blocks

    links = blocks[blocks.index("Goals that the measure serves") :]
    assert links[: links.index("Sources and dates")] == [
        "Goals that the measure serves", "Goal Proposed",
        "Projects that carry out the measure", "P Ongoing, undated",
    ]  # fmt: skip


def test_an_indicator_is_said_drawn_and_tabled(show: Show) -> None:
    """The number first, then which way it went, then the picture, then all figures as a table."""
    page = show(goal, an_area(), a_goal(indicators=[INDICATOR]))["goals/mal/"]
    content = page.page.content

    assert ("25 2020", "Right way: up from 10 in 2018. Target: 100 by 2025") in pairwise(
        page.blocks
    )
    assert content.count('class="ls-series"') == 1
    assert content.count('<line class="ls-series-target"') == 1
    assert content.index("ls-series") < content.index("<summary>Figures and sources")
    assert [row[0] for row in page.tables[0]] == ["What", "Baseline", "Measured", "Target"]


def test_one_figure_alone_is_no_picture(show: Show) -> None:
    """Its source stands below it, its table is folded, and nothing is drawn: a point says no more
    than its number, not even beside its target.
    """
    alone = {key: value for key, value in INDICATOR.items() if key not in ("values", "target")}
    aimed = {key: value for key, value in INDICATOR.items() if key != "values"}
    page = show(goal, an_area(), a_goal(indicators=[alone]))["goals/mal/"]
    content = page.page.content

    assert "ls-series" not in content
    assert content.index("<details") < content.index("No target was set.")
    assert "https://www.ks.no" in content[: content.index("<details")]
    page = show(goal, an_area(), a_goal(indicators=[aimed]))["goals/mal/"]
    assert "ls-series" not in page.page.content
    assert ("10 2018", "Measured once. Target: 100 by 2025") in pairwise(page.blocks)


def test_what_was_never_measured_is_said(show: Show) -> None:
    """A target alone is no result: nothing stands in place of the number."""
    aimed = {key: INDICATOR[key] for key in INDICATOR if key not in ("values", "baseline")}
    page = show(goal, an_area(), a_goal(indicators=[aimed]))["goals/mal/"]

    assert ("Not known", "Not measured. Target: 100 by 2025") in pairwise(page.blocks)
