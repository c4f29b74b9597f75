"""Front page: where it stands in words, three doors, what is late and what comes."""

from __future__ import annotations

from itertools import pairwise

from living_strategy.model import Network, Scheme
from living_strategy.site.pages.front import view as front
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.site.pages.conftest import Show

PARTS = (an_area(), a_goal(), a_measure(), a_project(status="completed"))
NETWORK = Network.model_validate({"id": "nett", "title": "Network of Ås"})
SCHEME = Scheme.model_validate({"id": "digifin", "title": "DigiFin"})


def test_numbers_stand_in_words_before_the_picture(show: Show) -> None:
    """A reader has the answer before any figure."""
    page = show(front, *PARTS)[""]

    assert (
        "There is 1 measure, and 0 has a status from 2024 or later. 1 of 1 joint project "
        "is completed. 1 of 1 goal is adopted."
    ) in page.blocks
    assert page.text.index("1 of 1 joint project") < page.text.index("Joint projects by status")
    assert ("Joint projects by status", "Completed 1") in pairwise(page.blocks)
    assert (
        "The facts are from 2024. 1 of the 1 under way was last confirmed before 2024, or"
        " has no date: it may be over."
    ) in page.blocks


def test_three_doors_lead_to_lists_with_choices_made(show: Show) -> None:
    """Links carry the parameters that the lists read; empty registers are not offered."""
    audience = a_measure(id="t", audience=["municipality"])
    page = show(front, *PARTS, audience, NETWORK, SCHEME)[""]

    assert {
        "goals/?standing=adopted", "measures/?audience=municipality", "projects/?status=ongoing",
        "financing/", "timeline/", "municipalities/",
    } <= set(page.links)  # fmt: skip
    doors = ("For elected representatives", "For leaders and IT", "For everybody")
    assert [block for block in page.blocks if block in doors] == list(doors)
    assert "bodies/" not in page.links
    assert "components/" not in page.links


def test_no_door_leads_to_an_empty_list(show: Show) -> None:
    """Measures for an audience are offered when there are some."""
    without = show(front, *PARTS)[""]
    leaders = show(front, *PARTS, a_measure(id="t", audience=["leader"]))[""]

    assert not [link for link in without.links if "audience" in link]
    assert [link for link in leaders.links if "audience" in link] == ["measures/?audience=leader"]


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
        "There are 3 measures, and 1 of them have a status from 2024 or later. 1 of 1 "
        "goal is adopted."
    ) in page.blocks
    assert (
        "Measures by status",
        "Ongoing 3 (1 confirmed since 2024, 1 older, 1 undated)",
    ) in pairwise(page.blocks)
    assert (
        "The oldest facts are from 2017, the newest from January 2026. 2 of the 3 under "
        "way were last confirmed before 2024, or have no date: some may be over."
    ) in page.blocks
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
    assert "#ls-late" in page.links
    assert "No milestone that lies ahead" not in page.text
    assert "No milestone that lies ahead is registered." in show(front, *PARTS)[""].blocks


def test_a_small_strategy_offers_no_empty_pages(show: Show) -> None:
    """A municipality with two goals of its own has no use for networks and grants of others."""
    page = show(front, an_area(), a_goal(standing="proposed"))[""]

    assert not {"financing/", "involvement/", "municipalities/", "coverage/"} & set(page.links)
    assert "goals/" in page.links
    assert "My municipality" not in page.text
