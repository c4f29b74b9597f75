"""The pages of plans: a year, four years, and what every reader must be told of their sums."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from living_strategy.artifact import DataFile, Page, Redirect
from living_strategy.content.tree import MemorySource
from living_strategy.inspection import inspect_source
from living_strategy.site.context import ViewContext
from living_strategy.site.pages.action_plan import results
from living_strategy.site.pages.action_plan import view as action_plan
from living_strategy.site.pages.four_year_plan import view as four_year_plan
from living_strategy.site.pages.front.doors import doors
from living_strategy.site.pages.late import view as late
from living_strategy.site.pages.measure import view as measure
from living_strategy.site.pages.open_data import view as open_data
from living_strategy.site.pages.printout import view as printout
from living_strategy.site.pages.scheme import view as scheme
from living_strategy.site.pages.timeline import view as timeline
from tests.factories import TODAY, a_goal, a_measure, a_project, an_area, context_of
from tests.integration.plan_content import FILES
from tests.unit.papers.workbooks import ReadWorkbook
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import Read, a_context, read


@pytest.fixture
def context(tmp_path: Path) -> ViewContext:
    """The plan of Lillevik in English, whose texts are as written in the templates."""
    files = FILES | {"strategy/strategy.yml": FILES["strategy/strategy.yml"].replace("nb", "en", 1)}
    source = MemorySource({path: text.encode() for path, text in files.items()})
    return context_of(tmp_path, inspect_source(source, TODAY).graph, TODAY)


def _pages(view: ModuleType, context: ViewContext) -> dict[str, Read]:
    made = view.render(context.graph, context)
    return {page.path: read(page) for page in made if isinstance(page, Page)}


def _redirects(view: ModuleType, context: ViewContext) -> list[tuple[str, str]]:
    made = view.render(context.graph, context)
    return [(page.path, page.target) for page in made if isinstance(page, Redirect)]


def test_action_plan(context: ViewContext) -> None:
    """What, who, deadline, cost with payers, gain, status, and what came of the year before."""
    page = _pages(action_plan, context)["action-plan/"]

    assert page.page.in_menu
    assert page.tables[0][1:] == [
        ["Nye skjema priority 1", "Lillevik kommune, Innbyggertorget",
         "December 2026: Alle skjema",
         "operation NOK 150,000, investment NOK 400,000 "
         "Lillevik kommune: NOK 500,000 (covered), Ansvar 1200 Storvik kommune: NOK 50,000",
         "Mindre tid til registrering: 1,200 hours a year 2027 Spart porto: NOK 40,000 a year 2026",
         "Ongoing (2026)",
         "Ti skjema: reached November 2025 "
         "Mindre tid til registrering: 300 hours of 1,200 hours a year 1 report "
         "Budget: operation NOK 90,000"],
        ["Felles arkiv", "Storvik kommune", "June 2026: Avtalen er klar",
         "operation NOK 25,000, investment NOK 200,000 Fondet for ny teknologi",
         "Færre feil: not counted", "Ongoing (2026)", "nothing is told"],
    ]  # fmt: skip
    assert page.tables[1][2][3:5] == ["not stated", ""]
    assert [block for block in page.blocks if block.startswith("Costs in 2026:")] == [
        "Costs in 2026: NOK 775,000 (operation NOK 175,000, investment NOK 600,000)",
        "Costs in 2026: NOK 300,000 (undivided NOK 300,000)",
        "Costs in 2026: NOK 1,075,000 "
        "(operating NOK 175,000, investment NOK 600,000, undivided NOK 300,000).",
    ]


def test_each_year_has_its_address(context: ViewContext) -> None:
    """This year's plan is the page itself; the address with its number will hold next year, too."""
    assert list(_pages(action_plan, context)) == [
        "action-plan/2025/", "action-plan/2025/results/", "action-plan/",
        "action-plan/2026/results/", "action-plan/2027/", "action-plan/2028/", "action-plan/2029/",
    ]  # fmt: skip
    assert _redirects(action_plan, context) == [("action-plan/2026/", "action-plan/")]
    assert list(_pages(four_year_plan, context)) == ["four-year-plan/2025-2028/", "four-year-plan/"]
    assert _redirects(four_year_plan, context) == [("four-year-plan/2026-2029/", "four-year-plan/")]


