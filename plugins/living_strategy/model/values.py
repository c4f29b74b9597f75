"""Value types that several kinds share: texts, ids, periods, sources, milestones, decisions, updates."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from living_strategy.limits import MAX_NUMBER, Markdown, WebAddress

# The kinds take these from here.
from living_strategy.limits import Text as Text
from living_strategy.limits import Title as Title
from living_strategy.model.own_value import OwnList, OwnUnit, OwnValue
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.partial_date import PartialDate

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
HASH_PATTERN = r"^[0-9a-f]{64}$"

REFERENCE_PATTERN = r"^([a-z][a-z0-9]*(-[a-z0-9]+)*:)?[a-z0-9]+(-[a-z0-9]+)*$"

MAX_ID_LENGTH = 80

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID_LENGTH)]
# The id of an entry here, or of one of a strategy above: its short name, a colon, the id there.
Ref = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN, max_length=121)]
Url = WebAddress


class Money:
    """Marks a number as a sum."""


Kroner = Annotated[int, Field(ge=0, le=MAX_NUMBER), Money()]
Year = Annotated[int, Field(ge=1900, le=2100)]
Count = Annotated[int, Field(ge=0, le=MAX_NUMBER)]
Priority = Annotated[int, Field(ge=1, le=999)]
# Names of fields, in groups.
SameBy: TypeAlias = tuple[tuple[str, ...], ...]


class Value(BaseModel):
    """A part of an entry: frozen, unknown keys refused.

    `SAME_BY` says by which fields two parts of a list are the same part in two versions of an
    entry: groups of fields, tried in turn.
    """

    SAME_BY: ClassVar[SameBy] = ()

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


# What several kinds have is built at once. Each of them would build it again otherwise.


class Period(Value, defer_build=False):
    """From when to when; either end may be open."""

    start: Annotated[PartialDate | None, decided("Start", "2019-01")] = None
    """First year, month or day."""
    end: Annotated[PartialDate | None, decided("End", "2022")] = None
    """Last year, month or day; empty while it goes on."""


class Source(Value, defer_build=False):
    """Where a fact was found."""

    SAME_BY: ClassVar[SameBy] = (("url",), ("title",))

    title: Annotated[
        Title,
        reported("Title", "Lokalavisen: Ny strategi er vedtatt", change=Change.EDITORIAL),
    ]
    """Title of the page or document, as the publisher writes it."""
    url: Annotated[
        Url | None,
        reported("Web address", "https://www.lillevik.example/rapport", change=Change.EDITORIAL),
    ] = None
    """Public address that starts with https:// or http://."""
    publisher: Annotated[
        Title | None, reported("Publisher", "Lokalavisen", change=Change.EDITORIAL)
    ] = None
    """Who published it; needed when there is no public address."""
    date: Annotated[
        PartialDate | None, reported("Published", "2019-06-11", change=Change.EDITORIAL)
    ] = None
    """When it was published. Leave empty when the source is undated; the page then says so."""
    note: Annotated[Text | None, reported("Note", change=Change.EDITORIAL)] = None
    """What the source was used for, or what is uncertain about it."""


class Milestone(Value, defer_build=False):
    """A dated result on the way."""

    SAME_BY: ClassVar[SameBy] = (("title", "date"), ("title",), ("date",))

    title: Annotated[Title, decided("Milestone", "Første kommune i drift")]
    """What is reached, in a few words."""
    date: Annotated[PartialDate, decided("Planned date", "2020-04")]
    """When it is planned, or when it happened."""
    done: Annotated[PartialDate | None, reported("Reached", "2020-04-30")] = None
    """When it was reached; empty while it is still open."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """One sentence of explanation, if it is needed."""


DECIDED_BY = Relation(
    "decided_by",
    "decisions",
    ("body", "organisation", "network"),
    labels=Labels(one="Decided by", many="Decided by"),
    inverse_labels=Labels(one="Decision", many="Decisions"),
    added="Decided by {other}",
    removed="No longer told as decided by {other}",
    replaced="Decided by {new}, not {old}",
)


class Decision(Value, defer_build=False):
    """A formal decision about the entry."""

    SAME_BY: ClassVar[SameBy] = (("date", "title"), ("case",), ("title",), ("date",))

    date: Annotated[PartialDate, decided("Date", "2015-10")]
    """When it was decided."""
    title: Annotated[Title, decided("Decision", "Oppretter styringsgruppa")]
    """What was decided, in one line."""
    body: Annotated[Id | None, decided("Decided by", "styringsgruppa", relation=DECIDED_BY)] = None
    """Id of the governance body, network or organisation that decided."""
    case: Annotated[Title | None, decided("Case number", "15/57", change=Change.EDITORIAL)] = None
    """Case number, as the body writes it."""
    url: Annotated[Url | None, decided("Web address", change=Change.EDITORIAL)] = None
    """Public address of the minutes or the case."""


class Update(Value, defer_build=False):
    """A dated report on how it goes."""

    SAME_BY: ClassVar[SameBy] = (("date", "text"), ("text",), ("date",))

    date: Annotated[PartialDate, reported("Date", "2023-11")]
    """The date the report speaks of."""
    text: Annotated[Markdown, reported("Report")]
    """What happened, in Markdown; may mention entries as [[id]]."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where this can be read."""


