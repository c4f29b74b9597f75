"""Governance body: councils, boards and committees of the co-governance structure."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.model.entry import RegisterEntry
from living_strategy.model.own_value import OwnList, OwnValue
from living_strategy.model.trait import Labels, Relation, decided, reported
from living_strategy.model.values import Count, Id, Text


class Level(StrEnum):
    """On which level a body works."""

    POLITICAL = "political"
    ADMINISTRATIVE = "administrative"
    EXPERT = "expert"
    REGIONAL = "regional"
    STATE_MUNICIPAL = "state_municipal"
    OWNER = "owner"


AnyLevel = Annotated[Level | OwnValue, OwnList(Level)]
"""A level of the package, or of the strategy's own."""


class Body(RegisterEntry):
    """A governance body (samstyringsorgan)."""

    kind: ClassVar[str] = "body"
    label: ClassVar[str] = "Governance body"
    labels: ClassVar[str] = "Governance bodies"
    register: ClassVar[str] = "bodies"

    level: Annotated[AnyLevel, decided("Level", "administrative")]
    """political, administrative, expert, regional, state_municipal or owner."""
    mandate: Annotated[Text | None, decided("Mandate")] = None
    """What it decides or advises on, in one or two sentences."""
    members: Annotated[
        tuple[Id, ...],
        decided(
            "Members",
            "[biblioteket]",
            relation=Relation(
                "members",
                "member_of",
                ("organisation", "body", "network"),
                labels=Labels(one="Member", many="Members"),
                inverse_labels=Labels(one="Member of", many="Member of"),
                added="New member: {other}",
                removed="No longer a member: {other}",
            ),
        ),
    ] = ()
    """Ids of organisations, bodies or networks that sit in it, as far as a source names them."""
    member_count: Annotated[Count | None, reported("Number of members", "11")] = None
    """How many members a source counts; empty when unknown."""
    reports_to: Annotated[
        Id | None,
        decided(
            "Reports to",
            "styringsgruppa",
            relation=Relation(
                "reports_to",
                "receives_from",
                ("body", "organisation"),
                labels=Labels(one="Reports to", many="Reports to"),
                inverse_labels=Labels(one="Receives reports from", many="Receives reports from"),
                added="Now reports to {other}",
                removed="No longer reports to {other}",
                replaced="Now reports to {new} (was {old})",
                acyclic=True,
            ),
        ),
    ] = None
    """Id of the body or organisation it advises or reports to."""
