"""Strategy map: how areas, goals, measures and projects are connected, drawn and as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.content.graph import Graph
from living_strategy.figures.newest import latest_as_of
from living_strategy.model import Area, Entry
from living_strategy.site.context import ViewContext
from living_strategy.site.page_type import PageType
from living_strategy.site.pages.strategy_map.picture import strategy_map
from living_strategy.site.pages.strategy_map.strategy_layers import (
    Layers,
    Line,
    layers,
    outline,
    split_outline,
    unreached,
)
from living_strategy.site.parts.item import kind_words
from living_strategy.site.parts.pagination import paginate

# A picture with more boxes than this says nothing, and weighs too much for a phone.
MAX_BOXES = 250
# Lines of the list on a page that also has a picture, and on one that has none.
LINES_BESIDE_MAP, LINES = 350, 700
MAX_UNLINKED = 100


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the nested list: what to open before it and close behind it."""

    line: Line
    opens: bool
    closes: int
    stays_open: bool


@dataclass(frozen=True, slots=True)
class AreaCount:
    """An area with the number of goals, measures and projects below it, and where its map is."""

    area: Area
    counts: tuple[int, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What one map is about: the whole strategy, or an area of it.

    `whole` is counted, `drawn` is the part that the picture shows, `lines` is the list. `above` is
    the path and title of the overview it hangs below. `loose` are entries without area.
    """

    path: str
    title: str
    whole: Layers
    drawn: Layers
    lines: Iterable[Line]
    above: tuple[str, str] | None = None
    counts: Sequence[AreaCount] = ()
    loose: Sequence[Entry] = ()


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """Yield the whole strategy on one map, or an overview and a map for each area."""
    for scope in scopes(graph, context):
        yield from _pages(scope, context)


def scopes(graph: Graph, context: ViewContext) -> Iterator[Scope]:
    """Yield the maps that a strategy of this size needs."""
    areas = graph.active(Area)
    whole = layers(graph, areas)
    path, title = context.addresses.view("map"), context.language.text("Strategy map")
    unlinked = unreached(graph, whole)
    if whole.size <= MAX_BOXES:
        lines = [line for area in areas for line in outline(graph, area)]
        yield Scope(path, title, whole, whole, lines, loose=unlinked)
        return
    counts = [_count(area, graph, path) for area in areas]
    upper = whole.first(2)
    lines = [line for area in areas for line in outline(graph, area, deepest=1)]
    outline_lines = lines if upper.size <= MAX_BOXES else []
    yield Scope(path, title, whole, upper, outline_lines, counts=counts, loose=unlinked)
    words = context.language.text("Strategy map: {title}")
    for count in counts:
        area_layers = layers(graph, [count.area])
        yield Scope(
            count.path,
            words.format(title=count.area.title),
            area_layers,
            fitting(area_layers),
            outline(graph, count.area),
            above=(path, title),
        )


def fitting(area_layers: Layers) -> Layers:
    """Return as many layers as fit into a picture, but no fewer than two."""
    count = len(area_layers.columns)
    while count > 2 and area_layers.first(count).size > MAX_BOXES:
        count -= 1
    return area_layers.first(count)


def nested(lines: Sequence[Line]) -> list[Step]:
    """Yield how to write the lines as lists within lists."""
    steps = []
    for index, line in enumerate(lines):
        before = lines[index - 1].depth if index else 0
        after = lines[index + 1].depth if index + 1 < len(lines) else 0
        deeper = after > line.depth
        steps.append(Step(line, line.depth > before, max(0, line.depth - after), deeper))
    return steps


def _count(area: Area, graph: Graph, path: str) -> AreaCount:
    columns = layers(graph, [area]).columns[1:]
    return AreaCount(area, tuple(len(column) for column in columns), f"{path}{area.id}/")


def _pages(scope: Scope, context: ViewContext) -> Iterator[Page]:
    chart = strategy_map(scope.drawn.untangled()) if scope.drawn.size <= MAX_BOXES else None
    pages = split_outline(scope.lines, LINES_BESIDE_MAP if chart else LINES)
    language = context.language
    description = language.text("How areas, goals, measures and joint projects hang together.")
    for part in paginate(pages, scope.path, 1, language):
        first = part.number == 1
        yield context.page(
            part.path,
            "strategy_map.html",
            script="map.js",
            title=part.title(scope.title),
            heading=scope.title,
            description=description,
            in_menu=scope.above is None and first,
            part=part,
            top=scope.path,
            above=scope.above,
            chart=chart if first else None,
            newest=latest_as_of(entry for column in scope.drawn.columns for entry in column),
            counts=scope.counts if first else (),
            steps=nested(part.items[0]),
            loose=scope.loose[:MAX_UNLINKED] if first else (),
            loose_count=len(scope.loose),
            sizes=[len(column) for column in scope.whole.columns],
            headings=kind_words(context),
            left_out=len(scope.drawn.columns) < len(scope.whole.columns),
        )


PAGE = PageType("strategy_map", render)
