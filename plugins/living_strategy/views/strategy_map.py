"""Strategy map: how areas, goals, measures and projects hang together, drawn and as a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from living_strategy.artifact import Page
from living_strategy.figures.strategy_layers import (
    Layers, Line, layers, outline, split_outline, unreached,
)
from living_strategy.graph import Graph
from living_strategy.model import Area, Entry
from living_strategy.rendering.context import ViewContext
from living_strategy.rendering.item import kind_words
from living_strategy.rendering.pagination import Part, paginate
from living_strategy.rendering.svg_map import StrategyMap, strategy_map

# A picture with more boxes than this says nothing, and weighs too much for a phone.
BOXES = 250
# Lines of the list on a page that also has a picture, and on one that has none.
LINES_BESIDE_MAP, LINES = 350, 700
LOOSE = 100


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


def render(graph: Graph, context: ViewContext) -> Iterator[Page]:
    """The whole strategy on one map, or an overview and a map for each area."""
    areas = [area for area in graph.of_kind(Area) if not area.retired]
    whole = layers(graph, areas)
    path = context.addresses.view("map")
    title = context.language.text("Strategy map")
    loose = unreached(graph, whole)
    if whole.size <= BOXES:
        lines = [line for area in areas for line in outline(graph, area)]
        yield from _pages(whole, whole, lines, context, path, title, loose=loose)
        return
    counts = [_count(area, graph, path) for area in areas]
    upper = whole.first(2)
    lines = [line for area in areas for line in outline(graph, area, deepest=1)]
    shown = lines if upper.size <= BOXES else []
    yield from _pages(whole, upper, shown, context, path, title, counts=counts, loose=loose)
    for one in counts:
        below = layers(graph, [one.area])
        heading = context.language.text("Strategy map: {title}").format(title=one.area.title)
        lines = list(outline(graph, one.area))
        yield from _pages(
            below, fitting(below), lines, context, one.path, heading, above=(path, title)
        )


def fitting(below: Layers) -> Layers:
    """As many layers as have room in a picture, but no fewer than two."""
    count = len(below.columns)
    while count > 2 and below.first(count).size > BOXES:
        count -= 1
    return below.first(count)


def nested(lines: Sequence[Line]) -> list[Step]:
    """How to write the lines as lists within lists."""
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


def _pages(
    whole: Layers, drawn: Layers, lines: Iterable[Line], context: ViewContext, path: str, title: str, *,
    above: tuple[str, str] | None = None, counts: Sequence[AreaCount] = (),
    loose: Sequence[Entry] = (),
) -> Iterator[Page]:
    chart = strategy_map(drawn.untangled()) if drawn.size <= BOXES else None
    pages = split_outline(lines, LINES_BESIDE_MAP if chart else LINES)
    language = context.language
    words = kind_words(context)
    for part in paginate(pages, path, 1, language):
        yield context.page(
            part.path, "strategy_map.html", title=part.title(title), heading=title,
            description=language.text("How areas, goals, measures and joint projects hang together."),
            in_menu=above is None and part.number == 1, part=part, top=path, above=above,
            chart=chart if part.number == 1 else None, counts=counts, steps=nested(part.items[0]),
            loose=loose[:LOOSE] if part.number == 1 else (), loose_count=len(loose),
            sizes=[len(column) for column in whole.columns], headings=words,
            left_out=len(drawn.columns) < len(whole.columns),
        )
