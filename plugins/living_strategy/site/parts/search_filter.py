"""What a page tells the search index about its entry, for the search's filters."""

from __future__ import annotations

from datetime import date

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import areas_of
from living_strategy.model import Entry, Measure, Project
from living_strategy.site.status_words import status_age


def search_filter(entry: Entry, graph: Graph, today: date) -> str:
    """Kind, status and areas, as `measure/ongoing/area/area`: ids, which need no escape.

    Pagefind takes one value from an attribute, so all of them stand in one; search.js takes them
    apart. What an entry does not have is empty. An old status has its year behind it, as
    `ongoing:2021`, and one without a date is `ongoing:`.
    """
    areas = [area.id for area in areas_of(graph, entry)]
    return "/".join([entry.kind, _status(entry, today), *areas])


def _status(entry: Entry, today: date) -> str:
    if not isinstance(entry, Measure | Project):
        return ""
    age = status_age(entry, today)
    return entry.status.value if age is None else f"{entry.status.value}:{age}"
