"""The service whose pipeline this program runs in."""

from __future__ import annotations

import os

# What each service says of itself in every job.
_SIGNS = {
    "github": "GITHUB_ACTIONS",
    "gitlab": "GITLAB_CI",
    "azure": "TF_BUILD",
    "bitbucket": "BITBUCKET_BUILD_NUMBER",
}


def pipeline() -> str:
    """Return the name of the service; an empty text outside any that is known."""
    return next((name for name, sign in _SIGNS.items() if os.environ.get(sign)), "")
