"""Counties with their municipalities, as the pages list them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from living_strategy.figures.participation import Participation


@dataclass(frozen=True, slots=True)
class County:
    """A county, and its municipalities by the names in Norwegian, by which they are looked up."""

    own: Participation
    municipalities: tuple[Participation, ...]

    @property
    def number(self) -> str:
        """Its two digits."""
        return self.own.municipality.number

    @property
    def is_municipality(self) -> bool:
        """Whether it is a municipality, too, as Oslo is."""
        return [member.municipality.name for member in self.municipalities] == [
            self.own.municipality.name
        ]


def counties(
    by_number: Mapping[str, Participation], sort_key: Callable[[str], Any]
) -> tuple[County, ...]:
    """Return the counties, they and their municipalities in the order of the alphabet."""
    in_order = sorted(
        by_number.values(),
        key=lambda participation: sort_key(participation.municipality.norwegian_name),
    )
    members: defaultdict[str, list[Participation]] = defaultdict(list)
    for participation in in_order:
        if not participation.municipality.is_county:
            members[participation.municipality.parent].append(participation)
    return tuple(
        County(participation, tuple(members[participation.municipality.number]))
        for participation in in_order
        if participation.municipality.is_county
    )
