"""The text of an issue that asks and answers: headings with the questions, the answers below them.

GitHub writes it so from an issue form, with `_No response_` below what was left open; for GitLab we
write it ourselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from living_strategy.proposals.questions import Proposal

_HEADING = re.compile(r"^###[ \t]+(.+?)[ \t]*#*[ \t]*$", re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_NO_ANSWER = "_No response_"


def issue_text(proposal: Proposal, answers: Mapping[str, str]) -> str:
    """Return the text to fill in, with the answers that are known, by question. Choices stand in a
    comment, which nobody sees when the issue is written.
    """
    parts = []
    for question in proposal.questions:
        hint = ", ".join(question.choices) or question.help
        lines = [f"### {question.label}", ""]
        if hint:
            lines += [f"<!-- {hint} -->", ""]
        parts.append("\n".join([*lines, answers.get(question.id, ""), ""]))
    return "\n".join(parts)


def letter_text(proposal: Proposal, answers: Mapping[str, str]) -> str:
    """Return the questions as the text of a letter, with what can be chosen in parentheses."""
    parts = []
    for question in proposal.questions:
        hint = ", ".join(question.choices) or question.help
        label = f"{question.label} ({hint})" if hint else question.label
        parts.append(f"{label}\n{answers.get(question.id, '')}\n")
    return "\n".join(parts)


def read_answers(text: str, proposal: Proposal) -> dict[str, str]:
    """Return the answers by question, without those left open. What stands below headings that are
    none of the questions is not read.
    """
    labels = {question.label: question.id for question in proposal.questions}
    parts = _HEADING.split(_COMMENT.sub("", text.replace("\r\n", "\n")))
    answers: dict[str, str] = {}
    for label, answer in zip(parts[1::2], parts[2::2], strict=True):
        name, words = labels.get(label), answer.strip()
        if name and words and words != _NO_ANSWER:
            answers.setdefault(name, words)
    return answers
