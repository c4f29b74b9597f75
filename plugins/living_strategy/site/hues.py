"""The colours of priority areas on pages: a class for what belongs to one, and the thread.

The thread leads from the strategy through an area and a goal to a measure and its projects: a line
beside the page of each, with a strand for every area that it is part of.
"""

from __future__ import annotations

from markupsafe import Markup

from living_strategy.content.graph import Graph
from living_strategy.figures.areas import area_of, areas_of
from living_strategy.model import Area, Entry
from living_strategy.palette.area_colours import hue_number

# More strands beside each other are a blur. Those that are left out are named among the facts.
MAX_STRANDS = 3


class Hues:
    """The classes that areas give colours by. The colours are in `palette/area_colours.py`."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._classes = {
            area.id: f"ls-hue-{hue_number(place)}" for place, area in enumerate(graph.of_kind(Area))
        }

    def hue(self, entry: Entry | None) -> str:
        """Return the class of the area that an entry is, or belongs to in overviews; else none."""
        area = entry and area_of(self._graph, entry)
        return self._classes[area.id] if area else ""

    def areas(self, entry: Entry) -> tuple[Area, ...]:
        """Return every area that an entry serves in some way, in the order of the strategy."""
        return areas_of(self._graph, entry)

    def thread(self, entry: Entry) -> Markup:
        """Return a strand for each area that an entry is part of, as decoration; at most a few."""
        strands = "".join(
            f'<i class="{self._classes[area.id]}"></i>' for area in self.areas(entry)[:MAX_STRANDS]
        )
        if not strands:
            return Markup("")
        # Classes are made here of numbers.
        return Markup(f'<div class="ls-thread" aria-hidden="true">{strands}</div>')  # noqa: S704
