"""The vision, the years of the strategy, its adopted editions and the meetings about it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from living_strategy.limits import Reference, Text, Title, WebAddress
from living_strategy.partial_date import PartialDate
from living_strategy.settings.part import Part


class Vision(Part):
    """The vision, word for word, and where it stands."""

    text: Text
    """The vision statement as adopted."""
    source: Title | None = None
    """Title of the document it is quoted from."""
    url: WebAddress | None = None
    """Public address of that document."""


class StrategyPeriod(Part):
    """The years the strategy is for; either end may be open."""

    start: PartialDate | None = None
    """First year, month or day."""
    end: PartialDate | None = None
    """Last year, month or day."""


class Meeting(Part):
    """A meeting after which readers ask what has changed since. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("body", "date"), ("date",))

    body: Reference
    """Id of the body, network or organisation that met."""
    date: PartialDate
    """When it met; with a year or a month alone, its last day counts."""
    title: Title | None = None
    """What the meeting is called, if not by its body and date."""
    url: WebAddress | None = None
    """Public address of the papers."""


# What git takes for the name of a revision, without what it would calculate from another one.
_Revision = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$")]


class AdoptedEdition(Part):
    """An edition of the strategy that a body has adopted. `SAME_BY` is as in content."""

    SAME_BY: ClassVar[tuple[tuple[str, ...], ...]] = (("body", "date"), ("date",))

    body: Reference
    """Id of the body, network or organisation that decided."""
    date: PartialDate
    """When it decided."""
    case: Title | None = None
    """Case number, as the body writes it."""
    ref: _Revision | None = None
    """Tag or commit of the adopted text, no branch; empty when it is not in this repository."""
    url: WebAddress | None = None
    """Public address of the decision or of the adopted document."""
