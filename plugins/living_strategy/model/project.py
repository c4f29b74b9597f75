"""Project: a joint project, its partners, money, participants and how the sector was involved."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from living_strategy.model.budget import FUNDED_BY, Cost, Gain
from living_strategy.model.entry import Entry
from living_strategy.model.measure import USES
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import (
    AnyPhase,
    Decision,
    Id,
    Kroner,
    Milestone,
    Period,
    Priority,
    Ref,
    SameBy,
    Status,
    Text,
    Title,
    Update,
    Url,
    Value,
    Year,
)
from living_strategy.partial_date import PartialDate

IMPLEMENTS = Relation(
    "implements",
    "implemented_by",
    ("measure",),
    labels=Labels(one="Implements the measure", many="Implements the measures"),
    inverse_labels=Labels(one="Joint project", many="Joint projects"),
    added="Now also implements the measure {other}",
    removed="No longer implements the measure {other}",
)
FURTHERS = Relation(
    "furthers",
    "furthered_by",
    ("goal",),
    labels=Labels(one="Serves the goal", many="Serves the goals"),
    inverse_labels=Labels(one="Joint project", many="Joint projects"),
    added="Now also serves the goal {other}",
    removed="No longer serves the goal {other}",
)
PROJECT_OF = Relation(
    "belongs_to",
    "projects",
    ("area",),
    labels=Labels(one="Priority area", many="Priority areas"),
    inverse_labels=Labels(one="Joint project", many="Joint projects"),
    added="Now also belongs to the priority area {other}",
    removed="No longer belongs to the priority area {other}",
)
PARTICIPANTS = Relation(
    "participants",
    "takes_part_in",
    ("network",),
    labels=Labels(one="Participant", many="Participants"),
    inverse_labels=Labels(one="Takes part in", many="Takes part in"),
    added="New participant: {other}",
    removed="No longer a participant: {other}",
)
Participant = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Step(StrEnum):
    """The steps of a state project at which the municipal sector can be involved."""

    EARLY_DIALOGUE = "early_dialogue"
    FUNDING_COMMENT = "funding_comment"
    CONCEPT = "concept"
    STEERING = "steering"
    PILOT = "pilot"
    ROLLOUT = "rollout"


class Funding(Value):
    """Money granted to a project, in whole units of the strategy's currency."""

    SAME_BY: ClassVar[SameBy] = (("scheme", "year"), ("year", "amount"), ("source",))

    scheme: Annotated[
        Id | None, decided("Funding scheme", "utviklingsmidler", relation=FUNDED_BY)
    ] = None
    """Id of the funding scheme; empty when the money came another way (say how in the note)."""
    year: Annotated[Year | None, decided("Year", "2019")] = None
    """Year of the grant, if known."""
    amount: Annotated[Kroner | None, decided("Amount", "15000000")] = None
    """Whole {currency}; empty when the sum is not known. An unknown sum is never counted as zero."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where the sum was found."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What the sum covers, or what is uncertain."""


class Involvement(Value):
    """How and when the municipal sector was involved in a project led by the state."""

    SAME_BY: ClassVar[SameBy] = (("step", "date", "body"), ("step", "body"), ("step",))

    step: Annotated[Step, reported("Step", "early_dialogue")]
    """early_dialogue, funding_comment, concept, steering, pilot or rollout."""
    date: Annotated[PartialDate | None, reported("Date", "2019")] = None
    """When; empty when unknown."""
    body: Annotated[
        Id | None,
        reported(
            "Body",
            "biblioteket",
            relation=Relation(
                "involved",
                "involved_in",
                ("body", "organisation", "network"),
                labels=Labels(one="Involved", many="Involved"),
                inverse_labels=Labels(one="Involved in", many="Involved in"),
                added="Involved: {other}",
                removed="No longer told as involved: {other}",
                replaced="Involved: {new}, not {old}",
            ),
        ),
    ] = None
    """Id of the body, organisation or network that spoke for the sector."""
    outcome: Annotated[Text | None, reported("Outcome")] = None
    """What came of it, in one sentence."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where this can be read."""


