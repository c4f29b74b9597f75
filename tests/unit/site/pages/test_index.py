"""Lists: choices with counts, and rows that carry what they are narrowed by."""

from __future__ import annotations

import re
from html import unescape

import pytest

from living_strategy.model import Body, Component, Framework, Network, Scheme
from living_strategy.site import list_choices
from living_strategy.site.pages.index import view as index
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.site.pages.conftest import Show

PARTS = (
    an_area(title="Area"), a_goal(), an_organisation(),
    Network.model_validate({"id": "nett", "title": "Network of Ås"}),
    a_measure(id="a", responsible=["ks"], audience=["leader", "staff"]),
    a_measure(id="b", responsible=["ks", "nett"], status="planned", period={"start": "2025"}),
)  # fmt: skip


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of two rows have filters."""
    monkeypatch.setattr(list_choices, "MAX_UNFILTERED", 1)


def choices(content: str) -> dict[str, list[str]]:
    """What can be chosen, by the name of the field."""
    return {
        name: [unescape(label) for label in re.findall(r"<option[^>]*>([^<]*)", options)]
        for name, options in re.findall(
            r'<select id="[^"]*" name="([^"]*)">(.*?)</select>', content
        )
    }


@pytest.mark.usefixtures("short")
def test_choices_are_those_that_rows_have_with_counts(show: Show) -> None:
    """Vocabularies keep their order, years run backwards, names follow the alphabet. What all rows
    have, as the area here, is no choice.
    """
    content = show(index, *PARTS)["measures/"].page.content

    assert choices(content) == {
        "status": ["All", "Planned (1)", "Ongoing (1)"],
        "responsible": ["All", "KS (2)", "Network of Ås (1)"],
        "audience": ["All", "Staff (1)", "Leader (1)"],
        "network": ["All", "Network of Ås (1)"],
        "year": ["All", "2026 (1)", "2025 (1)"],
    }


def test_a_list_of_a_screen_has_no_filters(show: Show) -> None:
    """It is read as quickly as a choice is made; with one row more it has them."""
    many = [a_measure(id=f"m{number:02}") for number in range(list_choices.MAX_UNFILTERED + 1)]
    kept, page = (
        show(index, an_area(), a_goal(), *measures)["measures/"].page
        for measures in (many[1:], many)
    )

    assert ["ls-filter" in made.content for made in (kept, page)] == [False, True]
    assert ["data-area" in made.content for made in (kept, page)] == [False, True]
    assert [made.script for made in (kept, page)] == ["", "filter.js"]


@pytest.mark.usefixtures("short")
def test_rows_carry_their_values(show: Show) -> None:
    """Several values stand side by side; a row without any has no attribute."""
    content = show(index, *PARTS)["measures/"].page.content

    rows = re.findall(r'<tr (data-[^"]*"[^>]*)>(?=<th scope="row">)', content)
    assert rows == [
        'data-area="omrade" data-status="ongoing" data-responsible="ks" '
        'data-audience="leader staff"',
        'data-area="omrade" data-status="planned" data-responsible="ks nett" '
        'data-network="nett" data-year="2025 2026"',
    ]


def test_columns_of_every_kind(show: Show) -> None:
    """Each kind has its own columns; on a phone every cell says which one it belongs to."""
    pages = show(
        index, an_area(summary="Kort"), a_goal(area="omrade"), an_organisation(),
        a_measure(responsible=["ks"]), a_project(lead="ks", phase="idea"),
        *(
            kind.model_validate({"id": kind.kind, "title": kind.kind} | fields)
            for kind, fields in (
                (Network, {"summary": "Nett"}), (Body, {"level": "political"}), (Scheme, {}),
                (Component, {"owner": "ks"}), (Framework, {}),
            )
        ),
    )  # fmt: skip

    assert {path: pages[path].tables[0] for path in sorted(pages)} == {
        "areas/": [["Title", "Summary", "Goals"], ["Område", "Kort", "1"]],
        "bodies/": [["Title", "Summary", "Level"], ["body", "", "Political"]],
        "components/": [
            ["Title", "Maturity", "Owner", "Projects"], ["component", "not stated", "KS", "0"]
        ],
        "frameworks/": [["Title", "Summary", "Goals that support it"], ["framework", "", "0"]],
        "goals/": [
            ["Title", "Priority area", "Standing", "Measures"], ["Mål", "Område", "Adopted", "1"]
        ],
        "measures/": [
            ["Title", "Status", "Goals", "Responsible", "Projects"],
            ["Tiltak", "Ongoing, undated", "Mål", "KS", "1"],
        ],
        "networks/": [["Title", "Summary", "Projects"], ["network", "Nett", "0"]],
        "organisations/": [
            ["Title", "Type", "Measures", "Projects"],
            ["KS", "Association", "1", "1"],
        ],
        "projects/": [
            ["Title", "Status", "Phase", "Lead", "Measures"],
            ["Prosjekt", "Ongoing, undated", "Idea", "KS", "Tiltak"],
        ],
        "schemes/": [["Title", "Summary", "Projects"], ["scheme", "", "0"]],
    }  # fmt: skip
    for page in pages.values():
        labels = re.findall(r'<td[^>]* data-label="([^"]*)"', page.page.content)
        assert labels == page.tables[0][0][1:]


def test_long_lists_say_that_choices_apply_to_the_page(show: Show) -> None:
    """Choices and counts are those of the rows that are there."""
    dates = [{"status_date": "2026"}, {}]
    many = [
        a_project(id=f"p{number:03}", **dates[number % 2]) for number in range(index.MAX_ROWS + 20)
    ]
    pages = show(index, an_area(), a_goal(), a_measure(), *many)

    assert ("The list goes over several pages. The choices apply to this page only.") in pages[
        "projects/"
    ].blocks
    assert choices(pages["projects/page-2/"].page.content)["status"] == [
        "All", "Ongoing (20)", "Ongoing, confirmed since 2024 (10)",
    ]  # fmt: skip
    assert "The choices apply" not in pages["measures/"].text


def test_a_status_says_from_which_year_it_is(show: Show) -> None:
    """An old status would look like one of today."""
    pages = show(
        index, an_area(), a_goal(),
        a_measure(id="a", title="A", status="ongoing", status_date="2021-03"),
        a_measure(id="b", title="B", status="ongoing", status_date=None),
    )  # fmt: skip

    assert [row[1] for row in pages["measures/"].tables[0][1:]] == [
        "Ongoing, last confirmed 2021", "Ongoing, undated",
    ]  # fmt: skip