def test_four_year_plan(context: ViewContext) -> None:
    """Years across, sorts of cost and groups below each other; all of them end in one sum."""
    page = _pages(four_year_plan, context)["four-year-plan/"]

    by_year, operating, *_ = page.tables
    whole = ["In all", "1,075,000", "895,000", "75,000 and 1 of unknown size", "0",
             "2,045,000 and 1 of unknown size"]  # fmt: skip
    none = "none stated"
    assert by_year[1:] == [
        ["Operating costs", "175,000", "195,000", "75,000", "0", "445,000"],
        ["Investments", "600,000", "700,000", none, none, "1,300,000"],
        ["Sums that are not divided", "300,000", none, none, none, "300,000"],
        whole,
    ]
    assert operating[1:] == [
        ["Enkle tjenester"],
        ["Nye skjema", "150,000", "120,000", none, none, "270,000"],
        ["Felles arkiv", "25,000", "75,000", "75,000", none, "175,000"],
        ["In all Enkle tjenester", "175,000", "195,000", "75,000", none, "445,000"],
        ["Trygge systemer"],
        ["Ny brannmur", none, none, none, "0", "0"],
        ["In all Trygge systemer", none, none, none, "0", "0"],
    ]
    assert [table[-1] for table in page.tables if table[0][-1] == "In all"].count(whole) == 6
    assert page.tables[5][1:3] == [
        ["Lillevik kommune", "500,000", "820,000", "1 of unknown size", "0",
         "1,320,000 and 1 of unknown size"],
        ["Fondet for ny teknologi", "525,000", none, none, none, "525,000"],
    ]  # fmt: skip


def test_what_is_missing_is_named(context: ViewContext) -> None:
    """What is not financed, what nobody knows the cost of, and what has none stated."""
    page = _pages(four_year_plan, context)["four-year-plan/"]

    (table,) = (
        table
        for table in page.tables
        if table[1:] and table[1][0] == "Ny brannmur" and table[1][3] == "Unfinanced"
    )
    assert table[1:] == [
        ["Ny brannmur", "2027", "700,000", "Unfinanced", "Søkes om i 2026."],
        ["Felles arkiv", "2027", "75,000", "Applied for", ""],
    ]
    assert "Ny brannmur: 2028. Prisen er ikke kjent." in page.blocks
    assert "1 measure or project runs in these years without a cost stated" in page.blocks
    assert page.blocks[page.blocks.index("Text for the case") + 2 :][:10] == [
        "Costs in 2026–2029: NOK 2,045,000 (operating NOK 445,000, investment NOK 1,300,000, "
        "undivided NOK 300,000), and 1 of unknown size.",
        "2026: NOK 1,075,000 (operating NOK 175,000, investment NOK 600,000, "
        "undivided NOK 300,000).",
        "2027: NOK 895,000 (operating NOK 195,000, investment NOK 700,000).",
        "2028: NOK 75,000 (operating NOK 75,000), and 1 of unknown size.",
        "2029: NOK 0 (operating NOK 0).",
        "Enkle tjenester: NOK 1,045,000 (operating NOK 445,000, investment NOK 600,000).",
        "Trygge systemer: NOK 1,000,000 (operating NOK 0, investment NOK 700,000, "
        "undivided NOK 300,000), and 1 of unknown size.",
        "Unfinanced: NOK 700,000 (investment NOK 700,000).",
        "Applied for: NOK 75,000 (operating NOK 75,000).",
        "It is not stated who pays: NOK 150,000 (operating NOK 150,000).",
    ]


def test_no_costs_no_pages(show: Show) -> None:
    """A strategy that says nothing of costs has no empty plan."""
    entries = (an_area(), a_goal(), a_measure(period={"start": "2026"}), a_project())

    assert show(action_plan, *entries) == show(four_year_plan, *entries) == {}


def test_a_plan_of_unknown_costs_alone(tmp_path: Path) -> None:
    """Nobody knows a sum, so none is shown: not a nought either."""
    unknown = a_context(tmp_path, an_area(), a_goal(), a_measure(costs=[{"year": 2026}]))
    page = _pages(four_year_plan, unknown)["four-year-plan/"]
    plan = _pages(action_plan, unknown)["action-plan/"]

    unknown_size = "1 of unknown size"
    assert page.tables[0][1:] == [["In all", unknown_size, *["none stated"] * 3, unknown_size]]
    assert page.blocks[3] == "Costs in 2026–2029: 1 of unknown size."
    assert plan.tables[0][1][3] == "1 of unknown size payer not stated"


