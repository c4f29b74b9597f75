"""Timeline: a picture and a table of what runs when."""

from __future__ import annotations

import re
from itertools import pairwise

from living_strategy.site.pages.timeline import view as timeline
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.site.pages.conftest import Show

PERIOD = {"period": {"start": "2020", "end": "2024"}}


def test_words_count_what_has_dates_and_what_is_late(show: Show) -> None:
    """Computed lateness is said apart from declared status."""
    pages = show(
        timeline, an_area(), a_goal(), a_measure(**PERIOD), a_project(), a_project(id="p2")
    )

    blocks = pages["timeline/"].blocks

    assert "1 of 3 measures and projects have dates. For 2 no dates are known." in blocks
    assert (
        "1 is past a date without being reported as finished. The site computes this; "
        "the declared status stands beside each bar. What is past its date"
    ) in blocks


def test_table_says_what_the_picture_says(show: Show) -> None:
    """Period and milestones in words; without a period it is not known."""
    milestones = [
        {"title": "Pilot", "date": "2021-03", "done": "2021-04"},
        {"title": "Half", "date": "2022"}, {"title": "All", "date": "2027"},
    ]  # fmt: skip
    pages = show(
        timeline, an_area(), a_goal(), a_measure(title="Measure", status_date="2022", **PERIOD),
        a_project(title="Project", milestones=milestones),
    )  # fmt: skip

    page = pages["timeline/"]

    assert page.tables[0] == [
        ["Measure or project", "Status", "Last confirmed", "Period", "Milestones"],
        ["Measure", "Ongoing, last confirmed 2022", "2022", "2020 to 2024 (past its date)", ""],
        ["Project", "Ongoing, undated", "April 2021", "not known",
         "March 2021: Pilot (reached April 2021) 2022: Half (past its date) 2027: All"],
    ]  # fmt: skip
    assert (
        page.blocks.count(
            "Measure Ongoing, last confirmed 2022 2020 to 2024 past its date since 2024"
        )
        == 1
    )
    assert page.blocks.count("Project Ongoing, undated past its date since 2022") == 1


def test_bars_and_milestones_lead_to_their_page(show: Show) -> None:
    """With the pointer; the keyboard meets the title alone, and the table has the milestones."""
    milestone = {"title": "Pilot", "date": "2021-03", "done": "2021-04"}
    page = show(
        timeline, an_area(), a_goal(), a_measure(milestones=[milestone], **PERIOD)
    )["timeline/"]  # fmt: skip

    row = page.page.content.split('<ol class="ls-runs">')[1].split("</ol>")[0]
    assert re.findall(r"<a [^>]*>", row) == [
        '<a href="../measures/tiltak/">',
        '<a href="../measures/tiltak/" tabindex="-1">',
        '<a href="../measures/tiltak/#ls-milestones" tabindex="-1">',
        '<a href="../measures/tiltak/" tabindex="-1">',
    ]
    assert re.findall(r"<title>([^<]*)</title>", row) == [
        "March 2021: Pilot (reached April 2021)",
        "The period ended 2024, but the status is not “completed” or “stopped”.",
    ]
    assert re.findall(r'class="(ls-(?:piece|mark)--\w+|ls-mark ls-mark--\w+)"', row) == [
        "ls-piece--solid", "ls-piece--unsure", "ls-mark ls-mark--done", "ls-mark ls-mark--late",
    ]  # fmt: skip


def test_what_has_no_dates_is_folded_below_its_area(show: Show) -> None:
    """So that the picture is not torn apart by long lists."""
    pages = show(
        timeline, an_area(id="a", title="First"), an_area(id="b", title="Second"),
        a_goal(id="ma", area="a"), a_goal(id="mb", area="b"),
        a_measure(id="t1", title="Dated", goals=["ma"], **PERIOD),
        a_measure(id="t2", title="Undated", goals=["ma"]),
        a_measure(id="t3", title="Lost", goals=["mb"]),
    )  # fmt: skip

    content = pages["timeline/"].page.content
    assert re.findall(r"<h2[^>]*>([^<]*)</h2>|<summary>([^<]*)</summary>", content) == [
        ("First", ""), ("", "1 without known dates"), ("Second", ""), ("", "1 without known dates"),
        ("", "Show the figures"),
    ]  # fmt: skip


