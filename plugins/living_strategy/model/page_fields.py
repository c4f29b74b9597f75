"""What a written page says of itself, between two lines of three hyphens."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from living_strategy.limits import Text, Title
from living_strategy.model.trait import Change, decided
from living_strategy.model.values import Value

MAX_ORDER = 999_999_999


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
