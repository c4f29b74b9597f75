"""Outlook of a municipality or county: projects, networks, and what it could join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from living_strategy.content.graph import Graph
from living_strategy.figures.participation import (
    Opening,
    Participation,
    open_projects,
    openings_of,
    projects_behind,
)
from living_strategy.model import Network, Organisation, Project
from living_strategy.model.measure import Audience
from living_strategy.model.municipality import Municipality


class Role(Enum):
    """How somebody stands behind a project, the strongest first."""

    LEAD = "lead"
    PARTNER = "partner"
    PARTICIPANT = "participant"


@dataclass(frozen=True, slots=True)
class Seat:
    """A network that lists the municipality as a member, or works in its county without listing it.
    `members` are the others that it lists.
    """

    network: Network
    is_member: bool
    members: tuple[Municipality, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a municipality or county, and what may concern it: `through` are projects of
    its networks, `open` others that it could join. No project stands in two places.
    """

    participation: Participation
    roles: tuple[tuple[Project, Role], ...]
    seats: tuple[Seat, ...]
    through: tuple[Project, ...]
    open: tuple[Project, ...]


class Outlooks:
    """Gives the outlook of each. What many have in common is worked out once."""

    def __init__(
        self, graph: Graph, participations: Mapping[str, Participation], today: date
    ) -> None:
        self._graph = graph
        self._participations = participations
        self._openings: tuple[Opening, ...] = tuple(openings_of(graph, today))
        self._open: dict[tuple[Audience, str], tuple[Project, ...]] = {}
        self._behind: dict[str, tuple[Project, ...]] = {}
        self._through: dict[tuple[str, ...], tuple[Project, ...]] = {}

    def of(self, participation: Participation) -> Outlook:
        """Return the outlook of a municipality or county."""
        networks = (*participation.member_of, *participation.nearby)
        own = {project.id for project in participation.projects}
        through = _without(self._projects_of(networks), own)
        near = own | {project.id for project in through}
        return Outlook(
            participation,
            tuple(
                (project, self._role(project, participation)) for project in participation.projects
            ),
            tuple(self._seat(network, participation) for network in networks),
            through,
            _without(self._open_to(participation.municipality), near),
        )

    def _role(self, project: Project, participation: Participation) -> Role:
        organisations = self._organisations.get(participation.municipality.number, frozenset())
        if project.lead in organisations:
            return Role.LEAD
        if not organisations.isdisjoint(project.partners):
            return Role.PARTNER
        return Role.PARTICIPANT

    def _seat(self, network: Network, participation: Participation) -> Seat:
        own = participation.municipality.number
        return Seat(
            network,
            network in participation.member_of,
            tuple(
                member.municipality
                for member in self._members[network.id]
                if member.municipality.number != own
            ),
        )

    def _projects_of(self, networks: Iterable[Network]) -> tuple[Project, ...]:
        """Return the projects of networks, each once. Places of a county share most networks."""
        key = tuple(network.id for network in networks)
        if key not in self._through:
            projects: dict[str, Project] = {}
            for network in networks:
                if network.id not in self._behind:
                    self._behind[network.id] = projects_behind(self._graph, network)
                projects |= {project.id: project for project in self._behind[network.id]}
            self._through[key] = tuple(projects.values())
        return self._through[key]

    def _open_to(self, municipality: Municipality) -> tuple[Project, ...]:
        audience = Audience.COUNTY if municipality.is_county else Audience.MUNICIPALITY
        key = (audience, municipality.parent or municipality.number)
        if key not in self._open:
            self._open[key] = open_projects(self._openings, *key)
        return self._open[key]

    @cached_property
    def _organisations(self) -> Mapping[str, frozenset[str]]:
        """The ids of the organisations that stand for a municipality or county, by its number."""
        ids: defaultdict[str, set[str]] = defaultdict(set)
        for organisation in self._graph.active(Organisation):
            number = self._graph.corpus.municipalities.present(organisation.number or "")
            if number in self._participations:
                ids[number].add(organisation.id)
        return {number: frozenset(own) for number, own in ids.items()}

    @cached_property
    def _members(self) -> Mapping[str, tuple[Participation, ...]]:
        """The participations of the members that each network lists."""
        members: defaultdict[str, list[Participation]] = defaultdict(list)
        for participation in self._participations.values():
            for network in participation.member_of:
                members[network.id].append(participation)
        return defaultdict(tuple, {name: tuple(listed) for name, listed in members.items()})


def _without(projects: tuple[Project, ...], ids: set[str]) -> tuple[Project, ...]:
    return tuple(project for project in projects if project.id not in ids)
