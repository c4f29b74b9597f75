"""Front page: where it stands in words, three doors, what is late and what comes."""

from __future__ import annotations

from living_strategy.views import front
from tests.factories import a_goal, a_measure, a_project, an_area
from tests.unit.views.conftest import Show

PARTS = (an_area(), a_goal(), a_measure(), a_project(status="completed"))


def test_numbers_stand_in_words_before_the_picture(show: Show) -> None:
    """A reader has the answer before any figure."""
    page = show(front, *PARTS)[""]

    assert "0 of 1 measure is completed. 1 of 1 joint project is completed." in page.text
    assert "1 of 1 goal is adopted." in page.text
    assert page.text.index("1 of 1 joint project") < page.text.index("Joint projects by status")
    assert "<title>Joint projects by status</title><desc>Completed 1</desc>" in page.page.content
    assert "The newest facts are from 2024." in page.text


def test_three_doors_lead_to_lists_with_choices_made(show: Show) -> None:
    """Links carry the parameters that the lists read; empty registers are not offered."""
    page = show(front, *PARTS)[""]

    assert {
        "goals/?standing=adopted", "measures/?audience=municipality", "projects/?status=ongoing",
        "financing/", "timeline/", "municipalities/",
    } <= set(page.links)  # fmt: skip
    for door in ("For elected representatives", "For leaders and IT", "For everybody"):
        assert door in page.text
    assert "bodies/" not in page.links
    assert "components/" not in page.links


def test_what_comes_and_what_is_late(show: Show) -> None:
    """Open milestones that lie ahead come next, those behind are late; neither is ever hidden."""
    steps = [{"title": "Behind", "date": "2020"}, {"title": "Ahead", "date": "2027"}]
    page = show(front, an_area(), a_goal(), a_measure(milestones=steps))[""]

    late = page.text.index("Past the date")
    coming = page.text.index("Next milestones")
    assert late < page.text.index("Behind") < coming < page.text.index("Ahead")
    assert "#ls-late" in page.links
    assert "No milestone that lies ahead" not in page.text
    assert "No milestone that lies ahead" in show(front, *PARTS)[""].text


def test_the_look_up_works_as_a_form_without_script(show: Show) -> None:
    """It leads to the page that lists every municipality, and keeps what was typed."""
    content = show(front, *PARTS)[""].page.content

    assert 'action="municipalities/"' in content
    assert 'name="municipality"' in content
    assert 'data-places="municipalities/places.json"' in content
    assert '<p class="ls-small" role="status"></p>' in content


def test_an_empty_strategy_has_a_front_page(show: Show) -> None:
    """Nothing is registered yet, and nothing breaks."""
    assert "0 of 0 measures are completed." in show(front)[""].text
