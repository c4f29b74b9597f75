"""The page of who leads what: counts that lead to their lists, with their ages."""

from __future__ import annotations

import re

from living_strategy.model import Component
from living_strategy.site.pages.leads import view as leads
from tests.factories import a_goal, a_measure, a_project, an_area, an_organisation
from tests.unit.site.pages.conftest import Show

HEAD = ["Who", "What", "How new the measures and projects are"]


def test_a_line_says_what_and_how_new(show: Show) -> None:
    """Counts lead to the list of just those; the bar is for the eyes alone."""
    fiks = Component.model_validate({"id": "fiks", "title": "Fiks", "owner": "ks"})
    page = show(
        leads, an_area(), a_goal(), an_organisation(title="KS"), fiks,
        a_measure(responsible=["ks"], status_date="2025"), a_measure(id="u", responsible=["ks"]),
        a_project(lead="ks", status="completed"), a_project(id="q"),
    )["leads/"]  # fmt: skip

    assert "1 answers for, leads or owns something. Most is with KS: 4." in page.blocks
    assert page.tables == [[
        HEAD,
        ["KS", "2 measures, 1 project, 1 shared solution",
         "1 confirmed since 2024, 1 older or without a date, 1 over"],
        ["Nobody responsible", "1 project", "1 older or without a date"],
    ]]  # fmt: skip
    assert [link for link in page.links if "?" in link] == [
        "../measures/?responsible=ks", "../projects/?responsible=ks",
        "../components/?responsible=ks",
    ]  # fmt: skip
    bars = re.findall(
        r'<svg class="ls-lead-bar" aria-hidden="true".*?</svg>', page.page.content, re.S
    )
    assert [re.findall(r'class="ls-lead--(\w+)" x="([\d.]+)%" y="1" width="([\d.]+)%"', bar)
            for bar in bars] == [
        [("confirmed", "0", "24.5"), ("older", "24.5", "24.5"), ("closed", "49.0", "24.5"),
         ("owned", "73.5", "24.5")],
        [("older", "0", "24.5")],
    ]  # fmt: skip
    assert page.page.in_menu


def test_without_anybody_it_is_said(show: Show) -> None:
    """And the page stands in no menu; without anything to lead there is none."""
    page = show(leads, an_area(), a_goal(), a_measure())["leads/"]

    assert "Nobody is stated as responsible for anything." in page.blocks
    assert not page.page.in_menu
    assert show(leads, an_area(), a_goal(), an_organisation()) == {}


def test_many_lines_go_over_pages(show: Show) -> None:
    """Each stands on one of them."""
    many = [an_organisation(id=f"o{number:03}") for number in range(leads.MAX_ROWS + 1)]
    measures = [
        a_measure(id=f"t{number:03}", responsible=[holder.id]) for number, holder in enumerate(many)
    ]
    pages = show(leads, an_area(), a_goal(), *many, *measures)

    assert {path: len(page.tables[0]) - 1 for path, page in pages.items()} == {
        "leads/": leads.MAX_ROWS, "leads/page-2/": 1,
    }  # fmt: skip
