"""Issue addresses: which hosts are known by their edit addresses, and what forms ask there."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from living_strategy.proposals.issue_addresses import IssueHost, IssueTracker, issue_tracker
from living_strategy.proposals.questions import Proposal, Question

FORM = Proposal(
    "status",
    "Report",
    "",
    (
        Question("entry", "Which page?"),
        Question("status", "Status?", choices=("A", "B")),
    ),
)


@pytest.mark.parametrize(
    ("edit", "host", "project"),
    [
        ("https://github.com/o/r/edit/main/{path}", IssueHost.GITHUB, "https://github.com/o/r"),
        ("https://git.x.example/o/r/blob/a/b/{path}", IssueHost.GITHUB, "https://git.x.example/o/r"),
        ("https://gitlab.com/g/s/p/edit/main/{path}", IssueHost.GITLAB, "https://gitlab.com/g/s/p"),
        ("https://x.example/g/p/-/edit/main/{path}", IssueHost.GITLAB, "https://x.example/g/p"),
        ("https://x.example/g/p/-/ide/project/g/p/edit/main/-/{path}", IssueHost.GITLAB,
         "https://x.example/g/p"),
    ],
)  # fmt: skip
def test_known_hosts(edit: str, host: IssueHost, project: str) -> None:
    """By the form of their addresses, also on a host of one's own."""
    assert issue_tracker(edit) == IssueTracker(host, project)


@pytest.mark.parametrize(
    "edit",
    [
        "",
        "https://codeberg.org/o/r/_edit/main/{path}",
        "https://dev.azure.com/o/p/_git/r?path=/{path}",
        "https://bitbucket.org/o/r/src/main/{path}?mode=edit",
        "https://example.org/a/b/c/edit/main/{path}",
        "https://example.org/edit/{path}",
        "edit/main/{path}",
    ],
)
def test_other_hosts_have_files_only(edit: str) -> None:
    """Nothing is guessed about a host that is not known."""
    assert issue_tracker(edit) is None


def test_github_gets_the_form_and_answers_by_question() -> None:
    """Never a choice: the host would show an empty page instead of the form."""
    tracker = IssueTracker(IssueHost.GITHUB, "https://github.com/o/r")
    address = tracker.address(FORM, "Kurs & hjelp?", {"entry": "kurs", "status": "A"})

    assert address.startswith("https://github.com/o/r/issues/new?template=status.yml&title=Kurs%20")
    assert parse_qs(urlsplit(address).query) == {
        "template": ["status.yml"],
        "title": ["Kurs & hjelp?"],
        "entry": ["kurs"],
    }


def test_gitlab_gets_a_title_and_a_text() -> None:
    """The text has the questions, and the answers that are known."""
    tracker = IssueTracker(IssueHost.GITLAB, "https://x.example/g/p")
    query = parse_qs(urlsplit(tracker.address(FORM, "Kurs", {"entry": "kurs"})).query)

    assert query["issue[title]"] == ["Kurs"]
    assert "### Which page?\n\nkurs\n" in query["issue[description]"][0]
