"""Component: a shared component or service, its owner, maturity and spread."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.model.entry import RegisterEntry
from living_strategy.model.price import Price
from living_strategy.model.trait import Change, Labels, Relation, decided, reported
from living_strategy.model.values import Count, Id, SameBy, Text, Url, Value
from living_strategy.partial_date import PartialDate


class Maturity(StrEnum):
    """How far a shared component has come."""

    DEVELOPMENT = "development"
    PILOT = "pilot"
    PRODUCTION = "production"
    DISCONTINUED = "discontinued"


class Adoption(Value):
    """How many had taken a component into use at one time."""

    SAME_BY: ClassVar[SameBy] = (("date",),)

    date: Annotated[PartialDate, reported("Date", "2020-04-30")]
    """When it was counted."""
    count: Annotated[Count, reported("Number of users", "73")]
    """How many municipalities and counties used it."""
    total: Annotated[Count | None, reported("Of", "120")] = None
    """How many there were in all."""
    source: Annotated[Url | None, reported("Source", change=Change.EDITORIAL)] = None
    """Public address where the figure was found."""
    note: Annotated[Text | None, reported("Note", change=Change.CLARIFICATION)] = None
    """What was counted, or what is uncertain."""


class Component(RegisterEntry):
    """A shared component or service (felleskomponent, fellestjeneste)."""

    kind: ClassVar[str] = "component"
    label: ClassVar[str] = "Shared component"
    labels: ClassVar[str] = "Shared components"
    register: ClassVar[str] = "components"

    owner: Annotated[
        Id | None,
        decided(
            "Owner",
            "biblioteket",
            relation=Relation(
                "owned_by",
                "owns",
                ("organisation", "network"),
                labels=Labels(one="Owner", many="Owners"),
                inverse_labels=Labels(one="Owns", many="Owns"),
                added="Now owned by {other}",
                removed="No longer owned by {other}",
                replaced="Now owned by {new} (was {old})",
            ),
        ),
    ] = None
    """Id of the organisation that owns it."""
    maturity: Annotated[Maturity | None, reported("Maturity", "production")] = None
    """development, pilot, production or discontinued; empty when unknown."""
    price_model: Annotated[Text | None, reported("Price model")] = None
    """How users pay, in one or two sentences."""
    prices: Annotated[tuple[Price, ...], reported("Prices")] = ()
    """What a municipality or county of a certain size pays; each of them sees its own sum."""
    builds_on: Annotated[
        tuple[Id, ...],
        decided(
            "Builds on",
            "[felles-innlogging]",
            relation=Relation(
                "builds_on",
                "basis_of",
                ("component",),
                labels=Labels(one="Builds on", many="Builds on"),
                inverse_labels=Labels(one="Basis of", many="Basis of"),
                added="Now also builds on {other}",
                removed="No longer builds on {other}",
                acyclic=True,
            ),
        ),
    ] = ()
    """Ids of components it needs."""
    adoption: Annotated[tuple[Adoption, ...], reported("Adoption")] = ()
    """How many use it, oldest count first."""
