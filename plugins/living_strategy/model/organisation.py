"""Organisation: ministries, agencies, companies, municipalities and groups that do things."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from living_strategy.limits import PrintedNumber
from living_strategy.model.entry import RegisterEntry
from living_strategy.model.own_value import OwnList, OwnValue, counted_as
from living_strategy.model.trait import Change, Labels, Relation, decided
from living_strategy.model.values import Id


class OrganisationKind(StrEnum):
    """What sort of organisation it is. Ministries and agencies count as the state."""

    ASSOCIATION = "association"
    MINISTRY = "ministry"
    AGENCY = "agency"
    COMPANY = "company"
    MUNICIPALITY = "municipality"
    COUNTY = "county"
    INTERMUNICIPAL = "intermunicipal"
    GROUP = "group"
    OTHER = "other"


AnyKind = Annotated[OrganisationKind | OwnValue, OwnList(OrganisationKind)]
"""What sort of organisation it is: one of the package's words, or of the strategy's own."""


class Organisation(RegisterEntry):
    """An organisation (organisasjon)."""

    kind: ClassVar[str] = "organisation"
    label: ClassVar[str] = "Organisation"
    labels: ClassVar[str] = "Organisations"
    register: ClassVar[str] = "organisations"

    type: Annotated[AnyKind, decided("Type", "agency")]
    """association, ministry, agency, company, municipality, county, intermunicipal, group or other."""
    number: Annotated[
        PrintedNumber | None,
        decided("Number", '"0301"', change=Change.EDITORIAL),
    ] = None
    """Number of a municipality or county, or organisation number, in quotes."""
    part_of: Annotated[
        Id | None,
        decided(
            "Part of",
            "biblioteket",
            relation=Relation(
                "part_of",
                "parts",
                ("organisation",),
                labels=Labels(one="Part of", many="Part of"),
                inverse_labels=Labels(one="Consists of", many="Consists of"),
                added="Now part of {other}",
                removed="No longer part of {other}",
                replaced="Now part of {new} (was {old})",
                acyclic=True,
            ),
        ),
    ] = None
    """Id of the organisation it belongs under."""

    @property
    def counted_as(self) -> OrganisationKind:
        """The type that figures take its own for; one that counts as nothing is another."""
        return counted_as(self.type, OrganisationKind) or OrganisationKind.OTHER