class Project(Entry):
    """A joint project (fellesprosjekt)."""

    kind: ClassVar[str] = "project"
    label: ClassVar[str] = "Joint project"
    labels: ClassVar[str] = "Joint projects"
    folder: ClassVar[str] = "projects"

    measures: Annotated[
        tuple[Ref, ...],
        decided(
            "Measures",
            "[kveldsapent]",
            relation=IMPLEMENTS,
        ),
        Field(min_length=1),
    ] = ()
    """Ids of the measures it carries out."""
    goals: Annotated[
        tuple[Ref, ...],
        decided("Goals", "[kortere-ventetid]", relation=FURTHERS),
        Field(min_length=1),
    ] = ()
    """Ids of the goals it serves without a measure between."""
    areas: Annotated[
        tuple[Ref, ...],
        decided("Priority areas", "[gode-tjenester]", relation=PROJECT_OF),
        Field(min_length=1),
    ] = ()
    """Ids of the priority areas it belongs to without a measure or goal between."""
    phase: Annotated[AnyPhase | None, reported("Phase", "delivery")] = None
    """idea, concept, planning, delivery, closing, operation or ended; empty when unknown."""
    status: Annotated[Status, reported("Status", "ongoing")]
    """proposed, planned, ongoing, completed, paused or stopped."""
    status_date: Annotated[PartialDate | None, reported("Status date", "2023-06")] = None
    """When the status was last true according to a source."""
    status_reason: Annotated[
        Text | None, reported("Reason for the status", change=Change.CLARIFICATION)
    ] = None
    """Why it is paused or stopped; required for those two."""
    period: Annotated[Period | None, decided("Period")] = None
    """When it runs or ran."""
    lead: Annotated[
        Id | None,
        decided(
            "Lead",
            "biblioteket",
            relation=Relation(
                "led_by",
                "leads",
                ("organisation", "network"),
                labels=Labels(one="Lead", many="Lead"),
                inverse_labels=Labels(one="Leads", many="Leads"),
                added="Now led by {other}",
                removed="No longer led by {other}",
                replaced="Now led by {new} (was {old})",
            ),
        ),
    ] = None
    """Id of the organisation or network that leads it."""
    responsible_unit: Annotated[Title | None, decided("Responsible unit", "Kundeservice")] = None
    """The unit inside the organisation that carries it out, by its own name."""
    priority: Annotated[Priority | None, decided("Priority", "1")] = None
    """Its place in the order of importance: 1 comes first."""
    partners: Annotated[
        tuple[Id, ...],
        decided(
            "Partners",
            "[skolene]",
            relation=Relation(
                "partners",
                "partner_in",
                ("organisation", "network", "body"),
                labels=Labels(one="Partner", many="Partners"),
                inverse_labels=Labels(one="Partner in", many="Partner in"),
                added="New partner: {other}",
                removed="No longer a partner: {other}",
            ),
        ),
    ] = ()
    """Ids of the other organisations, networks or bodies behind it."""
    participants: Annotated[
        tuple[Participant, ...],
        reported(
            "Participants",
            '["0301", nabonettet]',
            relation=PARTICIPANTS,
        ),
    ] = ()
    """Municipalities (four-digit number in quotes, or the full name), counties (two digits in quotes) or network ids."""
    funding: Annotated[tuple[Funding, ...], decided("Funding")] = ()
    """Grants and other money, oldest first."""
    total_cost: Annotated[Kroner | None, decided("Total cost", "30000000")] = None
    """Whole {currency} for the whole project; empty when unknown."""
    costs: Annotated[tuple[Cost, ...], decided("Costs")] = ()
    """Cost per year, oldest first."""
    gains: Annotated[tuple[Gain, ...], decided("Gains")] = ()
    """What is to be gained, and how much of it is reached."""
    uses: Annotated[
        tuple[Id, ...], decided("Shared components", "[felles-kalender]", relation=USES)
    ] = ()
    """Ids of the shared components it uses or develops."""
    depends_on: Annotated[
        tuple[Id, ...],
        decided(
            "Depends on",
            relation=Relation(
                "depends_on",
                "needed_by",
                ("project",),
                labels=Labels(one="Depends on", many="Depends on"),
                inverse_labels=Labels(one="Needed by", many="Needed by"),
                added="Now also depends on the joint project {other}",
                removed="No longer depends on the joint project {other}",
                acyclic=True,
            ),
        ),
    ] = ()
    """Ids of projects that must come first."""
    involvement: Annotated[tuple[Involvement, ...], reported("Involvement")] = ()
    """How the municipal sector was involved, when the state leads the project."""
    milestones: Annotated[tuple[Milestone, ...], decided("Milestones")] = ()
    """Dated results, oldest first."""
    decisions: Annotated[tuple[Decision, ...], decided("Decisions")] = ()
    """Formal decisions, oldest first."""
    updates: Annotated[tuple[Update, ...], reported("Updates")] = ()
    """Dated reports, oldest first."""
