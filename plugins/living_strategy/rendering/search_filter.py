"""What a page tells the search index about its entry, for the search's filters."""

from __future__ import annotations

from living_strategy.figures.areas import areas_of
from living_strategy.graph import Graph
from living_strategy.model import Entry


def search_filter(entry: Entry, graph: Graph) -> str:
    """Kind, status and areas, as `measure/ongoing/area/area`: ids, which need no escape.

    Pagefind takes one value from an attribute, so all of them stand in one; search.js takes them
    apart. What an entry does not have is empty.
    """
    status = getattr(entry, "status", None)
    areas = [area.id for area in areas_of(graph, entry)]
    return "/".join([entry.kind, status.value if status else "", *areas])
