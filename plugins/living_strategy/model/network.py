"""Network: a regional digitalisation network, its counties and members."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from living_strategy.limits import PrintedNumber
from living_strategy.model.entry import RegisterEntry
from living_strategy.model.trait import Labels, Relation, decided, reported
from living_strategy.model.values import Amount, Count, Id, Period

CountyNumber = PrintedNumber
Member = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Network(RegisterEntry):
    """A regional digitalisation network (digitaliseringsnettverk)."""

    kind: ClassVar[str] = "network"
    label: ClassVar[str] = "Digitalisation network"
    labels: ClassVar[str] = "Digitalisation networks"
    register: ClassVar[str] = "networks"

    counties: Annotated[tuple[CountyNumber, ...], decided("Counties", '["46"]')] = ()
    """Numbers of the counties it covers, in quotes; in Norway two digits."""
    members: Annotated[tuple[Member, ...], reported("Members", '["4601"]')] = ()
    """Municipalities that are members: four-digit number in quotes, or the full name. Only those a source names."""
    member_count: Annotated[Count | None, reported("Number of members", "40")] = None
    """How many members a source counts; empty when unknown."""
    period: Annotated[Period | None, decided("Period")] = None
    """When it was started, and ended if it was."""
    part_of: Annotated[
        Id | None,
        decided(
            "Part of",
            "nabonettet",
            relation=Relation(
                "part_of",
                "parts",
                ("network",),
                labels=Labels(one="Part of", many="Part of"),
                inverse_labels=Labels(one="Consists of", many="Consists of"),
                added="Now part of {other}",
                removed="No longer part of {other}",
                replaced="Now part of {new} (was {old})",
                acyclic=True,
            ),
        ),
    ] = None
    """Id of the network it is a part of."""
    grants: Annotated[tuple[Amount, ...], reported("Grants")] = ()
    """Money the network got, per year."""
