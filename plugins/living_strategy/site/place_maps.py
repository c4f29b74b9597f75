"""Small maps on pages of networks, projects and components: who is listed, as far as we know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from living_strategy.content.graph import Graph
from living_strategy.figures.presence import is_overview_in_use
from living_strategy.language import Language
from living_strategy.model import Entry, Network
from living_strategy.model.municipality import Municipality
from living_strategy.site.pictures.place_map import Division, MapSheet, PlaceMap


@dataclass(frozen=True, slots=True)
class ShownPlaces:
    """A map with what it shows in numbers: municipalities that are `listed`; those `near`, where a
    network works of which they may be members; `authorities` of counties that are listed; and the
    municipalities of which nothing is known.
    """

    picture: PlaceMap
    listed: int
    near: int
    authorities: int
    unknown: int


@dataclass(frozen=True, slots=True)
class GroupedPlaces:
    """A map of municipalities in groups: `hatched` is around the tiles of all counties, `groups`
    are names with the path of their tiles, and `frames` the same with those of counties whose
    authorities are in the group.
    """

    width: int
    height: int
    hatched: str
    groups: tuple[tuple[str, str], ...]
    frames: tuple[tuple[str, str], ...]

    def shows(self, name: str) -> bool:
        """Whether any municipality is in a group."""
        return any(path for group, path in self.groups if group == name)

    def frames_any(self, name: str) -> bool:
        """Whether the authority of any county is in a group."""
        return any(path for group, path in self.frames if group == name)


class PlaceMaps:
    """Draws maps of one strategy. What they share is worked out when the first one is drawn."""

    def __init__(self, graph: Graph, language: Language) -> None:
        self._graph = graph
        self._register = graph.corpus.municipalities
        self._language = language
        self._is_in_use = self._register.is_norwegian and is_overview_in_use(
            "municipalities", graph.corpus.settings
        )

    def of(self, places: Iterable[Municipality], networks: Iterable[Entry]) -> ShownPlaces | None:
        """Return the map of these municipalities and counties, and of the counties where these
        networks work; None where nothing would be on it, or a strategy has no maps.
        """
        if not self._is_in_use:
            return None
        places = tuple(places)
        numbers = {place.number for place in places}
        authorities = {place.number for place in places if place.is_county}
        listed = numbers - authorities
        counties = {
            county
            for network in networks
            if isinstance(network, Network)
            for county in self._graph.counties_of(network)
        }
        near = {
            number
            for county in counties
            for number in self._division.get(county, ())
            if number not in listed
        }
        if not (numbers or near):
            return None
        total = sum(map(len, self._division.values()))
        return ShownPlaces(
            self._sheet.draw(listed, counties, authorities),
            len(listed),
            len(near),
            len(authorities),
            total - len(listed) - len(near),
        )

    def by_group(self, groups: Mapping[str, Collection[str]]) -> GroupedPlaces | None:
        """Return the map of municipalities and counties in groups, by their numbers; None where a
        strategy has no maps.
        """
        if not self._is_in_use:
            return None
        return GroupedPlaces(
            *self._sheet.ground(),
            tuple((name, self._sheet.squares(numbers)) for name, numbers in groups.items()),
            tuple((name, self._sheet.frames(numbers)) for name, numbers in groups.items()),
        )

    @cached_property
    def _sheet(self) -> MapSheet:
        return MapSheet(self._division)

    @cached_property
    def _division(self) -> Division:
        """The municipalities of each county, in the order of their names in Norwegian."""
        key, division = self._language.sort_key, defaultdict[str, list[str]](list)
        for place in sorted(
            self._register.by_number.values(), key=lambda place: key(place.norwegian_name)
        ):
            if not place.is_county:
                division[place.parent].append(place.number)
        return division
