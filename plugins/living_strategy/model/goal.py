"""Goal: what the sector wants to reach, with the indicators that show it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.limits import AddressOrTitle
from living_strategy.model.entry import Entry
from living_strategy.model.framework import SUPPORTS, FrameworkRef
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import (
    AnyUnit,
    Decision,
    Direction,
    Id,
    Number,
    SameBy,
    Text,
    Title,
    Update,
    Value,
)
from living_strategy.partial_date import PartialDate

BELONGS_TO = Relation(
    "belongs_to",
    "goals",
    ("area",),
    labels=Labels(one="Priority area", many="Priority areas"),
    inverse_labels=Labels(one="Goal", many="Goals"),
    added="Now belongs to the priority area {other}",
    removed="No longer belongs to the priority area {other}",
    replaced="Moved from the priority area {old} to {new}",
)


class Standing(StrEnum):
    """Whether a goal was adopted or is a proposal of this site."""

    ADOPTED = "adopted"
    PROPOSED = "proposed"


class GoalWording(StrEnum):
    """Whose words the title of a goal is in."""

    VERBATIM = "verbatim"
    PARAPHRASED = "paraphrased"
    OWN = "own"


class Measurement(Value):
    """One value of an indicator at one time."""

    SAME_BY: ClassVar[SameBy] = (("date",), ("source",))

    date: Annotated[PartialDate, reported("Date", "2020-04-30")]
    """When it was measured."""
    value: Annotated[Number, reported("Value", "73")]
    """The number, in the indicator's unit, with a point as decimal mark."""
    source: Annotated[AddressOrTitle | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address or title of the source."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What the value covers, or what is uncertain about it."""


class Target(Value):
    """What an indicator should reach."""

    value: Annotated[Number, decided("Target", "100")]
    """The number, in the indicator's unit."""
    date: Annotated[PartialDate | None, decided("Deadline", "2025-12-31")] = None
    """When it should be reached; empty when no deadline was set."""
    source: Annotated[AddressOrTitle | None, decided("Source", change=Change.EDITORIAL)] = None
    """Public address or title of the source."""
    note: Annotated[Text | None, decided("Note", change=Change.CLARIFICATION)] = None
    """Who set the target, or how it was derived."""


class Waypoint(Value):
    """Where an indicator should be on the way to its target."""

    SAME_BY: ClassVar[SameBy] = (("date",),)

    date: Annotated[PartialDate, decided("Date", "2027")]
    """By when; a year means its end."""
    value: Annotated[Number, decided("Value on the path", "60")]
    """The number, in the indicator's unit."""
    source: Annotated[AddressOrTitle | None, decided("Source", change=Change.EDITORIAL)] = None
    """Public address or title of the source."""
    note: Annotated[Text | None, decided("Note", change=Change.CLARIFICATION)] = None
    """Who set the value, or how it was derived."""


class Indicator(Value):
    """A figure that shows how far a goal is reached."""

    SAME_BY: ClassVar[SameBy] = (("id",), ("title",))

    id: Annotated[Id, decided("Id", "andel-innen-fristen", change=Change.EDITORIAL)]
    """Permanent name, unique within the goal."""
    title: Annotated[Title, decided("Indicator", "Svar innen fristen")]
    """What is counted, so that the number can be read without the rest."""
    unit: Annotated[AnyUnit, decided("Unit", "count")]
    """percent (0 to 100), count (whole number), rank (1 is best), million, million_kroner, or one of the strategy's own."""
    direction: Annotated[Direction, decided("Direction", "up")]
    """up when a higher value is better, down when a lower one is."""
    baseline: Annotated[Measurement | None, reported("Baseline")] = None
    """The value everything later is compared with."""
    target: Annotated[Target | None, decided("Target")] = None
    """The value to reach, if one was set."""
    path: Annotated[tuple[Waypoint, ...], decided("Target path")] = ()
    """Values to reach on the way to the target, oldest first."""
    values: Annotated[tuple[Measurement, ...], reported("Values")] = ()
    """Later values, oldest first."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """How it is counted, and what it does not say."""


class Goal(Entry):
    """A goal (mål) of the strategy."""

    kind: ClassVar[str] = "goal"
    label: ClassVar[str] = "Goal"
    labels: ClassVar[str] = "Goals"
    folder: ClassVar[str] = "goals"

    area: Annotated[
        Id,
        decided(
            "Priority area",
            "gode-tjenester",
            relation=BELONGS_TO,
        ),
    ]
    """Id of the priority area it belongs to."""
    standing: Annotated[Standing, decided("Standing", "adopted")]
    """adopted when a governing body decided it, proposed when it is a proposal of this site."""
    wording: Annotated[
        GoalWording | None, reported("Wording", "paraphrased", change=Change.CLARIFICATION)
    ] = None
    """verbatim when the title is quoted from what was adopted, paraphrased when it says the same in other words, own when it is our proposal."""
    wording_source: Annotated[
        AddressOrTitle | None, reported("Source of the wording", change=Change.EDITORIAL)
    ] = None
    """Public address or title of the text that was adopted, which the title quotes or paraphrases."""
    frameworks: Annotated[
        tuple[FrameworkRef, ...],
        decided("Strategies above", "[langtidsplanen/kortere-kor]", relation=SUPPORTS),
    ] = ()
    """Goals of strategies above this one that it supports: framework id, or framework/goal."""
    indicators: Annotated[tuple[Indicator, ...], decided("Indicators")] = ()
    """Figures that show how far the goal is reached."""
    decisions: Annotated[tuple[Decision, ...], decided("Decisions")] = ()
    """Formal decisions about the goal, oldest first."""
    updates: Annotated[tuple[Update, ...], reported("Updates")] = ()
    """Dated reports, oldest first."""
