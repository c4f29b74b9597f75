"""The list of all entries of each kind, as a table, split over pages when it is long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from living_strategy.artifact import Page
from living_strategy.graph import Graph
from living_strategy.model import KINDS, Entry
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.pagination import paginate

ROWS = 300


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
            title=part.title(title),
            in_menu=part.number == 1,
            description=_description(kind, entries, context),
            kind=kind.kind,
            heading=title,
            part=part,
            total=len(entries),
            rows=[_row(entry, context) for entry in part.items],
        )


def _description(kind: type[Entry], entries: tuple[Entry, ...], context: ViewContext) -> str:
    template = context.language.text("All {kinds} of the strategy: {count} in all.")
    return template.format(kinds=context.language.text(kind.labels).lower(), count=len(entries))


def _row(entry: Entry, context: ViewContext) -> dict[str, Any]:
    """What a list shows of an entry beside its title: links by relation, and counts."""
    graph = context.graph
    return {
        "entry": entry,
        "up": graph.targets(entry.id, _UP.get(entry.kind, ""))[:3],
        "by": graph.targets(entry.id, _BY.get(entry.kind, ""))[:3],
        "count": len(graph.source_ids(entry.id, _DOWN.get(entry.kind, ""))),
        "links": len(graph.incoming.get(entry.id, ())),
    }


_UP = {"goal": "belongs_to", "measure": "serves", "project": "implements"}
_BY = {
    "measure": "responsibility_of",
    "project": "led_by",
    "component": "owned_by",
    "scheme": "owned_by",
    "framework": "owned_by",
}
_DOWN = {"area": "goals", "goal": "served_by", "measure": "implemented_by"}