class Amount(Value, defer_build=False):
    """A sum for one year, in whole units of the strategy's currency."""

    SAME_BY: ClassVar[SameBy] = (("year",), ("amount", "source"))

    year: Annotated[Year, decided("Year", "2019")]
    """The year the sum is for."""
    amount: Annotated[Kroner | None, reported("Amount", "15000000")] = None
    """Whole {currency}; empty when the sum is not known. An unknown sum is never counted as zero."""
    count: Annotated[Count | None, reported("Number of projects", "13")] = None
    """How many projects share the sum, if known."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where the sum was found."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What the sum covers, or what is uncertain."""


_ANY_KIND = (
    "area",
    "goal",
    "measure",
    "project",
    "organisation",
    "network",
    "body",
    "component",
    "scheme",
    "framework",
    "term",
)
_TOOK_OVER = Labels(one="Replaces", many="Replaces")


class Retirement(Value, defer_build=False):
    """Why and when an entry left the strategy. Its id and its page stay."""

    date: Annotated[PartialDate, decided("Retired", "2024-01-01")]
    """When it was retired."""
    reason: Annotated[Text, decided("Reason")]
    """Why, in one sentence."""
    replaced_by: Annotated[
        Id | None,
        decided(
            "Replaced by",
            "ny-timebok",
            relation=Relation(
                "replaced_by",
                "replaces",
                _ANY_KIND,
                labels=Labels(one="Replaced by", many="Replaced by"),
                inverse_labels=_TOOK_OVER,
                added="Replaced by {other}",
                removed="No longer replaced by {other}",
                replaced="Replaced by {new}, not {old}",
                acyclic=True,
            ),
        ),
    ] = None
    """Id of the entry that took over, if one did."""
    split_into: Annotated[
        tuple[Id, ...],
        decided(
            "Split into",
            "[timebok, kveldsapent]",
            # The same relation as above: a circle may go through both fields.
            relation=Relation(
                "replaced_by",
                "replaces",
                _ANY_KIND,
                labels=Labels(one="Split into", many="Split into"),
                inverse_labels=_TOOK_OVER,
                added="Also split into {other}",
                removed="No longer split into {other}",
                acyclic=True,
            ),
        ),
    ] = ()
    """Ids of the entries that took over, if it was split into several."""


class Status(StrEnum):
    """Declared status of a measure or project."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    PAUSED = "paused"
    STOPPED = "stopped"

    @property
    def is_ahead(self) -> bool:
        """Whether it has not begun."""
        return self in (Status.PROPOSED, Status.PLANNED)

    @property
    def is_closed(self) -> bool:
        """Whether it is over, one way or the other."""
        return self in (Status.COMPLETED, Status.STOPPED)

    @property
    def is_under_way(self) -> bool:
        """Whether it has begun and is not over, also while it rests."""
        return not (self.is_ahead or self.is_closed)

    @property
    def goes_stale(self) -> bool:
        """Whether time changes it without anybody telling: what is over stays so, and what is only
        proposed waits for a decision.
        """
        return self is Status.PLANNED or self.is_under_way

    @property
    def can_be_joined(self) -> bool:
        """Whether others may still take part."""
        return self in (Status.PLANNED, Status.ONGOING)

    @property
    def needs_reason(self) -> bool:
        """Whether readers must be told why."""
        return self in (Status.PAUSED, Status.STOPPED)


class Phase(StrEnum):
    """Where a project is in its life (the phases of Digdir's Prosjektveiviseren, plus idea, operation and ended)."""

    IDEA = "idea"
    CONCEPT = "concept"
    PLANNING = "planning"
    DELIVERY = "delivery"
    CLOSING = "closing"
    OPERATION = "operation"
    ENDED = "ended"


AnyPhase = Annotated[Phase | OwnValue, OwnList(Phase)]
"""A phase of the package, or of the strategy's own."""


class Unit(StrEnum):
    """What an indicator counts in."""

    PERCENT = "percent"
    COUNT = "count"
    RANK = "rank"
    MILLION = "million"
    MILLION_KRONER = "million_kroner"


AnyUnit = Annotated[Unit | OwnUnit, OwnList(Unit, OwnUnit)]
"""A unit of the package, or of the strategy's own."""


class Direction(StrEnum):
    """Which way an indicator should move."""

    UP = "up"
    DOWN = "down"


Number = Annotated[Decimal, Field(ge=-MAX_NUMBER, le=MAX_NUMBER, decimal_places=6)]
