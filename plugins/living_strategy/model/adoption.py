"""Adoption: what a council says about an entry of a strategy above its own."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import StringConstraints

from living_strategy.limits import Markdown, Text, Title
from living_strategy.model.trait import Change, decided, reported
from living_strategy.model.values import HASH_PATTERN, SameBy, Url, Value
from living_strategy.partial_date import PartialDate

Hash = Annotated[str, StringConstraints(pattern=HASH_PATTERN)]
FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,39}$")]


class AdoptionState(StrEnum):
    """What a council has decided. An entry without a record has not been treated, which is none of
    these.
    """

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    PLANNED = "planned"
    UNDER_CONSIDERATION = "under-consideration"
    DECLINED = "declined"
    NOT_RELEVANT = "not-relevant"

    @property
    def needs_reason(self) -> bool:
        """Whether readers must be told why."""
        return self in (self.ADAPTED, self.DECLINED, self.NOT_RELEVANT)

    @property
    def is_in_force(self) -> bool:
        """Whether the entry is part of the local strategy."""
        return self in (self.ADOPTED, self.ADAPTED)


class JudgedAgainst(Value):
    """The version of the entry that was judged."""

    version: Annotated[Title, decided("Version", "strategy-2026.2", change=Change.EDITORIAL)]
    """The version of the catalogue that was pinned."""
    hash: Annotated[Hash, decided("Hash", change=Change.EDITORIAL)]
    """What the catalogue calls “decided” of the entry; “adopt” fills it in."""


class CouncilDecision(Value):
    """The decision behind it."""

    body: Annotated[Title, decided("Decided by", "Kommunestyret")]
    """Who decided, as readers know it, or the id of a body of this strategy."""
    date: Annotated[PartialDate, decided("Date", "2026-06-18")]
    """When it was decided."""
    case: Annotated[Title | None, decided("Case number", "PS 45/26", change=Change.EDITORIAL)] = (
        None
    )
    """Case number, as the body writes it."""
    url: Annotated[Url | None, decided("Web address", change=Change.EDITORIAL)] = None
    """Public address of the minutes or the case."""


class Overlay(Value):
    """A field that says something else here than in the strategy above."""

    SAME_BY: ClassVar[SameBy] = (("field",),)

    field: Annotated[FieldName, decided("Field", "title")]
    """Name of the field, as in the catalogue: title, summary or description."""
    text: Annotated[Markdown, decided("Local text")]
    """What it says here."""
    base: Annotated[Hash, decided("Hash of the national text", change=Change.EDITORIAL)]
    """Hash of the national field that this text replaces; “adopt” fills it in."""


class Adoption(Value):
    """A record in `adoption/<upstream>/<id>.yml`; the file name is the id of the entry above."""

    state: Annotated[AdoptionState, decided("State", "adopted")]
    """adopted, adapted, planned, under-consideration, declined or not-relevant."""
    against: Annotated[JudgedAgainst | None, decided("Judged against")] = None
    """The version that was judged: without it nobody can tell whether the judgement is outdated."""
    reason: Annotated[Text | None, decided("Reason", change=Change.CLARIFICATION)] = None
    """Why, in a sentence for the public; needed for adapted, declined and not-relevant."""
    decision: Annotated[CouncilDecision | None, decided("Decision")] = None
    """Who decided it, when, and in which case."""
    planned: Annotated[PartialDate | None, decided("Planned for", "2027")] = None
    """When it is to be treated or begun; needed for planned."""
    next_review: Annotated[
        PartialDate | None, reported("Next review", "2027-06", change=Change.EDITORIAL)
    ] = None
    """When it will be looked at again."""
    overlays: Annotated[tuple[Overlay, ...], decided("Local wording")] = ()
    """The fields that say something else here; the rest follows the strategy above."""
