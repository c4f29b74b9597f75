"""Funding scheme: who pays, under which rules, how much in which year."""

from __future__ import annotations

from typing import Annotated, ClassVar

from living_strategy.model.entry import RegisterEntry
from living_strategy.model.price import Price
from living_strategy.model.trait import Labels, Relation, decided, reported
from living_strategy.model.values import (
    Amount,
    Decision,
    Id,
    Milestone,
    Period,
    Text,
    Update,
)


class Scheme(RegisterEntry):
    """A funding scheme (finansieringsordning)."""

    kind: ClassVar[str] = "scheme"
    label: ClassVar[str] = "Funding scheme"
    labels: ClassVar[str] = "Funding schemes"
    register: ClassVar[str] = "schemes"

    owners: Annotated[
        tuple[Id, ...],
        decided(
            "Owners",
            "[biblioteket]",
            relation=Relation(
                "owned_by",
                "owns",
                ("organisation", "body", "network"),
                labels=Labels(one="Owner", many="Owners"),
                inverse_labels=Labels(one="Owns", many="Owns"),
                added="Now owned by {other}",
                removed="No longer owned by {other}",
                replaced="Now owned by {new} (was {old})",
            ),
        ),
    ] = ()
    """Ids of the organisations that run it."""
    period: Annotated[Period | None, decided("Period")] = None
    """From when it has existed, and to when."""
    rules: Annotated[tuple[Text, ...], decided("Rules")] = ()
    """The main rules, one sentence each: who may apply, how much, on what condition."""
    prices: Annotated[tuple[Price, ...], reported("Prices")] = ()
    """What it costs a municipality or county of a certain size; each of them sees its own sum."""
    amounts: Annotated[tuple[Amount, ...], reported("Sums by year")] = ()
    """What the scheme had to give or gave, per year."""
    milestones: Annotated[tuple[Milestone, ...], decided("Milestones")] = ()
    """Dated results, oldest first."""
    decisions: Annotated[tuple[Decision, ...], decided("Decisions")] = ()
    """Formal decisions, oldest first."""
    updates: Annotated[tuple[Update, ...], reported("Updates")] = ()
    """Dated reports, oldest first."""
