"""Forms for issues at the host of the files: for those who would rather write than edit.

GitHub's are YAML (“Syntax for GitHub's form schema”, https://docs.github.com/communities), GitLab's
texts with headings. They have the words of the strategy, and are made anew when these change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from living_strategy.proposals.answers import issue_text
from living_strategy.proposals.issue_addresses import IssueHost
from living_strategy.proposals.questions import Proposal, Question

FOLDERS = {
    IssueHost.GITHUB: ".github/ISSUE_TEMPLATE",
    IssueHost.GITLAB: ".gitlab/issue_templates",
}
"""Where each host looks for forms."""


def issue_forms(forms: Iterable[Proposal], host: IssueHost) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every form for the issues of a host."""
    for proposal in forms:
        if host is IssueHost.GITHUB:
            yield f"{FOLDERS[host]}/{proposal.name}.yml", _form(proposal)
        else:
            yield f"{FOLDERS[host]}/{proposal.title}.md", issue_text(proposal, {})


def _form(proposal: Proposal) -> str:
    lines = [
        f"name: {_quoted(proposal.title)}",
        f"description: {_quoted(proposal.summary)}",
        "body:",
    ]
    for question in proposal.questions:
        lines += _question(question)
    return "\n".join([*lines, ""])


def _question(question: Question) -> Iterator[str]:
    kind = "dropdown" if question.choices else "textarea" if question.is_long else "input"
    yield f"  - type: {kind}"
    yield f"    id: {question.id}"
    yield "    attributes:"
    yield f"      label: {_quoted(question.label)}"
    if question.help:
        yield f"      description: {_quoted(question.help)}"
    if question.choices:
        yield "      options:"
        yield from (f"        - {_quoted(choice)}" for choice in question.choices)
    if question.is_required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    """Return a text as a scalar that every version of YAML reads as that text."""
    return json.dumps(text, ensure_ascii=False)
