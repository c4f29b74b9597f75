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
    """For a measure where there are measures, or nothing yet."""
    offered = {
        name: [form.name for form in proposals(a_graph(*parts), Language.load("en"))]
        for name, parts in {
            "empty": (an_area(),),
            "measures": (an_area(), a_goal(), a_measure()),
            "projects": (an_area(), a_project()),
        }.items()
    }

    assert offered == {
        "empty": [CHANGE, STATUS, MEASURE],
        "measures": [CHANGE, STATUS, MEASURE],
        "projects": [CHANGE, STATUS],
    }


def test_statuses_are_chosen_by_their_words() -> None:
    """All of them, each by another word."""
    words = statuses(Language.load("nb"))

    assert list(words) == ["Foreslått", "Planlagt", "Pågår", "Fullført", "På pause", "Stanset"]
    assert words["Pågår"] == "ongoing"
