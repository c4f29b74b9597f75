"""The national strategies that a local one stays linked to."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from living_strategy.limits import Title, WebAddress
from living_strategy.settings.part import Part

NAME_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
UpstreamName = Annotated[str, StringConstraints(pattern=NAME_PATTERN, max_length=40)]


def is_upstream_name(text: str) -> bool:
    """Return whether a text can be the short name of a strategy above."""
    return len(text) <= 40 and bool(re.fullmatch(NAME_PATTERN, text)) and "\n" not in text


class Upstream(Part):
    """A strategy above this one whose goals are decided upon here. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("name",),)

    name: UpstreamName
    """Short name in lower-case letters, such as national: its goals are written national:id."""
    title: Title
    """What readers call it."""
    address: WebAddress | None = None
    """Public address of its catalogue.json; empty when the catalogue comes as a file."""
