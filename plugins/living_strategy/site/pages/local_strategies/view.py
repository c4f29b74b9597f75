"""Local strategies: what they say about each goal of this one, and what others could copy."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.presence import overviews_with_content
from living_strategy.model.adoption import AdoptionState
from living_strategy.site.context import ViewContext
from living_strategy.site.list_choices import is_filtered
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.local_strategies.copied import copied, followed_name
from living_strategy.site.parts.filters import Choice, Facet
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.parts.uptake_words import GROUPS, age_words
from living_strategy.upstream.uptake import GoalUptake, LocalMeasure, LocalStrategy

# With the texts of other sites at their longest these pages stay below 250 kB.
MAX_SITES, MAX_MEASURES = 120, 35


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the overview, a page for each goal that somebody has treated or has measures for, and
    the list of measures; nothing as long as no site is listed.
    """
    if "local-strategies" not in overviews_with_content(graph):
        return
    yield from _overview(context)
    for uptake in context.uptake.goals:
        if uptake.treated or uptake.measures:
            yield _goal(uptake, context)
    yield from _measures(context)


def _overview(context: ViewContext) -> Iterator[Page]:
    uptake, language = context.uptake, context.language
    title, path = language.text("Local strategies"), context.addresses.view("local-strategies")
    asked = [one for one in uptake.strategies if one not in uptake.reporting]
    groups = {
        "yes": _numbers(one for one in uptake.reporting if one.judgements),
        "none": _numbers(one for one in uptake.reporting if not one.judgements),
    }
    for part in paginate(uptake.strategies, path, MAX_SITES, language):
        yield context.page(
            part.path,
            "local_strategies.html",
            script="filter.js" if is_filtered(len(part.items)) else "",
            is_filtered=is_filtered(len(part.items)),
            title=part.title(title),
            heading=title,
            description=_description(context),
            in_menu=part.number == 1,
            part=part,
            top=path,
            uptake=uptake,
            silent=asked,
            facets=[facet for facet in [_counties(part.items, context)] if facet.choices],
            map=context.place_maps.by_group(groups),
            groups=_municipalities(groups, context),
            measure_count=sum(len(one.measures) for one in uptake.reporting),
            **_shared(context),
        )


def _goal(uptake: GoalUptake, context: ViewContext) -> Page:
    language = context.language
    groups: Mapping[str, Collection[str]] = {
        name: _numbers(one for state in states for one in uptake.by_state[state])
        for name, states in GROUPS.items()
    } | {"none": _numbers(uptake.untreated)}
    title = language.text("{title}: what local strategies say").format(title=uptake.goal.title)
    return context.page(
        context.addresses.uptake(uptake.goal.id),
        "uptake.html",
        page_type=PAGE.name,
        title=title,
        heading=language.text("Local strategies"),
        top=context.addresses.view("local-strategies"),
        description=_description(context),
        part=None,
        uptake=uptake,
        reporting=len(context.uptake.reporting),
        map=context.place_maps.by_group(groups),
        groups=_municipalities(groups, context),
        measure_page=_first_pages(context).get(uptake.goal.id, ""),
        **_shared(context),
    )


def _measures(context: ViewContext) -> Iterator[Page]:
    language, rows = context.language, _rows(context)
    if not rows:
        return
    title, path = language.text("Measures to copy"), context.addresses.local_measures()
    upstream = followed_name(context.settings.owner)
    for part in paginate(rows, path, MAX_MEASURES, language):
        yield context.page(
            part.path,
            "local_measures.html",
            page_type=PAGE.name,
            title=part.title(title),
            heading=language.text("Local strategies"),
            top=context.addresses.view("local-strategies"),
            first=path,
            first_title=title,
            description=language.text("Measures of municipalities and counties, goal by goal."),
            part=part,
            blocks=[
                (uptake.goal, [local for _, local in rows_of_goal])
                for uptake, rows_of_goal in groupby(part.items, itemgetter(0))
            ],
            total=sum(len(one.measures) for one in context.uptake.reporting),
            file_of=lambda local: copied(local, upstream),
            upstream=upstream,
            **_shared(context),
        )


def _rows(context: ViewContext) -> list[tuple[GoalUptake, LocalMeasure]]:
    """Return every measure under each goal that it serves, in the order of the goals."""
    return [(uptake, local) for uptake in context.uptake.goals for local in uptake.measures]


def _first_pages(context: ViewContext) -> dict[str, str]:
    """Return the address where the measures of each goal begin."""
    first: dict[str, str] = {}
    path = context.addresses.local_measures()
    for part in paginate(_rows(context), path, MAX_MEASURES, context.language):
        for uptake, _ in part.items:
            first.setdefault(uptake.goal.id, f"{part.path}#ls-{uptake.goal.id}")
    return first


def _shared(context: ViewContext) -> dict[str, Any]:
    register, addresses = context.graph.corpus.municipalities, context.addresses
    return {
        "states": tuple(AdoptionState),
        "age": lambda strategy: age_words(strategy, context.language),
        "page_of": lambda place: addresses.municipality(place.number, register),
        "name_of": lambda place: _name(place.number, context),
        "uptake_of": addresses.uptake,
        "has_places": "municipalities" in overviews_with_content(context.graph),
        "measures_at": addresses.local_measures(),
    }


def _name(number: str, context: ViewContext) -> str:
    register = context.graph.corpus.municipalities
    place = register.by_number[number]
    if place.is_county and register.is_norwegian:
        return context.language.text("{name} county").format(name=place.norwegian_name)
    return register.label(number)


def _counties(strategies: Collection[LocalStrategy], context: ViewContext) -> Facet:
    """Return the counties as choices, by their names."""
    register, language = context.graph.corpus.municipalities, context.language
    numbers = [one.place.parent or one.place.number for one in strategies]
    choices = [
        Choice(number, register.by_number[number].norwegian_name, numbers.count(number))
        for number in sorted(set(numbers))
        if number in register.by_number
    ]
    choices.sort(key=lambda choice: language.sort_key(choice.label))
    return Facet(language.parameter("county"), language.text("County"), tuple(choices))


def _numbers(strategies: Iterator[LocalStrategy] | Collection[LocalStrategy]) -> frozenset[str]:
    """Return which municipalities and counties these are, for the map."""
    return frozenset(one.place.number for one in strategies)


def _municipalities(
    groups: Mapping[str, Collection[str]], context: ViewContext
) -> Mapping[str, int]:
    """Return how many municipalities each group has: a county is not one more."""
    places = context.graph.corpus.municipalities.by_number
    return {
        name: sum(not places[number].is_county for number in numbers)
        for name, numbers in groups.items()
    }


def _description(context: ViewContext) -> str:
    return context.language.text(
        "Which municipalities and counties have adopted, adapted or declined each goal, and which "
        "have not treated it."
    )


PAGE = PageType("local_strategies", render)
