"""What the site looks like: colour, name, picture and font."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from living_strategy.limits import Title
from living_strategy.settings.part import Part

COLOUR_PATTERN = r"^#[0-9a-fA-F]{6}$"
_BesideFile = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.[a-z0-9]+$")
]


class Mark(Part):
    """A picture beside the name in the header."""

    file: _BesideFile
    """Path of the picture below `strategy/`."""
    text: Title
    """What the picture says or shows, for those who do not see it."""


class FontFile(Part):
    """One file of a font."""

    file: _BesideFile
    """Path of the font file below `strategy/`."""
    characters: Annotated[str, StringConstraints(pattern=r"^[Uu0-9A-Fa-f+?, -]+$")] | None = None
    """Which characters it has, as CSS `unicode-range`; empty means all."""


class Font(Part):
    """A font that the site serves itself."""

    family: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9 -]+$")]
    """Name of the font."""
    files: Annotated[tuple[FontFile, ...], Field(min_length=1)]
    """Its files."""


class Design(Part):
    """What the site looks like: one colour, from which all others are computed, and a name."""

    colour: Annotated[str, StringConstraints(pattern=COLOUR_PATTERN)] | None = None
    """The base colour, as `#rrggbb`."""
    name: Title | None = None
    """Short name for the header; the title when it is empty."""
    mark: Mark | None = None
    """A picture that the owner has the right to use. It is shown beside the name."""
    font: Font | None = None
    """A font that the site serves itself; without it the reader's own is used."""
