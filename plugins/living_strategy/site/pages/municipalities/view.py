"""Municipalities: a list of all with a map, a page for each, and where a script finds the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from living_strategy.artifact import Artifact, DataFile, Page
from living_strategy.content.graph import Graph
from living_strategy.figures.municipality_mentions import named_in_texts
from living_strategy.figures.participation import Participation, participations
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model.adoption import AdoptionState
from living_strategy.model.municipality import COUNTED, COUNTED_BY, INHABITANTS_URL
from living_strategy.site.channels import Subject
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.municipalities.county import County, counties
from living_strategy.site.pages.municipalities.place_files import (
    changes_by_place,
    lookup_data,
    project_data,
)
from living_strategy.site.pages.municipalities.places import MAX_LISTED, Places
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
    yield from _place_pages(parts, Places(by_number, changes, context), context)
    for number, events in changes.items():
        page = context.addresses.municipality(number, graph.corpus.municipalities)
        label = graph.corpus.municipalities.label(number)
        yield from write_feeds(
            Subject(label, page, context.addresses.place(number)), events, context
        )
    # A county that is a municipality has one page to be found, that of the municipality.
    doubled = {county.number for county in parts if county.is_municipality}
    findable = {number: part for number, part in by_number.items() if number not in doubled}
    yield DataFile(context.addresses.lookup_file, lookup_data(findable, context))
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
        title=language.page_title("municipalities"),
        description=language.text(
            "A page for each municipality and county: its network, where it is listed as a "
            "participant or named, and what is open to it."
        ),
        in_menu=True,
        part=None,
        counties=[(county, Counts.of(county.municipalities)) for county in parts],
        counts=Counts.of(part for part in by_number.values() if not part.municipality.is_county),
        lookup=context.addresses.lookup_file,
        # The tiles lie as the counties of Norway do.
        map=tile_map(parts, context.addresses, register) if register.is_norwegian else None,
        projects=PROJECTS,
        folder=lambda number: context.addresses.municipality_folder(number, register),
        name=register.label,
    )


def _place_pages(parts: tuple[County, ...], places: Places, context: ViewContext) -> Iterator[Page]:
    """Yield the page of every county and municipality."""
    for county in parts:
        yield _county_page(county, places, context)
        for participation in county.municipalities:
            yield _municipality_page(participation, county, places, context)


def _municipality_page(
    participation: Participation, county: County, places: Places, context: ViewContext
) -> Page:
    own = participation.municipality
    path = places.address(own)
    return context.page(
        path,
        "municipality.html",
        title=places.title(own),
        description=places.description(own, county),
        page_type=PAGE.name,
        head=places.following(own).head(path, context),
        **_place_values(participation, county, places),
    )


def _county_page(county: County, places: Places, context: ViewContext) -> Page:
    own = county.own.municipality
    path = places.address(own)
    return context.page(
        path,
        "county.html",
        title=places.title(own),
        description=places.description(own, county),
        page_type=PAGE.name,
        head=places.following(own).head(path, context),
        is_listed=not county.is_municipality,
        **_place_values(county.own, county, places),
    )


def _place_values(participation: Participation, county: County, places: Places) -> dict[str, Any]:
    own = participation.municipality
    return {
        "part": None,
        "own": own,
        "subject": places.subject(own, county),
        "county": county,
        "outlook": places.outlook(participation),
        "charges": places.charges(own),
        "local": places.local(own),
        "age": places.age,
        "goal_count": len(places.goals),
        "states": tuple(AdoptionState),
        "most": MAX_LISTED,
        "counted": COUNTED,
        "counted_by": COUNTED_BY,
        "counted_at": INHABITANTS_URL,
        "page_of": places.page_of,
        "following": places.following(own),
    }


PAGE = PageType("municipalities", render, named_in_texts, overview="municipalities")
