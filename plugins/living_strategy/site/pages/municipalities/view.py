"""Municipalities: county by county what each takes part in, as a page and as data for a look-up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from living_strategy.artifact import Artifact, DataFile
from living_strategy.content.graph import Graph
from living_strategy.figures.named_places import Holder
from living_strategy.figures.participation import (
    Participation,
    open_projects,
    participations,
    projects_behind,
)
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model import Entry, Network, Project
from living_strategy.model.measure import Audience
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.status_words import status_words


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
    """The page holds every answer; the file lets a script find one of them."""
    found = participations(graph)
    language = context.language
    path = context.addresses.view("municipalities")
    places = [one for one in found.values() if not one.place.is_county]
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
        counties=counties(found, graph, context),
        total=len(places),
        listed=sum(one.is_listed for one in places),
        mentioned=sum(one.is_found and not one.is_listed for one in places),
        lookup=context.addresses.places,
    )
    yield DataFile(context.addresses.places, lookup_data(found, graph, context))


def counties(found: dict[str, Participation], graph: Graph, context: ViewContext) -> list[County]:
    """The counties in the site's alphabet."""
    register, key = graph.corpus.municipalities, context.language.sort_key
    below: dict[str, list[Participation]] = {}
    for one in sorted(found.values(), key=lambda one: key(one.place.name)):
        if not one.place.is_county:
            below.setdefault(one.place.number[:2], []).append(one)
    return [
        County(
            own,
            (*own.member_of, *own.nearby),
            tuple(one for one in below.get(own.place.number, ()) if one.is_found),
            tuple(
                register.label(one.place.number)
                for one in below.get(own.place.number, ())
                if not one.is_found
            ),
        )
        for own in sorted(found.values(), key=lambda one: key(one.place.name))
        if own.place.is_county
    ]


def lookup_data(found: dict[str, Participation], graph: Graph, context: ViewContext) -> bytes:
    """Places, networks, projects, and what is open to the places of each county, as JSON.

    Entries are named by their place in a list, so that 372 places take a few kilobytes.
    """
    networks = {one.id: number for number, one in enumerate(graph.of_kind(Network))}
    projects = {one.id: number for number, one in enumerate(graph.of_kind(Project))}

    def numbers(entries: tuple[Entry, ...], among: dict[str, int]) -> list[int]:
        return [among[one.id] for one in entries]

    holders: dict[str, tuple[int, list[str]]] = {}

    def mentions(one: Participation) -> list[int]:
        return [
            holders.setdefault(address, (len(holders), [holder.title, address]))[0]
            for holder in one.mentions
            for address in (_address(holder, context),)
        ]

    data: dict[str, Any] = {
        "projects": [
            [
                one.title,
                context.addresses.entry(one),
                one.status.value,
                status_words(one, context.language, context.today),
            ]
            for one in graph.of_kind(Project)
        ],
        "networks": [
            [
                one.title,
                context.addresses.entry(one),
                numbers(projects_behind(graph, one), projects),
            ]
            for one in graph.of_kind(Network)
        ],
        "places": [
            [
                one.place.number,
                one.place.name,
                numbers(one.projects, projects),
                numbers(one.member_of, networks),
                numbers(one.nearby, networks),
                mentions(one),
            ]
            for one in found.values()
        ],
        "open": {
            one.place.number: [
                numbers(open_projects(graph, audience, one.place.number, context.today), projects)
                for audience in (Audience.MUNICIPALITY, Audience.COUNTY)
            ]
            for one in found.values()
            if one.place.is_county
        },
    }
    data["mentions"] = [row for _, row in holders.values()]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _address(holder: Holder, context: ViewContext) -> str:
    return context.addresses.entry(holder) if isinstance(holder, Entry) else holder.address


PAGE = PageType("municipalities", render)
