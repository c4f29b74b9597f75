"""The list of all entries of each kind, as a table, split over pages when it is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.facets import FACETS, facet_values
from living_strategy.language import Language
from living_strategy.model import KINDS, Area, Entry
from living_strategy.model.component import Maturity
from living_strategy.model.goal import Standing
from living_strategy.model.measure import Audience
from living_strategy.site.context import ViewContext
from living_strategy.site.list_choices import is_filtered
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.index.columns import Shape, columns_of
from living_strategy.site.parts.filters import Choice, Facet
from living_strategy.site.parts.pagination import paginate
from living_strategy.site.status_words import status_choices

# Rows of measures have so many facets and links that three hundred would be more than 250 kB.
MAX_ROWS = 250
_VOCABULARIES: Mapping[str, type[StrEnum]] = {
    "standing": Standing,
    "maturity": Maturity,
    "audience": Audience,
}


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, its values by facet, and its cells: label and shape of the column, value."""

    entry: Entry
    facets: Mapping[str, tuple[str, ...]]
    cells: Sequence[tuple[str, Shape, object]]


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield a list for each kind that has entries, in the order of the kinds."""
    for kind in KINDS:
        entries = context.order.of_kind(kind)
        if entries:
            yield from _lists(kind, entries, context)


def _lists(kind: type[Entry], entries: tuple[Entry, ...], context: ViewContext) -> Iterator[Page]:
    title = context.language.text(kind.labels)
    for part in paginate(entries, context.addresses.index(kind.kind), MAX_ROWS, context.language):
        yield context.page(
            part.path,
            "index.html",
            script="filter.js" if is_filtered(len(part.items)) else "",
            is_filtered=is_filtered(len(part.items)),
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
    """Return the columns and rows of a page, and the facets that filter the rows."""
    graph, text = context.graph, context.language.text
    columns = [replace(column, label=text(column.label)) for column in columns_of(kind, graph)]
    rows = [
        Row(
            entry,
            facet_values(graph, entry, context.today),
            [(column.label, column.shape, column.read(graph, entry)) for column in columns],
        )
        for entry in entries
    ]
    names = FACETS.get(kind.kind, ())
    facets = [_facet(name, [row.facets[name] for row in rows], context) for name in names]
    keys = {name: context.language.parameter(name) for name in names}
    return {
        "columns": columns,
        "rows": rows,
        "facets": [facet for facet in facets if facet.narrows(len(rows))],
        "keys": keys,
    }


def _facet(name: str, values: list[tuple[str, ...]], context: ViewContext) -> Facet:
    """Return the choices that the rows of a page have, in the vocabulary's order or by name."""
    counts = Counter(value for row_values in values for value in row_values)
    language, graph = context.language, context.graph
    vocabulary = _VOCABULARIES.get(name)
    labels: dict[str, str] = {}
    if name == "status":
        labels = status_choices(counts, language, context.today)
    elif vocabulary:
        labels = {
            choice.value: language.term(choice)
            for choice in language.choices(vocabulary)
            if choice.value in counts
        }
    elif name == "year":
        labels = {year: year for year in sorted(counts, reverse=True)}
    elif name == "area":
        labels = {area.id: area.title for area in graph.of_kind(Area) if area.id in counts}
    else:
        titles = {key: _title(key, graph) for key in counts}
        labels = dict(sorted(titles.items(), key=lambda item: language.sort_key(item[1])))
    choices = tuple(Choice(key, label, counts[key]) for key, label in labels.items())
    return Facet(language.parameter(name), _labels(language)[name], choices)


def _title(key: str, graph: Graph) -> str:
    """Return the title of an entry, here or in a strategy above."""
    above = graph.find_upstream(key)
    return above[1].title if above else graph.entries[key].title


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
        "national": language.text("In the strategy above"),
    }


def _description(kind: type[Entry], entries: tuple[Entry, ...], context: ViewContext) -> str:
    template = context.language.text("All {kinds} of the strategy: {count} in all.")
    return template.format(kinds=context.language.text(kind.labels).lower(), count=len(entries))


PAGE = PageType("index", render)
