"""Where a reader meets national goals besides their own pages: lists, map, plans, status, print."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from living_strategy.artifact import DataFile, Page
from living_strategy.figures.presence import overviews_with_content
from living_strategy.inspection import Inspection
from living_strategy.language import Language
from living_strategy.model.catalogue import described
from living_strategy.papers.status.report_words import national_words
from living_strategy.publication import Publication
from living_strategy.site.context import ViewContext
from living_strategy.site.pages.action_plan import view as action_plan
from living_strategy.site.pages.index import view as index
from living_strategy.site.pages.late import view as late
from living_strategy.site.pages.printout import view as printout
from living_strategy.site.pages.status import view as status
from living_strategy.site.pages.strategy_map import view as strategy_map
from living_strategy.upstream.national_goals import national_goals
from tests.factories import TODAY, inspect_files, valid_files
from tests.national import a_catalogue, a_national_goal, pinned_files
from tests.unit.papers.workbooks import ReadWorkbook
from tests.unit.site.pages.overviews import Read, read

SETTINGS = "strategy/strategy.yml"
NATIONAL = "upstream: [{name: ks, title: Nasjonalt}]\n"
AREA = described("area", {"id": "tillit", "title": "Tillit", "number": "1"}, "0" * 64)
CATALOGUE = a_catalogue(a_national_goal(), a_national_goal("data", title="Deling av data"), AREA)
WORK = """\
title: {title}
{serves}
status: ongoing
period: {{start: 2026, end: 2027}}
costs: [{{year: 2026, operating: 1000}}]
as_of: 2024
sources: [{{title: Kilden, publisher: KS}}]
"""
# One hangs on a national goal alone, one on a national area alone.
ALONE = {
    "measures/alene.yml": WORK.format(title="Alene", serves="goals: [ks:personvern]"),
    "measures/omradet.yml": WORK.format(title="For området", serves="areas: [ks:tillit]"),
    "projects/under.yml": WORK.format(title="Under", serves="measures: [alene]"),
    "projects/rett.yml": WORK.format(title="Rett på", serves="goals: [ks:data]"),
}
PLANNED = "state: planned\nplanned: 2026-03\nnext_review: 2026-12\n"


def inspected(files: dict[str, str], **records: str) -> Inspection:
    """The valid strategy in bokmål that follows another one, with these files and records."""
    written = str(valid_files()[SETTINGS]).replace("language: en", "language: nb")
    return inspect_files(
        pinned_files(CATALOGUE)
        | {SETTINGS: f"{written}{NATIONAL}", **files}
        | {f"adoption/ks/{name}.yml": text for name, text in records.items()}
    )


def publication(files: dict[str, str], **records: str) -> Publication:
    """What is published of it."""
    inspection = inspected(files, **records)
    assert not inspection.has_errors, inspection.diagnostics
    return Publication(Path("/nowhere"), inspection, TODAY)


def shown(view: ModuleType, files: dict[str, str], **records: str) -> Read:
    """The first page of a view."""
    return first_page(view, publication(files, **records))


def first_page(view: ModuleType, made: Publication) -> Read:
    """The first page of a view of what is published."""
    artifacts = view.render(made.graph, made.context)
    return next(read(page) for page in artifacts if isinstance(page, Page))


def measures(files: dict[str, str], **records: str) -> Read:
    """The list of measures."""
    made = publication(files, **records)
    artifacts = index.render(made.graph, made.context)
    return next(read(page) for page in artifacts if page.path == "tiltak/")


def row(page: Read, title: str) -> list[str]:
    """The first row of a table that begins with a title."""
    return next(cells for table in page.tables for cells in table if cells[0].startswith(title))


def test_a_list_has_what_an_entry_serves_above() -> None:
    """In a column of its own, with the link to the page here."""
    page = measures(ALONE)

    assert page.tables[0][0].count("I den nasjonale strategien") == 1
    assert "Innebygd personvern" in row(page, "Alene")
    assert "Tillit" in row(page, "For området")
    assert "../nasjonale-mal/ks/personvern/" in page.links
    assert "I den nasjonale strategien" not in measures({}).tables[0][0]


def test_a_long_list_is_filtered_by_what_is_served_above() -> None:
    """By the title of the goal; each row says what it serves."""
    many = {
        f"measures/nummer-{number}.yml": WORK.format(
            title=f"Nummer {number}", serves="goals: [ks:data]" if number % 2 else "goals: [mal]"
        )
        for number in range(20)
    }
    html = measures(ALONE | many).page.content

    assert '<option value="ks:data">Deling av data (10)</option>' in html
    assert '<option value="ks:tillit">Tillit (1)</option>' in html
    assert html.count('data-nasjonalt="ks:data"') == 10


def test_the_map_has_what_hangs_on_national_goals() -> None:
    """Below each goal and area, with the projects; nothing of it is said to hang on nothing."""
    page = shown(strategy_map, ALONE, personvern="state: adopted\n")

    assert "Arbeid for nasjonale mål" in page.blocks
    trees = re.findall(r"<summary>([^<]+) <span.*?<ul class=\"ls-tree\">(.*?)</ul>\s*</details>",
                       page.page.content, re.S)  # fmt: skip
    below = {title: re.findall(r">([^<>]+)</a>", tree) for title, tree in trees}
    assert below["Innebygd personvern"] == ["Alene", "Under"]
    assert below["Deling av data"] == ["Rett på"]
    assert below["Tillit"] == ["For området"]
    assert "Vedtatt" in page.text
    assert "ikke knyttet til noe satsingsområde" not in page.text
    # What hangs on a national goal alone is counted, too.
    assert "3 tiltak" in page.blocks[3]


def test_a_strategy_of_national_work_alone_has_a_map() -> None:
    """It stands in the menu, though no area here has anything."""
    files = {"goals/mal.md": None, "measures/tiltak.md": None, "projects/prosjekt.yml": None}
    inspection = inspect_files(
        pinned_files(CATALOGUE)
        | {SETTINGS: f"{valid_files()[SETTINGS]}{NATIONAL}", **ALONE, **files}
    )
    assert not inspection.has_errors, inspection.diagnostics
    page = first_page(strategy_map, Publication(Path("/nowhere"), inspection, TODAY))

    assert "Work for national goals" in page.blocks
    assert "map" in overviews_with_content(inspection.graph)


def test_sums_have_a_place_for_it() -> None:
    """The action plan counts it without area, and says what it serves."""
    page = shown(action_plan, ALONE)

    assert "Uten satsingsområde" in page.blocks
    assert "I den nasjonale strategien: Innebygd personvern" in row(page, "Alene")[0]
    assert row(page, "Rett på")[0].endswith("Deling av data")


def test_the_action_plan_has_the_dates_of_national_goals() -> None:
    """Those of its year, the oldest first."""
    page = shown(action_plan, ALONE, data=PLANNED)

    assert "Nasjonale mål som skal tas opp i 2026" in page.blocks
    dates = [cells[2:4] for cells in page.tables[-1][1:]]
    assert dates == [["Vedta eller begynne", "mars 2026"], ["Vurdere på nytt", "desember 2026"]]
    later = shown(action_plan, ALONE, data=PLANNED.replace("2026", "2029"))
    assert "Nasjonale mål som skal tas opp i 2026" not in later.blocks


def test_the_workbook_has_what_it_serves() -> None:
    """On a sheet of its own, which a strategy that serves nothing above has not."""
    sheet = "I den nasjonale strategien"

    assert ["Alene", "Innebygd personvern", "Nasjonalt"] in workbook(ALONE).values(sheet)
    costs = {"measures/tiltak.md": f"---\n{WORK.format(title='T', serves='goals: [mal]')}---\n"}
    assert sheet not in workbook(costs).names


def workbook(files: dict[str, str]) -> ReadWorkbook:
    """The workbook of the action plan."""
    made = publication(files)
    artifacts = action_plan.render(made.graph, made.context)
    return next(ReadWorkbook(file.content) for file in artifacts if isinstance(file, DataFile))


def test_what_should_have_been_taken_up_is_late() -> None:
    """Beside what else is late, with how long ago it was; with nothing there is no part of it."""
    page = shown(late, {}, data=PLANNED, personvern="state: adopted\nnext_review: 2026-10-01\n")

    assert "Nasjonale mål som skal tas opp igjen: 2" in page.blocks
    assert [cells[:1] + cells[2:5] for cells in page.tables[-1][1:]] == [
        ["Deling av data", "Vedta eller begynne", "mars 2026", "minst 7 måneder siden"],
        ["Innebygd personvern", "Vurdere på nytt", "1. oktober 2026", "1 måned siden"],
    ]
    assert page.page.in_menu
    assert "Nasjonale mål" not in shown(late, {}, data="state: adopted\n").text


def test_the_status_says_what_is_lacking() -> None:
    """With the goals that lack it, and how many nobody has treated."""
    page = shown(status, {}, data=PLANNED)

    assert "2 nasjonale mål: 1 planlagt eller under vurdering, 1 ikke behandlet." in page.blocks
    assert "Datoen det var planlagt til, er passert. Deling av data" in page.blocks
    alone = Publication(Path("/nowhere"), inspect_files({}), TODAY)
    assert "National goals" not in first_page(status, alone).text


def test_the_print_ends_with_what_is_decided() -> None:
    """Every goal with its state, and with each measure what it serves."""
    record = "state: declined\nreason: Nei takk.\ndecision: {body: Styret, date: 2026-06-18}\n"
    page = shown(printout, ALONE, personvern=record)

    assert [cells[:2] for cells in page.tables[-1][1:]] == [
        ["Deling av data", "Ikke behandlet"],
        ["Innebygd personvern", "Avslått"],
    ]
    assert "Styret, 18. juni 2026" in page.text
    assert "Nei takk." in page.text
    assert page.text.count("I den nasjonale strategien") == 3


@pytest.mark.parametrize("wrong", ["ks:personvern", "ks:ukjent"])
def test_what_is_no_area_above_is_a_finding(wrong: str) -> None:
    """So is a national area that does not exist."""
    found = inspected(
        {"measures/feil.yml": WORK.format(title="Feil", serves=f"areas: [{wrong}]")}
    ).diagnostics

    assert [finding.code for finding in found if finding.severity.value == "error"] == [
        "unknown-upstream-reference"
    ]


def test_a_local_title_is_used_everywhere() -> None:
    """What a goal is called here stands on links from the measures, too."""
    record = (
        "state: adapted\nreason: Vårt.\n"
        f"overlays: [{{field: title, text: Vårt personvern, base: {'b' * 64}}}]\n"
    )
    assert "Vårt personvern" in row(measures(ALONE, personvern=record), "Alene")


def test_a_paper_says_the_same() -> None:
    """What is decided, and then what is lacking, in sentences."""
    read_files = inspected({}, data=PLANNED)
    (goals,) = national_goals(read_files.graph, TODAY)

    assert national_words(goals, Language.load("nb")) == (
        "Nasjonalt: 2 nasjonale mål: 1 planlagt eller under vurdering, 1 ikke behandlet.",
        "Datoen det var planlagt til, er passert. Deling av data",
    )


def test_a_link_to_what_does_not_exist_is_its_words() -> None:
    """Nothing is lost, and nothing leads astray."""
    context: ViewContext = publication({}).context
    helpers = context.helpers_for("")

    assert str(helpers.national("ks:ukjent")) == "ks:ukjent"
    assert str(helpers.national("ks:ukjent", "<ord>")) == "&lt;ord&gt;"
