"""Priority area: the main division of the strategy, listed in strategy.yml."""

from __future__ import annotations

from typing import Annotated, ClassVar

from living_strategy.model.entry import Entry
from living_strategy.model.framework import SUPPORTS, FrameworkRef
from living_strategy.model.trait import decided


class Area(Entry):
    """A priority area (satsingsområde)."""

    kind: ClassVar[str] = "area"
    label: ClassVar[str] = "Priority area"
    labels: ClassVar[str] = "Priority areas"
    address: ClassVar[str] = "areas"

    frameworks: Annotated[
        tuple[FrameworkRef, ...],
        decided("Strategies above", "[langtidsplanen/kortere-kor]", relation=SUPPORTS),
    ] = ()
    """Goals of strategies above this one that the area follows: framework id, or framework/goal."""
