"""Municipalities: a list of all with a map, a page for each, and where a script finds the page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from living_strategy.artifact import Artifact, DataFile, Page
from living_strategy.content.graph import Graph
from living_strategy.figures.municipality_mentions import named_in_texts
from living_strategy.figures.participation import Participation, participations
from living_strategy.figures.presence import overviews_with_content
from living_strategy.history.event import Event
from living_strategy.model import Entry
from living_strategy.site.channels import Subject, newest_changes
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.municipalities.county import County, counties
from living_strategy.site.pages.municipalities.place_page import PlacePages
from living_strategy.site.pages.municipalities.tile_map import tile_map
from living_strategy.site.subscriptions import write_feeds

# What the map shows of a project that is chosen, beside the page that has it.
PROJECTS = "projects.json"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many municipalities are listed by a source, are only named, and how many there are."""

    listed: int
    named: int
    total: int

    @classmethod
    def of(cls, municipalities: Iterable[Participation]) -> Counts:
        """Count these."""
        parts = tuple(municipalities)
        listed = sum(part.is_listed for part in parts)
        return cls(listed, sum(part.is_found for part in parts) - listed, len(parts))


def render(graph: Graph, context: ViewContext) -> Iterator[Artifact]:
    """Yield the list of all, the page of each, and the files for scripts. A strategy that names no
    network and no municipality has none of it.
    """
    if "municipalities" not in overviews_with_content(graph):
        return
    by_number = participations(graph)
    changes = changes_by_place(by_number, context)
    parts = counties(by_number, context.language.sort_key)
    yield _list(parts, by_number, context)
    yield from PlacePages(by_number, parts, changes, context).pages()
    for number, events in changes.items():
        page = context.addresses.municipality(number, graph.corpus.municipalities)
        label = graph.corpus.municipalities.label(number)
        yield from write_feeds(
            Subject(label, page, context.addresses.place(number)), events, context
        )
    yield DataFile(context.addresses.lookup_file, lookup_data(by_number, context))
    yield DataFile(f"{context.addresses.view('municipalities')}{PROJECTS}", project_data(context))


def _list(
    parts: tuple[County, ...], by_number: Mapping[str, Participation], context: ViewContext
) -> Page:
    language = context.language
    register = context.graph.corpus.municipalities
    return context.page(
        context.addresses.view("municipalities"),
        "municipalities.html",
        script="municipality.js",
        title=language.text("Municipalities and counties"),
        description=language.text(
            "A page for each municipality and county: its network, where it is listed as a "
            "participant or named, and what is open to it."
        ),
        in_menu=True,
        part=None,
        counties=[(county, Counts.of(county.municipalities)) for county in parts],
        counts=Counts.of(part for part in by_number.values() if not part.municipality.is_county),
        lookup=context.addresses.lookup_file,
        map=tile_map(parts, context.addresses, register),
        projects=PROJECTS,
        folder=lambda number: context.addresses.municipality_folder(number, register),
        name=register.label,
    )


def changes_by_place(
    by_number: Mapping[str, Participation], context: ViewContext
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


def lookup_data(by_number: Mapping[str, Participation], context: ViewContext) -> bytes:
    """Return number, names and last folder of the page of every municipality and county, as JSON.
    Described in assets/scripts/parts/places.js, which reads it.
    """
    register, folder = context.graph.corpus.municipalities, context.addresses.municipality_folder
    return _as_json(
        {
            "places": [
                [number, part.municipality.name, folder(number, register)]
                for number, part in by_number.items()
            ]
        }
    )


def project_data(context: ViewContext) -> bytes:
    """Return the joint projects that list municipalities, with their addresses and the last folders
    of the pages of these, as JSON. Described in assets/scripts/parts/tile-map.js, which reads it.
    """
    graph, language = context.graph, context.language
    register, folder = graph.corpus.municipalities, context.addresses.municipality_folder
    rows = [
        [project.title, context.addresses.entry(project), folders]
        for project in graph.by_kind["project"]
        if not project.retired
        and (
            folders := [
                folder(municipality.number, register)
                for municipality in graph.municipalities_of.get(project.id, ())
                if not municipality.is_county
            ]
        )
    ]
    return _as_json({"projects": sorted(rows, key=lambda row: language.sort_key(str(row[0])))})


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


PAGE = PageType("municipalities", render, named_in_texts)
