"""Municipalities: county by county what each takes part in, as a page and as data for a look-up."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from living_strategy.artifact import Artifact, DataFile
from living_strategy.content.graph import Graph
from living_strategy.figures.municipality_mentions import Holder, named_in_texts
from living_strategy.figures.participation import (
    Participation,
    open_projects,
    openings_of,
    participations,
    projects_behind,
)
from living_strategy.figures.presence import overviews_with_content
from living_strategy.figures.status_age import is_doubtful
from living_strategy.history.event import Event
from living_strategy.model import Entry, Network, Project
from living_strategy.model.measure import Audience
from living_strategy.site.channels import Subject, newest_changes
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.following import feed_files
from living_strategy.site.status_words import status_words
from living_strategy.site.subscriptions import write_feeds


@dataclass(frozen=True, slots=True)
class County:
    """A county with its networks, its own participation, and its municipalities: those whose name
    was found, and the names of the others.
    """

    own: Participation
    networks: tuple[Network, ...]
    named: tuple[Participation, ...]
    others: tuple[str, ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Artifact]:
    """Yield the page with all answers, and the file that lets a script look one up."""
    by_number = participations(graph)
    language = context.language
    path = context.addresses.view("municipalities")
    changes = changes_by_place(by_number, context)
    municipalities = [
        participation
        for participation in by_number.values()
        if not participation.municipality.is_county
    ]
    yield context.page(
        path,
        "municipalities.html",
        script="municipality.js",
        title=language.text("Municipalities and counties"),
        description=language.text(
            "Where each municipality and county is listed as a participant or member, or named."
        ),
        in_menu="municipalities" in overviews_with_content(graph),
        part=None,
        counties=counties(by_number, graph, context),
        total=len(municipalities),
        listed=sum(participation.is_listed for participation in municipalities),
        mentioned=sum(
            participation.is_found and not participation.is_listed
            for participation in municipalities
        ),
        lookup=context.addresses.lookup_file,
        feeds={number: feed_files(context.addresses.place(number), context) for number in changes},
    )
    for number, events in changes.items():
        label = graph.corpus.municipalities.label(number)
        place = Subject(label, path, context.addresses.place(number))
        yield from write_feeds(place, events, context)
    yield DataFile(context.addresses.lookup_file, lookup_data(by_number, graph, context))


def changes_by_place(
    by_number: dict[str, Participation], context: ViewContext
) -> dict[str, tuple[Event, ...]]:
    """Return the newest changes of the entries that list or name a municipality or county, by its
    number; nothing for those where nothing has changed, or on a site without feeds.
    """
    if not context.channels.changes:
        return {}
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    for number, participation in by_number.items():
        holders = (*participation.projects, *participation.member_of, *participation.mentions)
        for holder in holders:
            if isinstance(holder, Entry):
                numbers[holder.id].append(number)
    changes = newest_changes(context.history.events, lambda event: numbers.get(event.entry, ()))
    return {number: changes[number] for number in by_number if number in changes}


def counties(
    by_number: dict[str, Participation], graph: Graph, context: ViewContext
) -> list[County]:
    """Return the counties, sorted in the site's alphabet."""
    register, key = graph.corpus.municipalities, context.language.sort_key
    by_county: dict[str, list[Participation]] = {}
    for participation in sorted(
        by_number.values(), key=lambda participation: key(participation.municipality.name)
    ):
        if not participation.municipality.is_county:
            by_county.setdefault(participation.municipality.number[:2], []).append(participation)
    return [
        County(
            county,
            (*county.member_of, *county.nearby),
            tuple(
                participation
                for participation in by_county.get(county.municipality.number, ())
                if participation.is_found
            ),
            tuple(
                register.label(participation.municipality.number)
                for participation in by_county.get(county.municipality.number, ())
                if not participation.is_found
            ),
        )
        for county in sorted(
            by_number.values(), key=lambda participation: key(participation.municipality.name)
        )
        if county.municipality.is_county
    ]


def lookup_data(by_number: dict[str, Participation], graph: Graph, context: ViewContext) -> bytes:
    """Return places, networks, projects, and what is open to the places of each county, as JSON.

    Entries are named by their position in a list, so that 372 places take a few kilobytes.
    """
    networks = {network.id: number for number, network in enumerate(graph.of_kind(Network))}
    projects = {project.id: number for number, project in enumerate(graph.of_kind(Project))}

    def numbers(entries: tuple[Entry, ...], among: dict[str, int]) -> list[int]:
        return [among[entry.id] for entry in entries]

    openings = tuple(openings_of(graph, context.today))
    holders: dict[str, tuple[int, list[str]]] = {}

    def mentions(participation: Participation) -> list[int]:
        return [
            holders.setdefault(address, (len(holders), [holder.title, address]))[0]
            for holder in participation.mentions
            for address in (_address(holder, context),)
        ]

    data: dict[str, Any] = {
        "projects": [
            [
                project.title,
                context.addresses.entry(project),
                project.status.value,
                status_words(project, context.language, context.today),
                is_doubtful(project, context.today),
            ]
            for project in graph.of_kind(Project)
        ],
        "networks": [
            [
                network.title,
                context.addresses.entry(network),
                numbers(projects_behind(graph, network), projects),
            ]
            for network in graph.of_kind(Network)
        ],
        "places": [
            [
                participation.municipality.number,
                participation.municipality.name,
                numbers(participation.projects, projects),
                numbers(participation.member_of, networks),
                numbers(participation.nearby, networks),
                mentions(participation),
            ]
            for participation in by_number.values()
        ],
        "open": {
            participation.municipality.number: [
                numbers(
                    open_projects(openings, audience, participation.municipality.number), projects
                )
                for audience in (Audience.MUNICIPALITY, Audience.COUNTY)
            ]
            for participation in by_number.values()
            if participation.municipality.is_county
        },
    }
    data["mentions"] = [row for _, row in holders.values()]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _address(holder: Holder, context: ViewContext) -> str:
    return context.addresses.entry(holder) if isinstance(holder, Entry) else holder.address


PAGE = PageType("municipalities", render, named_in_texts)
