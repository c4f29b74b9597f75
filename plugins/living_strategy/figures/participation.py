"""Participation of municipalities and counties, as far as sources say, and what is open to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.municipality_mentions import Holder, municipality_mentions
from living_strategy.figures.status_age import is_fresh
from living_strategy.model import Entry, Measure, Network, Organisation, Project
from living_strategy.model.measure import Audience
from living_strategy.model.municipality import Municipality
from living_strategy.model.organisation import OrganisationKind
from living_strategy.model.project import IMPLEMENTS

# The ways in which an organisation or network stands behind a project, by inverse name.
_BEHIND = ("takes_part_in", "leads", "partner_in")
# What these lead is for more than themselves.
_FOR_MANY = (
    OrganisationKind.ASSOCIATION,
    OrganisationKind.MINISTRY,
    OrganisationKind.AGENCY,
    OrganisationKind.COMPANY,
    OrganisationKind.GROUP,
    OrganisationKind.COUNTY,
)
# So many besides the one who leads it.
_MIN_PARTICIPANTS = 2


@dataclass(frozen=True, slots=True)
class Participation:
    """`projects` name the municipality, `member_of` are networks that name it as a member, and
    `nearby` are the other networks that work in its county: whether it is a member of those is
    not known. `mentions` are the entries and pages that have its name, apart from those. All in
    file order.
    """

    municipality: Municipality
    projects: tuple[Project, ...]
    member_of: tuple[Network, ...]
    nearby: tuple[Network, ...]
    mentions: tuple[Holder, ...]

    @property
    def is_listed(self) -> bool:
        """Whether any source lists it as a participant or member."""
        return bool(self.projects or self.member_of)

    @property
    def is_found(self) -> bool:
        """Whether its name occurs anywhere in the strategy."""
        return self.is_listed or bool(self.mentions)


def participations(graph: Graph) -> dict[str, Participation]:
    """Return the participation of every municipality and county by number, counties first."""
    register = graph.corpus.municipalities.by_number
    entries_by_number: dict[str, dict[str, Entry]] = {number: {} for number in register}
    for mention in graph.places:
        # A name that may mean several places is a finding, and names none of them. Where a
        # network works says nothing about who is a member.
        if len(mention.candidates) == 1 and mention.path[0] != "counties":
            number = mention.candidates[0].number
            entries_by_number[number][mention.source] = graph.entries[mention.source]
    networks = graph.active(Network)
    mentions = municipality_mentions(graph)
    return {
        municipality.number: _participation(
            graph,
            municipality,
            entries_by_number[municipality.number].values(),
            networks,
            mentions.get(municipality.number, ()),
        )
        for municipality in sorted(
            register.values(),
            key=lambda municipality: (not municipality.is_county, municipality.number),
        )
    }


def _participation(
    graph: Graph,
    municipality: Municipality,
    entries: Iterable[Entry],
    networks: tuple[Network, ...],
    mentions: tuple[Holder, ...],
) -> Participation:
    projects: set[str] = set()
    member_of: set[str] = set()
    for entry in entries:
        if entry.kind == "network":
            member_of.add(entry.id)
        elif entry.kind == "project":
            projects.add(entry.id)
        else:
            projects |= {project.id for project in projects_behind(graph, entry)}
    return Participation(
        municipality,
        # Most are named by none.
        tuple(project for project in graph.active(Project) if project.id in projects)
        if projects
        else (),
        tuple(network for network in networks if network.id in member_of),
        tuple(
            network
            for network in networks
            if network.id not in member_of
            and (municipality.parent or municipality.number) in graph.counties_of(network)
        ),
        tuple(
            holder
            for holder in mentions
            if not isinstance(holder, Entry) or holder.id not in projects | member_of
        ),
    )


def projects_behind(graph: Graph, entry: Entry) -> tuple[Project, ...]:
    """Return the projects that an organisation or network leads, is a partner or takes part in."""
    project_ids = {
        project for inverse in _BEHIND for project in graph.source_ids(entry.id, inverse)
    }
    return tuple(project for project in graph.active(Project) if project.id in project_ids)


@dataclass(frozen=True, slots=True)
class Opening:
    """A project that others could join: those of these audiences, and in these counties if any."""

    project: Project
    audiences: frozenset[Audience]
    counties: frozenset[str]


def openings_of(graph: Graph, today: date) -> Iterator[Opening]:
    """Yield the projects that municipalities or counties could join. They are under way or planned
    within the last two years, carry out a measure for their audience, and are more than one
    participant's own. Those of networks or counties are open in these counties only, and those
    that a cooperation of municipalities leads are for its members.
    """
    for project in graph.active(Project):
        if (
            project.status.can_be_joined
            and is_fresh(project, today)
            and not _is_for_members(graph, project)
            and _is_shared(graph, project)
        ):
            measures = graph.targets(project.id, IMPLEMENTS.name)
            audiences = frozenset(
                audience
                for measure in measures
                if isinstance(measure, Measure)
                for audience in measure.audiences_counted
            )
            yield Opening(project, audiences, counties_of(graph, project))


def open_projects(
    openings: Iterable[Opening], audience: Audience, county: str
) -> tuple[Project, ...]:
    """Return those that a municipality or county of this audience, in this county, could join."""
    return tuple(
        opening.project
        for opening in openings
        if audience in opening.audiences and (county in opening.counties or not opening.counties)
    )


def _is_for_members(graph: Graph, project: Project) -> bool:
    lead = graph.entries.get(project.lead or "")
    return isinstance(lead, Organisation) and lead.counted_as is OrganisationKind.INTERMUNICIPAL


def _is_shared(graph: Graph, project: Project) -> bool:
    """Return whether a national or regional body leads it, or several take part. What a
    municipality does by itself is nothing that others can join, whomever the measure is for.
    """
    lead = graph.find(project.lead or "")
    if isinstance(lead, Network) or (
        isinstance(lead, Organisation) and lead.counted_as in _FOR_MANY
    ):
        return True
    if _owner_is_a_municipality(graph):
        return False
    participants = {
        municipality.number for municipality in graph.municipalities_of.get(project.id, ())
    }
    for relation in ("participants", "partners"):
        for participant in graph.targets(project.id, relation):
            number = participant.number if isinstance(participant, Organisation) else None
            participants.add(number or participant.id)
    participants -= {lead.id, getattr(lead, "number", None) or lead.id} if lead else set()
    return len(participants) >= _MIN_PARTICIPANTS


def _owner_is_a_municipality(graph: Graph) -> bool:
    owner = graph.find(graph.corpus.settings.owner or "")
    return isinstance(owner, Organisation) and owner.counted_as is OrganisationKind.MUNICIPALITY


def counties_of(graph: Graph, project: Project) -> frozenset[str]:
    """Return the counties a project is bound to; none when nothing binds it."""
    network_counties = {
        number
        for relation in ("participants", "led_by", "partners")
        for network in graph.targets(project.id, relation)
        if isinstance(network, Network)
        for number in graph.counties_of(network)
    }
    municipalities = graph.municipalities_of.get(project.id, ())
    lead_counties = {
        graph.corpus.municipalities.present(lead.number) or lead.number
        for lead in graph.targets(project.id, "led_by")
        if isinstance(lead, Organisation)
        and lead.counted_as is OrganisationKind.COUNTY
        and lead.number
    }
    return frozenset(
        network_counties
        | lead_counties
        | {municipality.number for municipality in municipalities if municipality.is_county}
    )
