"""Front page: what came of it, what is late, what comes, and where each reader may go."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from living_strategy.history.event import NO_HISTORY
from living_strategy.model import Network, Scheme
from living_strategy.site import list_choices
from living_strategy.site.pages.changes import view as changes
from living_strategy.site.pages.front import view as front
from living_strategy.site.pages.late import view as late
from tests.factories import a_goal, a_measure, a_project, an_area, context_of
from tests.reported_year import reported_graph, reported_history
from tests.unit.site.pages.conftest import Show
from tests.unit.site.pages.overviews import Read, pages_of

PARTS = (an_area(), a_goal(), a_measure(), a_project(status="completed"))
NETWORK = Network.model_validate({"id": "nett", "title": "Network of Ås"})
SCHEME = Scheme.model_validate({"id": "digifin", "title": "DigiFin"})


MEASURED = {
    "id": "users", "title": "Users", "unit": "count", "direction": "up",
    "baseline": {"date": "2018", "value": 10, "source": "https://www.ks.no"},
    "values": [{"date": "2020", "value": 25, "source": "https://www.ks.no"}],
}  # fmt: skip
ONCE = {key: MEASURED[key] for key in MEASURED if key != "values"} | {"id": "o", "title": "Once"}


def headings(content: str) -> list[str]:
    """The headings of the second level, in order."""
    return re.findall(r"<h2[^>]*>(?:<svg.*?</svg>)?([^<]*)", content)


def test_the_first_screen_asks_and_answers(show: Show) -> None:
    """What it is, a field to search in, and what came of it; the rest comes after."""
    page = show(
        front, an_area(), a_goal(indicators=[MEASURED]), *PARTS[2:], NETWORK, summary="In short."
    )[""]

    assert page.blocks[:2] == ["Strategy", "In short."]
    assert headings(page.page.content) == [
        "My municipality", "How it has gone", "Priority areas", "What do you want to do?",
        "Where the work stands", "More overviews",
    ]  # fmt: skip
    content = page.page.content
    places = [content.index(part) for part in ('action="search/"', "ls-place", "ls-outcomes")]
    assert places == sorted(places)
    assert ("25", "Right way: up from 10 in 2018", "2020 · Source: ks.no") in zip(
        page.blocks, page.blocks[1:], page.blocks[2:], strict=False
    )
    assert {"goals/mal/#ls-indicator-users", "results/"} <= set(page.links)
    assert "All results (1)" in page.blocks


def test_blocks_without_content_are_not_there(show: Show) -> None:
    """A strategy of one goal has no results, no dates, no municipalities to look up."""
    page = show(front, an_area(), a_goal(standing="proposed"))[""]

    assert headings(page.page.content) == [
        "Priority areas", "What do you want to do?", "More overviews",
    ]  # fmt: skip
    assert "results/" not in page.links
    assert "ls-place" not in page.page.content
    assert headings(show(front)[""].page.content) == ["What do you want to do?", "More overviews"]


def test_what_settings_name_is_shown(show: Show) -> None:
    """A result may be measured once; an area is stood for by another one, if there is any."""
    goal = a_goal(indicators=[MEASURED, ONCE])
    page = show(front, an_area(), goal, results=["mal/o"])[""]

    assert ("10", "Measured once", "2018 · Source: ks.no") in zip(
        page.blocks, page.blocks[1:], page.blocks[2:], strict=False
    )
    assert "25 2020 Users: up from 10 in 2018" in page.text
    assert page.links.index("goals/mal/#ls-indicator-o") < page.links.index("results/")


def test_an_area_without_results_says_so(show: Show) -> None:
    """Its summary stands in place of a number."""
    page = show(front, an_area(summary="For people."), a_goal())[""]

    assert ("For people.", "1 goal · no measures yet · nothing is measured") in pairwise(
        page.blocks
    )


def test_work_is_counted_below_the_results(show: Show) -> None:
    """By status, with how old the facts are."""
    page = show(front, *PARTS)[""]

    assert ("Projects by status", "Completed 1") in pairwise(page.blocks)
    assert (
        "The facts are from 2024. 1 of the 1 under way was last confirmed before 2024, or"
        " has no date: it may be over."
    ) in page.blocks


def doors(page: Read) -> list[tuple[str, str]]:
    """The headings of the doors and their ways, in order."""
    _, _, html = page.page.content.partition('<div class="ls-doors">')
    return re.findall(r"<h3>([^<]*)|<li><a href=\"([^\"]*)", html.partition("</section>")[0])


def test_doors_are_made_of_what_there_is(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """At most three ways each, with the parameters that lists with filters read."""
    monkeypatch.setattr(list_choices, "MAX_UNFILTERED", 0)
    audience = a_measure(id="t", audience=["municipality"])
    project = a_project(id="p")
    page = show(front, *PARTS, audience, project, NETWORK, SCHEME)[""]

    assert doors(page) == [
        ("For elected representatives", ""), ("", "goals/?standing=adopted"), ("", "late/"),
        ("", "financing/"), ("For leaders", ""), ("", "measures/?audience=municipality"),
        ("", "projects/?status=ongoing"), ("For everybody", ""), ("", "data/"),
    ]  # fmt: skip
    assert doors(show(front)[""]) == [("For everybody", ""), ("", "data/")]


def test_a_door_leads_to_changes_that_are_known(tmp_path: Path) -> None:
    """Without a history there is no page of changes to lead to."""
    for known, history in ((True, reported_history()), (False, NO_HISTORY)):
        context = context_of(tmp_path, reported_graph(), history=history)
        ways = {path for _, path in doors(pages_of(front, context)[""])}
        assert (context.addresses.view("changes") in ways) is known
        assert (context.addresses.view("changes") in pages_of(changes, context)) is known


def test_no_door_leads_to_late_work_where_all_is_retired(show: Show) -> None:
    """There is no page of what is late then, and no timeline to look at."""
    retired = {"date": "2025", "reason": "Slått sammen."}
    entries = (an_area(), a_goal(), a_measure(retired=retired))

    assert not {"late/", "timeline/"} & set(show(front, *entries)[""].links)
    assert show(late, *entries) == {}


def test_doors_are_those_of_the_settings(show: Show) -> None:
    """To an entry, by its id now or earlier, or to an address with what follows it."""
    given = [
        {"who": "For folkevalgte", "ways": [
            {"what": "Se målet", "to": "gammelt-mal"},
            {"what": "Se hva som er vedtatt", "to": "goals/?standing=adopted#ls-title"},
        ]},
    ]  # fmt: skip
    page = show(front, an_area(), a_goal(aliases=["gammelt-mal"]), doors=given)[""]

    assert doors(page) == [
        ("For folkevalgte", ""), ("", "goals/mal/"), ("", "goals/?standing=adopted#ls-title"),
    ]  # fmt: skip


def test_what_is_retired_is_not_on_the_front_page(show: Show) -> None:
    """Its page stays, but it counts for nothing, and nothing of it is to come."""
    retired = {"date": "2025", "reason": "Slått sammen."}
    planned = [{"title": "Avlyst oppstart", "date": "2099"}]
    page = show(
        front, *PARTS, an_area(id="b", title="Avviklet område", retired=retired),
        a_goal(id="c", retired=retired), a_goal(id="d", area="b", retired=retired),
        a_measure(
            id="u", retired=retired, milestones=planned, audience=["leader"],
            updates=[{"date": "2024", "text": "Avsluttet."}],
        ),
    )[""]  # fmt: skip
    without = show(front, *PARTS)[""]

    assert page.text == without.text
    assert page.links == without.links


def test_what_is_under_way_is_counted_by_age(show: Show) -> None:
    """The span of the facts, and how many may be over, stand beside the numbers."""
    page = show(
        front, an_area(), a_goal(), a_measure(status_date="2026", as_of="2026-01"),
        a_measure(id="t", status_date="2021", as_of="2021"), a_measure(id="u", as_of="2017"),
    )[""]  # fmt: skip

    assert (
        "Measures by status",
        "Ongoing 3 (1 confirmed since 2024, 1 older, 1 undated)",
    ) in pairwise(page.blocks)
    assert (
        "The oldest facts are from 2017, the newest from January 2026. 2 of the 3 under "
        "way were last confirmed before 2024, or have no date: some may be over."
    ) in page.blocks
    assert "completed" not in page.text


def test_what_comes_and_what_is_late(show: Show) -> None:
    """Open milestones that lie ahead come next, those behind are late; neither is ever hidden."""
    steps = [{"title": "Behind", "date": "2020"}, {"title": "Ahead", "date": "2027"}]
    page = show(front, an_area(), a_goal(), a_measure(milestones=steps))[""]

    late = page.text.index("Past the date")
    coming = page.text.index("Next milestones")
    assert late < page.text.index("Behind") < coming < page.text.index("Ahead")
    assert "Next milestones" not in show(front, *PARTS)[""].text


def test_a_small_strategy_offers_no_empty_pages(show: Show) -> None:
    """A municipality with two goals of its own has no use for networks and grants of others."""
    page = show(front, an_area(), a_goal(standing="proposed"))[""]

    assert not {"financing/", "involvement/", "municipalities/", "coverage/"} & set(page.links)
    assert "goals/" in page.links
    assert "My municipality" not in page.text
