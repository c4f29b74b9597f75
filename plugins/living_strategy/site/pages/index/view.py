"""The list of all entries of each kind, as a table, split over pages when it is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.facets import FACETS, RESPONSIBLE, facet_values
from living_strategy.language import Language
from living_strategy.model import KINDS, Area, Entry
from living_strategy.model.component import Maturity
from living_strategy.model.goal import Standing
from living_strategy.model.measure import Audience
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.status_words import status_choices

ROWS = 300
_VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "standing": Standing,
    "maturity": Maturity,
    "audience": Audience,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that rows can be narrowed to, and how many rows have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a list. `key` stands in the address of the page."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """A list for each kind that has entries, in the order of the kinds."""
    for kind in KINDS:
        entries = graph.of_kind(kind)
        if entries or kind.folder:
            yield from _lists(kind, sorted_entries(entries, graph, context), context)


def sorted_entries(
    entries: tuple[Entry, ...], graph: Graph, context: ViewContext
) -> tuple[Entry, ...]:
    """Areas as listed; goals by area; everything else by title in the site's alphabet."""
    if entries and entries[0].kind == "area":
        return entries
    order = {
        area_id: place for place, area_id in enumerate(area.id for area in graph.by_kind["area"])
    }
    key = context.language.sort_key

    def place(entry: Entry) -> tuple[int, str, str]:
        area = getattr(entry, "area", None)
        return order.get(area, 0) if area else 0, key(entry.title), entry.id

    return tuple(sorted(entries, key=place))


def _lists(kind: type[Entry], entries: tuple[Entry, ...], context: ViewContext) -> Iterator[Page]:
    title = context.language.text(kind.labels)
    for part in paginate(entries, context.addresses.index(kind.kind), ROWS, context.language):
        yield context.page(
            part.path,
            "index.html",
            script="filter.js",
            title=part.title(title),
            in_menu=part.number == 1 and bool(entries),
            description=_description(kind, entries, context),
            kind=kind.kind,
            heading=title,
            part=part,
            total=len(entries),
            **_table(kind, part.items, context),
        )


def _table(kind: type[Entry], entries: Sequence[Entry], context: ViewContext) -> dict[str, Any]:
    """The rows of a page, and what they can be narrowed by."""
    rows = [_row(entry, context) for entry in entries]
    names = FACETS.get(kind.kind, ())
    facets = [_facet(name, [row["facets"][name] for row in rows], context) for name in names]
    keys = {name: context.language.parameter(name) for name in names}
    return {"rows": rows, "facets": [one for one in facets if one.choices], "keys": keys}


def _facet(name: str, values: list[tuple[str, ...]], context: ViewContext) -> Facet:
    """The choices that the rows of a page have, in the order of their vocabulary or by name."""
    counts = Counter(value for some in values for value in some)
    language, graph = context.language, context.graph
    vocabulary = _VOCABULARIES.get(name)
    labels: dict[str, str] = {}
    if name == "status":
        labels = status_choices(counts, language, context.today)
    elif vocabulary:
        labels = {one.value: language.term(one) for one in vocabulary if one.value in counts}
    elif name == "year":
        labels = {year: year for year in sorted(counts, reverse=True)}
    elif name == "area":
        labels = {area.id: area.title for area in graph.of_kind(Area) if area.id in counts}
    else:
        titles = {key: graph.entries[key].title for key in counts}
        labels = dict(sorted(titles.items(), key=lambda one: language.sort_key(one[1])))
    choices = tuple(Choice(key, label, counts[key]) for key, label in labels.items())
    return Facet(language.parameter(name), _labels(language)[name], choices)


def _labels(language: Language) -> dict[str, str]:
    return {
        "area": language.text("Priority area"),
        "status": language.text("Status"),
        "standing": language.text("Standing"),
        "maturity": language.text("Maturity"),
        "responsible": language.text("Responsible"),
        "audience": language.text("Audience"),
        "network": language.text("Network"),
        "year": language.text("Year"),
    }


def _description(kind: type[Entry], entries: tuple[Entry, ...], context: ViewContext) -> str:
    template = context.language.text("All {kinds} of the strategy: {count} in all.")
    return template.format(kinds=context.language.text(kind.labels).lower(), count=len(entries))


def _row(entry: Entry, context: ViewContext) -> dict[str, Any]:
    """What a list shows of an entry beside its title: links by relation, and counts."""
    graph = context.graph
    return {
        "entry": entry,
        "facets": facet_values(graph, entry, context.today),
        "up": graph.targets(entry.id, _UP.get(entry.kind, ""))[:3],
        "by": graph.targets(entry.id, RESPONSIBLE.get(entry.kind, ""))[:3],
        "count": len(graph.source_ids(entry.id, _DOWN.get(entry.kind, ""))),
        "links": len(graph.incoming.get(entry.id, ())),
    }


_UP = {"goal": "belongs_to", "measure": "serves", "project": "implements"}
_DOWN = {"area": "goals", "goal": "served_by", "measure": "implemented_by"}


PAGE = PageType("index", render)