def test_costs_on_the_page_of_a_measure(context: ViewContext) -> None:
    """A column that no line has is not there; what is unknown is told, what is silent is not."""
    page = _pages(measure, context)["measures/ny-brannmur/"]

    assert page.tables[0] == [
        ["Year", "Operating cost", "Investment", "Undivided sum", "Who pays, and notes"],
        ["2026", "none stated", "none stated", "NOK 300,000", "Fondet for ny teknologi (covered)"],
        ["2027", "none stated", "NOK 700,000", "none stated",
         "Lillevik kommune (unfinanced) Søkes om i 2026."],
        ["2028", "not known", "not known", "not known", "Lillevik kommune Prisen er ikke kjent."],
        ["2029", "NOK 0", "none stated", "none stated", "Lillevik kommune"],
    ]  # fmt: skip


def test_a_scheme_of_its_own(context: ViewContext) -> None:
    """A fund has decisions, milestones and reports, and says what costs it pays for."""
    page = _pages(scheme, context)["schemes/fondet/"]

    assert "Costs it pays for NOK 525,000" in page.text
    assert "Last decision December 11, 2025 case 91/25" in page.text
    assert [
        "Milestones" in page.blocks, "What has been decided" in page.blocks,
        "What has happened" in page.blocks,
    ] == [True, True, True]  # fmt: skip


def test_a_scheme_stands_where_dates_stand(tmp_path: Path) -> None:
    """Its milestone is late where it is not told as reached: on its page, in the list of what is
    late, on the timeline and in print, where its decision and its last report stand, too.
    """
    path = "strategy/registers/schemes.yml"
    files = FILES | {
        path: FILES[path].replace(", done: 2026-03-10", ""),
        "strategy/strategy.yml": FILES["strategy/strategy.yml"].replace("nb", "en", 1),
    }
    source = MemorySource({path: text.encode() for path, text in files.items()})
    context = context_of(tmp_path, inspect_source(source, TODAY).graph, TODAY)
    own = _pages(scheme, context)["schemes/fondet/"]
    (overdue,) = _pages(late, context).values()
    (dates,) = _pages(timeline, context).values()
    (paper,) = _pages(printout, context).values()

    assert "Første tildeling overdue, not reported as reached" in own.text
    row = next(row for table in overdue.tables for row in table if "Første tildeling" in row[0])
    assert row == [
        "Første tildeling Fondet for ny teknologi", "March 2026", "at least 7 months ago",
        "Lillevik kommune", "August 2026", "1 source",
    ]  # fmt: skip
    assert "They belong to 2 measures, projects and funding schemes." in overdue.text
    assert "March 2026: Første tildeling (past its date)" in dates.text
    start = paper.blocks.index("Funding schemes", paper.blocks.index("Felles arkiv"))
    told = " ".join(paper.blocks[start:])
    for said in (
        "Fondet for ny teknologi", "March 2026: Første tildeling (we have not found",
        "2026: NOK 600,000", "December 11, 2025: Oppretter fondet. Decided by Lillevik kommune, "
        "case 91/25", "Last report (August 2026):", "Halve summen er betalt ut.",
    ):  # fmt: skip
        assert said in told


def test_a_scheme_without_late_dates_is_not_spoken_of(context: ViewContext) -> None:
    """The words of the list of what is late are those of what is in it."""
    (overdue,) = _pages(late, context).values()

    assert "They belong to 1 measure or project." in overdue.text


def test_the_front_page_leads_to_the_plan(context: ViewContext, tmp_path: Path) -> None:
    """Representatives find it first among what is not a goal, where there is one."""
    without = a_context(tmp_path, an_area(), a_goal(), a_measure(period={"start": "2026"}))

    assert [way.path for way in doors(context.graph, context)[0].ways] == [
        "goals/", "action-plan/", "late/",
    ]  # fmt: skip
    assert [way.path for way in doors(without.graph, without)[0].ways] == ["goals/", "late/"]


