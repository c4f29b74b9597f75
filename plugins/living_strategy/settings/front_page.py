"""What the front page leads to: results, and the ways of each sort of readers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from living_strategy.limits import Title
from living_strategy.settings.part import Part

MAX_SHOWN_RESULTS = 6
MAX_WAYS = 3
# Id of a goal and of its indicator.
IndicatorRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")
]
# An id, or an address below the root of the site: never one of another site or of a program.
_Destination = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/?=&%#-]*$", max_length=300)
]


class Way(Part):
    """One of the ways from the front page. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("to",), ("what",))

    what: Title
    """What the reader wants to do; begins with a verb."""
    to: Annotated[_Destination, Field(examples=["tiltak/"])]
    """Id of an entry, or an address of the site without its beginning, such as tiltak/."""

    @property
    def is_entry(self) -> bool:
        """Whether it leads to an entry rather than to an address."""
        return "/" not in self.to


class Door(Part):
    """What one sort of readers come for. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("who",),)

    who: Title
    """Whom it is for."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1, max_length=MAX_WAYS)]
    """What they most often want to do, at most three."""
