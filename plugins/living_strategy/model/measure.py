"""Measure: what is done to reach goals, or for a priority area as a whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from living_strategy.model.budget import Cost, Gain
from living_strategy.model.entry import Entry
from living_strategy.model.own_value import OwnList, OwnValue, counted_as
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import (
    Decision,
    Id,
    Milestone,
    Period,
    Priority,
    Ref,
    Status,
    Text,
    Title,
    Update,
)
from living_strategy.partial_date import PartialDate


class Audience(StrEnum):
    """Who a measure is for."""

    MUNICIPALITY = "municipality"
    COUNTY = "county"
    STATE = "state"
    RESIDENT = "resident"
    BUSINESS = "business"
    VOLUNTARY = "voluntary"
    SUPPLIER = "supplier"
    STAFF = "staff"
    LEADER = "leader"


AnyAudience = Annotated[Audience | OwnValue, OwnList(Audience)]
"""Who a measure is for: one of the package's words, or of the strategy's own."""


SERVES = Relation(
    "serves",
    "served_by",
    ("goal",),
    labels=Labels(one="Serves the goal", many="Serves the goals"),
    inverse_labels=Labels(one="Measure", many="Measures"),
    added="Now also serves the goal {other}",
    removed="No longer serves the goal {other}",
)
MEASURE_OF = Relation(
    "belongs_to",
    "measures",
    ("area",),
    labels=Labels(one="Priority area", many="Priority areas"),
    inverse_labels=Labels(one="Measure", many="Measures"),
    added="Now also belongs to the priority area {other}",
    removed="No longer belongs to the priority area {other}",
)
USES = Relation(
    "uses",
    "used_by",
    ("component",),
    labels=Labels(one="Shared component", many="Shared components"),
    inverse_labels=Labels(one="Used by", many="Used by"),
    added="Now also uses the shared component {other}",
    removed="No longer uses the shared component {other}",
)


class Measure(Entry):
    """A measure (tiltak)."""

    kind: ClassVar[str] = "measure"
    label: ClassVar[str] = "Measure"
    labels: ClassVar[str] = "Measures"
    folder: ClassVar[str] = "measures"

    goals: Annotated[
        tuple[Ref, ...],
        decided(
            "Goals",
            "[kortere-ventetid]",
            relation=SERVES,
        ),
        Field(min_length=1),
    ] = ()
    """Ids of the goals it serves."""
    areas: Annotated[
        tuple[Ref, ...],
        decided("Priority areas", "[gode-tjenester]", relation=MEASURE_OF),
        Field(min_length=1),
    ] = ()
    """Ids of the priority areas it belongs to without a goal between."""
    status: Annotated[Status, reported("Status", "ongoing")]
    """proposed, planned, ongoing, completed, paused or stopped."""
    status_date: Annotated[PartialDate | None, reported("Status date", "2023-06")] = None
    """When the status was last true according to a source."""
    status_reason: Annotated[
        Text | None, reported("Reason for the status", change=Change.CLARIFICATION)
    ] = None
    """Why it is paused or stopped; required for those two."""
    responsible: Annotated[
        tuple[Id, ...],
        decided(
            "Responsible",
            "[biblioteket]",
            relation=Relation(
                "responsibility_of",
                "responsible_for",
                ("organisation", "network", "body"),
                labels=Labels(one="Responsible", many="Responsible"),
                inverse_labels=Labels(one="Responsible for", many="Responsible for"),
                added="New responsible: {other}",
                removed="No longer responsible: {other}",
                replaced="New responsible: {new} (was {old})",
            ),
        ),
    ] = ()
    """Ids of the organisations, networks or bodies that carry it out."""
    responsible_unit: Annotated[Title | None, decided("Responsible unit", "Kundeservice")] = None
    """The unit inside the organisation that carries it out, by its own name."""
    priority: Annotated[Priority | None, decided("Priority", "1")] = None
    """Its place in the order of importance: 1 comes first."""
    audience: Annotated[tuple[AnyAudience, ...], decided("Audience", "[municipality, county]")] = ()
    """Who it is for."""
    period: Annotated[Period | None, decided("Period")] = None
    """When it runs."""
    costs: Annotated[tuple[Cost, ...], decided("Costs")] = ()
    """Cost per year, oldest first, without what stands on its projects."""
    gains: Annotated[tuple[Gain, ...], decided("Gains")] = ()
    """What is to be gained, and how much of it is reached."""
    milestones: Annotated[tuple[Milestone, ...], decided("Milestones")] = ()
    """Dated results, oldest first."""
    decisions: Annotated[tuple[Decision, ...], decided("Decisions")] = ()
    """Formal decisions, oldest first."""
    uses: Annotated[
        tuple[Id, ...], decided("Shared components", "[felles-kalender]", relation=USES)
    ] = ()
    """Ids of the shared components it uses."""
    updates: Annotated[tuple[Update, ...], reported("Updates")] = ()
    """Dated reports, oldest first."""

    @property
    def audiences_counted(self) -> frozenset[Audience]:
        """The audiences that figures take those of the measure for."""
        counted = (counted_as(audience, Audience) for audience in self.audience)
        return frozenset(audience for audience in counted if audience)
