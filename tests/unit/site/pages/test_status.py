"""Status: numbers first, then what may need a look by kind and by owner, then what it rests on."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from living_strategy.history.event import Event, History, Nature
from living_strategy.inspection import Inspection
from living_strategy.publication import Publication
from living_strategy.settings import Settings
from living_strategy.site.pages.goal import view as goal_page
from living_strategy.site.pages.measure import view as measure_page
from living_strategy.site.pages.status import view as status
from tests.factories import (
    TODAY,
    a_goal,
    a_graph,
    a_measure,
    a_project,
    an_area,
    an_organisation,
)
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import Read, pages_of

FRESH: dict[str, Any] = {
    "reviewed": "2026-11", "status_date": "2026-10", "period": {"start": "2024", "end": "2028"},
}  # fmt: skip
LATE: dict[str, Any] = FRESH | {"title": "Late", "period": {"end": "2025-10-31"}}
ENTRIES = (
    an_area(title="Area"), an_organisation(),
    a_goal(title="Goal", reviewed="2026-11"),
    a_measure(id="late", responsible=["ks"], **LATE),
    a_measure(id="fresh", title="Fresh", responsible=["ks"], **FRESH),
    a_project(id="open", title="Open", lead="ks", measures=["fresh"], **FRESH | {"period": None}),
    a_project(id="orphan", title="Orphan", measures=["fresh"], **FRESH),
    a_project(id="over", title="Over", measures=["fresh"], status="completed"),
)  # fmt: skip


def test_numbers_come_first(show: Show) -> None:
    """How many items, how they count, and how many signals of which kind."""
    page = show(status, *ENTRIES)["status/"]

    assert page.blocks[3:11] == [
        "Of 1 goal, 2 measures and 3 projects, 2 may need a look. 1 is past a date.",
        "Goals, measures and projects by what was found",
        "Past a date: 1, Something else: 1, Not known: 1, Nothing found: 2, Over: 1",
        "Past a date: 1", "Something else: 1", "Not known: 1", "Nothing found: 2", "Over: 1",
    ]  # fmt: skip
    assert [row[:2] for row in page.tables[0]] == [
        ["Signal", "How many"], ["Late milestone", "0"], ["Past its end", "1"], ["Not begun", "0"],
        ["Behind its path", "0"], ["Unconfirmed", "0"], ["No report", "0"],
        ["Stale", "0"], ["No owner", "1"],
    ]  # fmt: skip
    assert page.tables[0][2][2] == (
        "The period is over, but the status is neither “completed” nor “stopped”."
    )
    assert page.page.in_menu
    assert page.page.script == ""


def test_items_stand_by_kind_and_by_owner_with_their_declared_status(show: Show) -> None:
    """Each links to the item; what was computed stands apart, below the status."""
    page = show(status, *ENTRIES)["status/"]
    late = (
        "Late Ongoing (2026) The period ended October 31, 2025, but the status is not “completed” "
        "or “stopped”. That is 12 months ago."
    )
    orphan = "Orphan Ongoing (2026) Nobody is stated as responsible."
    start = page.blocks.index("What may need a look")

    assert page.blocks[start : page.blocks.index("Show the figures", start)] == [
        "What may need a look", "Past its end: 1", late, "No owner: 1", orphan,
        "By who is responsible",
        "What several are responsible for counts for each of them. Who leads what",
        "KS: 1", "KS. Of 2 measures and 1 project, 1 may need a look. 1 is past a date.",
        late,
        "Nobody responsible: 1", orphan,
    ]  # fmt: skip
    assert "../measures/late/" in page.links
    assert "../organisations/ks/" in page.links


def test_sums_by_owner_area_and_goal_say_what_they_rest_on(show: Show) -> None:
    """The numbers are those of the strips beside them."""
    heading = ["Past a date", "Something else", "Not known", "Nothing found", "Over"]
    everything = ["1", "1", "1", "2", "1"]

    assert show(status, *ENTRIES)["status/"].tables[2:] == [
        [
            ["Responsible", *heading],
            ["KS2 measures and 1 project", "1", "0", "1", "1", "0"],
            ["Nobody responsible1 project", "0", "1", "0", "0", "0"],
        ],
        [["Priority area", *heading],
         ["Area1 goal, 2 measures and 3 projects", *everything]],
        [["Goal", *heading], ["Goal1 goal, 2 measures and 3 projects", *everything]],
    ]  # fmt: skip


def test_what_the_tag_says_is_not_said_again(show: Show) -> None:
    """Of what nobody has confirmed, the list has the tag with its year and no sentence."""
    old = a_measure(id="old", title="Old", status="ongoing", status_date="2021", as_of="2021")
    blocks = show(status, an_area(), a_goal(), old)["status/"].blocks

    assert "Old Ongoing, last confirmed 2021" in blocks


def test_how_old_what_we_know_is(show: Show) -> None:
    """A bar for each year and one for what nobody knows, and the same as a table."""
    page = show(status, *ENTRIES)["status/"]

    assert page.tables[1] == [
        ["Year", "Planned or under way", "Proposed or over"],
        ["2026", "4", "0"], ["Not known", "0", "1"],
    ]  # fmt: skip
    picture = page.page.content.split('aria-labelledby="ls-age-picture-title', 1)[1]
    assert picture.split("</svg>", 1)[0].count("<rect") == 2


def test_what_it_rests_on_stands_last(show: Show) -> None:
    """The day, the dates that were used, and what is not known."""
    blocks = show(status, *ENTRIES)["status/"].blocks

    assert blocks[blocks.index("What this rests on") + 1 :] == [
        "It was computed November 21, 2026, from dates alone.",
        "Where the history is not known, the dates of the item itself say when somebody looked at "
        "it: when it was reviewed, its reports, the date of its status and the date its facts are "
        "from.",
        "1 has neither an end nor a coming milestone: nobody can say whether it is late.",
        "What is not known counts neither as good nor as bad. An item with something to look at "
        "counts there, also when other things about it are not known.",
        "What has the status “completed” or “stopped”, or is retired, is not looked at.",
    ]


def test_a_strategy_that_has_just_begun(show: Show) -> None:
    """There is nothing to count, and the page does not stand in the menu."""
    page = show(status, an_area())["status/"]

    assert page.blocks[3:] == ["No goals, measures or projects are registered yet."]
    assert not page.page.in_menu


def test_nothing_to_look_at(show: Show) -> None:
    """It is said, and nobody is listed."""
    page = show(status, an_area(), a_goal(reviewed="2026-11"))["status/"]

    assert "Nothing was found." in page.blocks
    assert "Nobody is stated as responsible for anything." in page.blocks


def test_a_long_list_is_folded(show: Show) -> None:
    """It is complete all the same, without a script."""
    measures = [a_measure(id=f"m{number}", **LATE) for number in range(11)]

    page = show(status, an_area(), a_goal(reviewed="2026-11"), *measures)["status/"]

    assert page.blocks.count("Show all 11") == 2
    assert {f"../measures/m{number}/" for number in range(11)} <= set(page.links)


def test_a_large_strategy_is_split(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """Further pages have the rest by kind; areas have pages with their goals, owners with what may
    need a look. Nothing is left out.
    """
    monkeypatch.setattr(status, "MAX_ROWS", 1)

    pages = show(status, *ENTRIES)

    assert list(pages) == [
        "status/", "status/page-2/", "status/omrade/", "status/ks/", "status/-/",
    ]  # fmt: skip
    assert [page.page.title for page in pages.values()] == [
        "Status", "Status, page 2 of 2", "Status: Area", "Status: KS", "Status: Nobody responsible",
    ]  # fmt: skip
    first, second, area, owner, nobody = pages.values()
    assert ("../measures/late/" in first.links, "../projects/orphan/" in first.links) == (
        True, False,
    )  # fmt: skip
    assert {"../status/omrade/", "../status/ks/", "../status/-/"} <= set(first.links)
    assert "../../projects/orphan/" in second.links
    assert area.tables[0][1][0] == "Goal1 goal, 2 measures and 3 projects"
    assert "../../measures/late/" in owner.links
    assert "../../projects/orphan/" in nobody.links
    assert all("../../status/" in page.links for page in list(pages.values())[1:])


def shown(tmp_path: Path, view: Any, changed: date | None = None) -> dict[str, Read]:
    """The pages of a view; all that is there changed on that day, if its history is known."""
    settings = Settings.model_validate({"title": "Strategy", "language": "en"})
    graph = a_graph(an_area(), a_goal(), a_measure(responsible=[]), settings=settings)
    events = [
        Event(entry.id, entry.kind, entry.id, entry.title, Nature.NEW, changed, "abc", "Write")
        for entry in graph.entries.values()
        if changed
    ]
    history = History(events=tuple(events))
    return pages_of(
        view, Publication(tmp_path, Inspection(graph, ()), TODAY, history=history).context
    )


def test_a_change_of_substance_is_a_look_at_an_entry(tmp_path: Path) -> None:
    """What the history knows counts, and the page says that it rests on it."""
    page = shown(tmp_path, status, date(2026, 11, 1))["status/"]

    assert [row[0] for row in page.tables[0] if row[1] == "1"] == ["No report", "No owner"]
    assert (
        "The day of the last change of substance is known for 2 of 2 items, from the history of "
        "their files."
    ) in page.blocks
    assert not any(block.startswith("Where the history is not known") for block in page.blocks)


def test_the_page_of_an_item_has_its_signals_apart(tmp_path: Path) -> None:
    """Below the declared status; a goal has them too."""
    measure = shown(tmp_path, measure_page)["measures/tiltak/"]
    goal = shown(tmp_path, goal_page)["goals/mal/"]
    heading = measure.blocks.index("Computed by this site:")

    assert measure.blocks[heading + 1 : heading + 3] == [
        "There is no report, and the status has no date.", "Nobody is stated as responsible.",
    ]  # fmt: skip
    assert measure.blocks.index("Status") < heading
    assert goal.blocks[goal.blocks.index("Computed by this site:") + 1] == (
        "The newest sign that somebody has looked at this is from 2024."
    )
