"""Answers: what stands below the questions of an issue."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from living_strategy.proposals.answers import issue_text, letter_text, read_answers
from living_strategy.proposals.questions import Proposal, Question
from tests.examples import examples

FORM = Proposal(
    "status",
    "Report",
    "How it is going",
    (
        Question("entry", "Which page?", "The last word", is_required=True),
        Question("status", "Status?", choices=("Under way", "Done")),
        Question("reason", "Why?", is_long=True),
    ),
)


def test_text_to_fill_in() -> None:
    """Choices and help stand where nobody sees them afterwards."""
    assert issue_text(FORM, {"entry": "course"}) == (
        "### Which page?\n\n<!-- The last word -->\n\ncourse\n\n"
        "### Status?\n\n<!-- Under way, Done -->\n\n\n\n"
        "### Why?\n\n\n"
    )


def test_letter_to_fill_in() -> None:
    """A letter has no comments: what can be chosen stands in the open."""
    assert letter_text(FORM, {"entry": "course"}) == (
        "Which page? (The last word)\ncourse\n\nStatus? (Under way, Done)\n\n\nWhy?\n\n"
    )


def test_answers_are_read_as_the_host_writes_them() -> None:
    """With the line ends of a browser, what was left open, and what others wrote below."""
    text = (
        "### Which page?\r\n\r\ncourse\r\n\r\n### Status?\r\n\r\nUnder way\r\n\r\n"
        "### Why?\r\n\r\n_No response_\r\n\r\n### Signed\r\n\r\nsomebody"
    )

    assert read_answers(text, FORM) == {"entry": "course", "status": "Under way"}


def test_first_answer_counts() -> None:
    """A heading that is repeated in an answer changes nothing that was said above it."""
    text = "### Which page?\n\ncourse\n\n### Why?\n\nA\n\n### Which page?\n\nother\n"

    assert read_answers(text, FORM) == {"entry": "course", "reason": "A"}
    assert read_answers("", FORM) == read_answers("no headings", FORM) == {}


WORDS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="#<>_"), min_size=1)


@examples(50)
@given(st.dictionaries(st.sampled_from(["entry", "status", "reason"]), WORDS))
def test_what_is_written_is_read(answers: dict[str, str]) -> None:
    """Answers come back as they were given."""
    assert read_answers(issue_text(FORM, answers), FORM) == answers