def test_words_count_what_nobody_has_confirmed(show: Show) -> None:
    """Only what is under way, has a period and was last confirmed more than two years ago."""
    pages = show(
        timeline, an_area(), a_goal(), a_measure(id="a", status_date="2023", **PERIOD),
        a_measure(id="b", status_date="2024", **PERIOD), a_measure(id="c", **PERIOD),
        a_measure(id="d", status="completed", status_date="2020", **PERIOD), a_measure(id="e"),
    )  # fmt: skip

    assert (
        "Of those that are not finished, 2 have not been confirmed by any source after 2023."
    ) in pages["timeline/"].blocks


def test_areas_are_headings_when_there_are_several(show: Show) -> None:
    """What has no area stands last, under words that say so."""
    pages = show(
        timeline, an_area(id="a", title="First"), an_area(id="b", title="Second"),
        a_goal(id="ma", area="a"), a_goal(id="mb", area="b"),
        a_measure(id="t1", goals=["mb"], **PERIOD), a_measure(id="t2", goals=["ma"], **PERIOD),
        a_measure(id="t3", goals=["none"], **PERIOD),
    )  # fmt: skip

    text = pages["timeline/"].text

    headings = [text.rindex(f"With dates: {title}")
                for title in ("First", "Second", "Without a priority area")]  # fmt: skip
    assert headings == sorted(headings)


def test_undated_entries_are_listed_without_a_picture(show: Show) -> None:
    """Nothing is drawn when nothing is dated."""
    pages = show(timeline, an_area(), a_goal(), a_measure(title="Some time"))

    assert ("Without dates", "Some time Ongoing, undated") in pairwise(pages["timeline/"].blocks)
    assert "<svg" not in pages["timeline/"].page.content


def test_many_entries_are_split_by_area_and_page(show: Show) -> None:
    """The overview leads to a page for each area; each entry stands on exactly one page."""
    few = [a_measure(id=f"a{number:03}", goals=["ma"], **PERIOD) for number in range(100)]
    undated = [a_measure(id=f"b{number:03}", goals=["ma"]) for number in range(100)]
    lost = a_measure(id="lost", goals=["none"])
    pages = show(timeline, an_area(id="a"), a_goal(id="ma", area="a"), *few, *undated, lost)

    assert list(pages) == [
        "timeline/", "timeline/a/", "timeline/a/page-2/", "timeline/a/page-3/", "timeline/-/",
    ]  # fmt: skip
    assert {"a/", "-/"} <= {link.removeprefix("../timeline/") for link in pages["timeline/"].links}
    rows = {path: len(page.tables[0]) - 1 for path, page in pages.items() if page.tables}
    assert rows == {"timeline/": 2, "timeline/a/": 90, "timeline/a/page-2/": 10}
    undated_rows = {path: page.page.content.count("/measures/b") for path, page in pages.items()}
    assert undated_rows == {
        "timeline/": 0, "timeline/a/": 0, "timeline/a/page-2/": 80, "timeline/a/page-3/": 20,
        "timeline/-/": 0,
    }  # fmt: skip
    assert ("100 of 200 measures and projects have dates. For 100 no dates are known.") in pages[
        "timeline/a/page-3/"
    ].blocks


def test_many_without_dates_stay_on_one_page(show: Show) -> None:
    """They are a line each; only very many are split."""
    undated = [a_measure(id=f"b{number:03}") for number in range(timeline.MAX_ENTRIES + 1)]
    parts = an_area(), a_goal()

    assert len(show(timeline, *parts, *undated[1:])) == 1
    assert len(show(timeline, *parts, *undated)) > 1


def test_the_heaviest_page_is_within_the_budget(show: Show) -> None:
    """As many rows as a page may have, each with milestones and late: below 250 kB with the frame
    of the host around it.
    """
    milestones = [
        {"title": f"Milestone number {year}", "date": str(year)} for year in (2021, 2022, 2028)
    ]
    title = "A measure with a title that is neither short nor very long"
    measures = [
        a_measure(id=f"a-measure-with-a-long-id-{number}", title=title, milestones=milestones,
                  **PERIOD)
        for number in range(timeline.MAX_ROWS)
    ]  # fmt: skip
    pages = show(timeline, an_area(), a_goal(), *measures)

    assert [len(page.page.content.encode()) < 225_000 for page in pages.values()] == [True]


def test_retired_entries_are_left_out(show: Show) -> None:
    """What left the strategy is not on its timeline."""
    gone = a_measure(title="Gone", retired={"date": "2022", "reason": "Done."}, **PERIOD)

    assert "Gone" not in show(timeline, an_area(), a_goal(), gone)["timeline/"].text