def test_work_without_costs_is_no_endless_list(
    context: ViewContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is too much of it, the lists of measures and projects have the rest."""
    monkeypatch.setattr(four_year_plan, "MAX_WITHOUT", 0)
    page = _pages(four_year_plan, context)["four-year-plan/"]

    assert "and 1 more: Measures , Projects" in page.text
    assert {"../measures/", "../projects/"} <= set(page.links)


@pytest.mark.parametrize("view", [action_plan, four_year_plan])
def test_each_plan_leads_to_its_workbook(view: ModuleType, context: ViewContext) -> None:
    """Every page of a plan links to the file with its tables, and no file is without a page."""
    made = [
        artifact
        for artifact in view.render(context.graph, context)
        if not artifact.path.endswith("/results/")
    ]
    files = {file.path: file.content for file in made if isinstance(file, DataFile)}
    linked = [
        context.resolve(page.path, path)
        for page, path in zip((page for page in made if isinstance(page, Page)), files, strict=True)
    ]
    pages = [read(page) for page in made if isinstance(page, Page)]

    assert all(link in page.links for link, page in zip(linked, pages, strict=True))
    titles = [ReadWorkbook(content).written.properties.title for content in files.values()]
    assert titles == [page.page.title for page in pages]


def test_open_data_names_the_workbooks(context: ViewContext) -> None:
    """All files of all plans, with the type of the format for programs."""
    page = _pages(open_data, context)["data/"]
    made = [
        *action_plan.render(context.graph, context),
        *four_year_plan.render(context.graph, context),
    ]
    files = [context.resolve("data/", file.path) for file in made if isinstance(file, DataFile)]

    assert [link for link in page.links if link.endswith(".xlsx")] == files
    assert page.page.linked_data.count("spreadsheetml.sheet") == len(files) == 7


def test_no_workbook_of_a_plan_that_is_switched_off(tmp_path: Path) -> None:
    """Nothing leads to a file that is not there."""
    settings = FILES["strategy/strategy.yml"] + "use: {four_year_plan: off}\n"
    files = FILES | {"strategy/strategy.yml": settings}
    source = MemorySource({path: text.encode() for path, text in files.items()})
    context = context_of(tmp_path, inspect_source(source, TODAY).graph, TODAY)
    (page,) = _pages(open_data, context).values()

    assert {link.split("/")[1] for link in page.links if link.endswith(".xlsx")} == {
        "handlingsplan"
    }


def test_results_of_a_year(context: ViewContext) -> None:
    """Third by third: what was reached and what was not, with a text to copy; no sum of a third is
    made of one of a year.
    """
    pages = _pages(action_plan, context)
    page = pages["action-plan/2026/results/"]

    assert page.page.title == "Results 2026"
    assert page.blocks[4].startswith("Costs in 2026: NOK 1,075,000 (operating NOK 175,000")
    assert page.blocks[4].endswith("so no part of a year has a sum of its own.")
    start = page.blocks.index("Third 2 of 2026")
    assert page.blocks[start + 1 : start + 4] == [
        "May 2026 to August 2026",
        "How many were under way at the end of the period, nobody can tell. No measure or "
        "project got the status “completed” in the period. Dated in it: 1 report. 1 milestone was "
        "not reached by its date.",
        "Reported",
    ]
    assert "Avtalen er klar (June 2026): we have not found that it was reached" in page.blocks
    assert page.text.count("Third 2 of 2026: How many were under way") == 1
    assert "../../../schemes/fondet/" in page.links
    for plan in ("action-plan/", "action-plan/2027/"):
        link = context.resolve(plan, "action-plan/2026/results/")
        assert link in pages[plan].links


def test_results_without_end_are_cut(context: ViewContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """A matter of very many entries says how many more there are, and only the newest years have
    results.
    """
    monkeypatch.setattr(action_plan, "MAX_ITEMS", 1)
    monkeypatch.setattr(results, "MAX_YEARS", 1)
    pages = _pages(action_plan, context)

    assert [path for path in pages if path.endswith("/results/")] == ["action-plan/2026/results/"]
    monkeypatch.setattr(results, "MAX_YEARS", 2)
    assert "and 1 more" in _pages(action_plan, context)["action-plan/2025/results/"].blocks


def test_the_workbook_of_a_year_has_its_results(context: ViewContext) -> None:
    """A row for everything that happened in the thirds of the year."""
    files = {
        file.path: file.content
        for file in action_plan.render(context.graph, context)
        if isinstance(file, DataFile)
    }
    book = ReadWorkbook(files["action-plan/action-plan-2026.xlsx"])

    assert book.values("Results period by period")[1:] == [
        ["January 2026 to April 2026", "Done", "funding scheme", "Fondet for ny teknologi",
         "The milestone “Første tildeling” is reached, March 10, 2026"],
        ["May 2026 to August 2026", "Reported", "funding scheme", "Fondet for ny teknologi",
         "New report for August 2026: “Halve summen er betalt ut.”"],
        ["May 2026 to August 2026", "Not reached by its date", "project", "Felles arkiv",
         "Avtalen er klar (June 2026): we have not found that it was reached"],
    ]  # fmt: skip
