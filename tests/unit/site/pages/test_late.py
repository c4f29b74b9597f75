"""The page of what is past its date: what, since when, who answers, and what is known."""

from __future__ import annotations

from living_strategy.site.pages.late import view as late
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.site.pages.conftest import Show

HEAD = ["What was promised", "Promised for", "How long ago", "Who answers for it", "Last word",
        "Sources"]  # fmt: skip


def test_known_lateness_is_told_apart_from_silence(show: Show) -> None:
    """Each with its oldest date first; the words say what kind of date it is."""
    pages = show(
        late, an_area(), a_goal(), an_organisation(),
        a_measure(title="Told", status_date="2026", responsible=["ks"], period={"end": "2025"}),
        a_project(title="Silent", period={"end": "2024-06-30"},
                  milestones=[{"title": "Pilot", "date": "2022"}]),
        a_project(id="plan", title="Plan", status="planned", period={"start": "2025"}),
    )  # fmt: skip

    page = pages["late/"]

    assert page.blocks[3] == (
        "4 dates have passed, and nobody has reported that they were kept. "
        "They belong to 3 measures and projects."
    )
    assert [block for block in page.blocks if block.endswith((": 1", ": 3"))] == [
        "Known to be late: 1", "Nobody has said what became of it: 3",
    ]  # fmt: skip
    assert page.tables == [
        [HEAD, ["The whole measure Told Ongoing (2026)", "2025", "at least 10 months ago", "KS",
                "2026", "1 source"]],
        [HEAD,
         ["Pilot Silent Ongoing, undated", "2022", "at least 3 years ago", "nobody is stated",
          "not known", "1 source"],
         ["The whole project Silent Ongoing, undated", "June 30, 2024", "at least 2 years ago",
          "nobody is stated", "not known", "1 source"],
         ["The start Plan Planned, undated", "2025", "at least 10 months ago",
          "nobody is stated", "not known", "1 source"]],
    ]  # fmt: skip
    assert "../projects/prosjekt/#ls-sources" in page.links
    assert page.page.in_menu


def test_without_late_dates_the_page_says_so(show: Show) -> None:
    """It says how much can be judged at all, and stands in no menu."""
    pages = show(late, an_area(), a_goal(), a_measure(period={"start": "2024", "end": "2030"}))

    page = pages["late/"]

    assert "No date has passed without a report." in page.blocks
    assert (
        "1 measure or project has a date that this can be judged by. What happens when"
    ) in page.blocks
    assert page.tables == []
    assert not page.page.in_menu


def test_a_strategy_without_work_has_no_such_page(show: Show) -> None:
    """Nothing can be late."""
    assert show(late, an_area(), a_goal()) == {}


def test_long_lists_go_over_pages(show: Show) -> None:
    """What is known to be late comes first; headings count all of them on each page."""
    told = [
        a_measure(id=f"t{number:03}", status_date="2026", period={"end": "2024"})
        for number in range(150)
    ]
    silent = [a_measure(id=f"u{number:03}", period={"end": "2023"}) for number in range(150)]
    pages = show(late, an_area(), a_goal(), *told, *silent)

    assert {path: [len(table) - 1 for table in page.tables] for path, page in pages.items()} == {
        "late/": [150, 50], "late/page-2/": [100],
    }  # fmt: skip
    assert "Nobody has said what became of it: 150" in pages["late/page-2/"].blocks
