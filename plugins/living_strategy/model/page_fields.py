"""What a written page says of itself, between two lines of three hyphens."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from living_strategy.limits import Text, Title
from living_strategy.model.trait import Change, decided
from living_strategy.model.values import Value

MAX_ORDER = 999_999_999
# Begins as RFC 5646 has it; nobody writes more than a language and a region or a script.
LANGUAGE_TAG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$"


class Ways(StrEnum):
    """Whether every reader of the site finds the ways to propose changes that a page tells of."""

    CERTAIN = "certain"
    CONDITIONAL = "conditional"


class PageFields(Value):
    """What a written page may say of itself. All of it may be left out."""

    title: Annotated[Title | None, decided("Title", "Om strategien", change=Change.EDITORIAL)] = (
        None
    )
    """Title in menus and lists; without it the first heading of the text."""
    description: Annotated[
        Text | None,
        decided("Description", "Hva strategien er, og hvem den er for.", change=Change.EDITORIAL),
    ] = None
    """What the page is about, in one sentence, for search engines."""
    order: Annotated[
        Annotated[int, Field(ge=-MAX_ORDER, le=MAX_ORDER)] | None,
        decided("Place in the menu", "10", change=Change.EDITORIAL),
    ] = None
    """A whole number; pages with lower numbers come first, and those without one last."""
    language: Annotated[
        Annotated[str, StringConstraints(pattern=LANGUAGE_TAG)] | None,
        decided("Language", "en", change=Change.EDITORIAL),
    ] = None
    """The language of the text, when it is not that of the site: a code such as en or se."""
    ways: Annotated[
        Ways, decided("Ways to propose changes", "conditional", change=Change.EDITORIAL)
    ] = Ways.CERTAIN
    """conditional: the page tells of links and buttons that only some sites have, and says when they
    are there. Without it, those that the page names in quotation marks must be on the site."""
