"""What a municipality or county takes part in, as far as sources say, and what is open to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from living_strategy.graph import Graph
from living_strategy.model import Entry, Measure, Network, Organisation, Project
from living_strategy.model.measure import Audience
from living_strategy.model.municipality import Municipality
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.values import Status

# The ways in which an organisation or network stands behind a project, by inverse name.
_BEHIND = ("takes_part_in", "leads", "partner_in")
_OPEN = (Status.ONGOING, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Participation:
    """`projects` name the place itself, `member_of` are networks that name it as a member, and
    `nearby` are the other networks that work in its county: whether it is a member of those is
    not known. All in file order.
    """

    place: Municipality
    projects: tuple[Project, ...]
    member_of: tuple[Network, ...]
    nearby: tuple[Network, ...]

    @property
    def is_named(self) -> bool:
        """Whether any source names the place."""
        return bool(self.projects or self.member_of)


def participations(graph: Graph) -> dict[str, Participation]:
    """Every municipality and county by number, counties first, in the order of the register."""
    register = graph.corpus.municipalities.by_number
    named: dict[str, dict[str, Entry]] = {number: {} for number in register}
    for place in graph.places:
        # A name that may mean several places is a finding, and names none of them. Where a
        # network works says nothing about who is a member.
        if len(place.found) == 1 and place.path[0] != "counties":
            number = place.found[0].number
            named[number][place.source] = graph.entries[place.source]
    networks = [one for one in graph.of_kind(Network) if not one.retired]
    return {
        place.number: _participation(graph, place, named[place.number].values(), networks)
        for place in sorted(register.values(), key=lambda one: (not one.is_county, one.number))
    }


def _participation(
    graph: Graph, place: Municipality, named: Iterable[Entry], networks: list[Network]
) -> Participation:
    projects: set[str] = set()
    member_of: set[str] = set()
    for entry in named:
        if entry.kind == "network":
            member_of.add(entry.id)
        elif entry.kind == "project":
            projects.add(entry.id)
        else:
            projects |= {one.id for one in projects_behind(graph, entry)}
    return Participation(
        place,
        tuple(one for one in graph.of_kind(Project) if one.id in projects and not one.retired),
        tuple(one for one in networks if one.id in member_of),
        tuple(
            one for one in networks if place.number[:2] in one.counties and one.id not in member_of
        ),
    )


def projects_behind(graph: Graph, entry: Entry) -> tuple[Project, ...]:
    """The projects that an organisation or network leads, is a partner or takes part in."""
    found = {
        project.id
        for inverse in _BEHIND
        for project in graph.sources(entry.id, inverse)
        if isinstance(project, Project) and not project.retired
    }
    return tuple(project for project in graph.of_kind(Project) if project.id in found)


def open_projects(graph: Graph, audience: Audience, county: str) -> tuple[Project, ...]:
    """Projects under way or planned that carry out a measure for this audience. Those that
    networks or counties stand behind are open in these counties only, and those that a cooperation
    of municipalities leads are for its members.
    """
    return tuple(
        project
        for project in graph.of_kind(Project)
        if project.status in _OPEN
        and not project.retired
        and not _is_for_members(graph, project)
        and (county in (where := counties_of(graph, project)) or not where)
        and any(
            isinstance(measure, Measure) and audience in measure.audience
            for measure in graph.targets(project.id, "implements")
        )
    )


def _is_for_members(graph: Graph, project: Project) -> bool:
    lead = graph.entries.get(project.lead or "")
    return isinstance(lead, Organisation) and lead.type is OrganisationKind.INTERMUNICIPAL


def counties_of(graph: Graph, project: Project) -> frozenset[str]:
    """The counties a project is bound to; none when nothing binds it."""
    found = {
        number
        for relation in ("participants", "led_by", "partners")
        for network in graph.targets(project.id, relation)
        if isinstance(network, Network)
        for number in network.counties
    }
    named = graph.municipalities_of.get(project.id, ())
    return frozenset(found | {place.number for place in named if place.is_county})
