"""Questions: which forms a strategy offers, in its own words."""

from __future__ import annotations

import pytest

from living_strategy.language import LANGUAGES, Language
from living_strategy.proposals.questions import CHANGE, MEASURE, STATUS, proposals, statuses
from tests.factories import a_goal, a_graph, a_measure, a_project, an_area


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_tell_questions_apart(code: str) -> None:
    """An answer is found by its label again."""
    for form in proposals(a_graph(an_area(), a_goal()), Language.load(code)):
        labels = [question.label for question in form.questions]

        assert len(set(labels)) == len(labels), form.name
        assert all(label.strip() == label and "\n" not in label for label in labels)


def test_a_strategy_is_asked_about_what_it_has() -> None:
    """For a measure where there are measures, or nothing yet; goals that are retired cannot be
    chosen, and two of one title are one choice.
    """
    retired = a_goal(id="c", title="Old", retired={"date": "2026", "reason": "Done"})
    goals = a_goal(id="a", title="Same"), a_goal(id="b", title="Same"), retired
    english = Language.load("en")
    offered = {
        name: proposals(a_graph(*parts), english)
        for name, parts in {
            "empty": (an_area(),),
            "measures": (an_area(), *goals, a_measure(goals=["a"])),
            "projects": (an_area(), a_project()),
        }.items()
    }

    assert {name: [form.name for form in forms] for name, forms in offered.items()} == {
        "empty": [CHANGE, STATUS, MEASURE],
        "measures": [CHANGE, STATUS, MEASURE],
        "projects": [CHANGE, STATUS],
    }
    asked = {question.id: question for question in offered["measures"][2].questions}
    assert asked["goal"].choices == ("Same",)
    assert "goal" not in {question.id for question in offered["empty"][2].questions}


def test_statuses_are_chosen_by_their_words() -> None:
    """All of them, each by another word."""
    words = statuses(Language.load("nb"))

    assert list(words) == ["Foreslått", "Planlagt", "Pågår", "Fullført", "På pause", "Stanset"]
    assert words["Pågår"] == "ongoing"
