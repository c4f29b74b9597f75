"""What a page tells the search index about its entry, for the search's filters."""

from __future__ import annotations

from living_strategy.figures.areas import areas_of
from living_strategy.graph import Graph
from living_strategy.model import Entry


def search_filter(entry: Entry, graph: Graph) -> str:
    """Kind, status and areas as the value of Pagefind's attribute: ids, which need no escape."""
    status = getattr(entry, "status", None)
    parts = [f"kind:{entry.kind}"]
    parts += [f"status:{status.value}"] if status else []
    parts += [f"area:{area.id}" for area in areas_of(graph, entry)]
    return ",".join(parts)
