"""The form on the site, in which editors propose changes without knowing git."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from living_strategy.settings.part import Part

_LOGIN = r"^(https?://[^\s<>\x22]+|[A-Za-z0-9_-]{1,100})$"
_BRANCH = r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$"


class GitHost(StrEnum):
    """What sort of place the repository lies in."""

    GITHUB = "github"
    GITLAB = "gitlab"


class EditingForm(Part):
    """How the form on the site hands over what editors propose."""

    host: GitHost
    """github or gitlab: the sort of place where the repository lies."""
    login: Annotated[
        str, StringConstraints(pattern=_LOGIN), Field(examples=["https://login.example.org"])
    ]
    """With github the web address of the service that logs editors in; with gitlab the id of the
    application."""
    branch: Annotated[str, StringConstraints(pattern=_BRANCH)] = "main"
    """The branch that proposals are for; else main."""
