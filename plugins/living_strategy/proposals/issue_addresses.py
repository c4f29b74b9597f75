"""Where an issue can be written: the address of a form at the host of the files, filled in.

GitHub fills the questions of an issue form in by their ids, but shows an empty page where a choice
is filled in (“Creating an issue from a URL query”, https://docs.github.com/issues). GitLab takes a
title and a text (“Using a URL with prefilled values”, https://docs.gitlab.com/user/project/issues/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import quote, urlencode, urlsplit

from living_strategy.proposals.answers import issue_text
from living_strategy.proposals.questions import Proposal

# The page on which a host edits or shows a file.
_FILE_PAGE = re.compile(r"(?P<project>https?://.+?)/(?:-/)?(?:edit|blob|tree|ide)/.+")
_TWO_NAMES = re.compile(r"/[^/]+/[^/]+")


class IssueHost(Enum):
    """A kind of host whose issues can be filled in by an address."""

    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True)
class IssueTracker:
    """Where the issues of a repository are, at the address of its project without a slash."""

    host: IssueHost
    project: str

    def address(self, proposal: Proposal, title: str, answers: Mapping[str, str]) -> str:
        """Return the address of an empty form with a title and those answers, by question."""
        if self.host is IssueHost.GITHUB:
            fixed = {question.id for question in proposal.questions if question.choices}
            filled = {key: text for key, text in answers.items() if key not in fixed}
            query = {"template": f"{proposal.name}.yml", "title": title, **filled}
            return f"{self.project}/issues/new?{urlencode(query, quote_via=quote)}"
        query = {"issue[title]": title, "issue[description]": issue_text(proposal, answers)}
        return f"{self.project}/-/issues/new?{urlencode(query, quote_via=quote)}"


def issue_tracker(edit: str) -> IssueTracker | None:
    """Return where issues are written about files that are edited at `edit`, the template of the
    edit addresses of a site; None where the host is not one that we know.
    """
    match = _FILE_PAGE.match(edit)
    if not match:
        return None
    project = match["project"]
    parts = urlsplit(project)
    if "/-/" in edit or "gitlab" in parts.netloc:
        return IssueTracker(IssueHost.GITLAB, project)
    if _TWO_NAMES.fullmatch(parts.path):
        return IssueTracker(IssueHost.GITHUB, project)
    return None
