"""Layout of the strategy map: a column for each layer, a box for each entry, curves between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from living_strategy.model import Entry, Measure, Project
from living_strategy.site.pages.strategy_map.strategy_layers import Layers
from living_strategy.site.pictures.text import SIZE, wrap

BOX_WIDTH = 300
BOX_HEIGHT = 54
GAP = 90
_ROW = 61
# Room for the frame of a box.
_EDGE = 2
_PADDING = 14
# The same as in the style sheet.
_FONT_SIZE = 13

Say = Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class Box:
    """An entry in the picture, with a number of its own; its title in at most two lines, and what
    the line below says of it, such as its status. `style` is that of the status, if it has one.
    """

    number: int
    x: int
    y: int
    entry: Entry
    lines: tuple[str, ...]
    note: str
    style: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A link: the numbers of the boxes it joins, and its path."""

    left: int
    right: int
    path: str


@dataclass(frozen=True, slots=True)
class Column:
    """A layer. `links` are the curves from its boxes to the next layer."""

    x: int
    kind: str
    boxes: tuple[Box, ...]
    links: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """The picture."""

    width: int
    height: int
    columns: tuple[Column, ...]
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def strategy_map(layers: Layers, say: Say) -> StrategyMap:
    """Place the layers, in the order they have, each spread over the whole height. `say` gives what
    stands below a title.
    """
    rows = max((len(column) for column in layers.columns), default=0)
    height = max(rows, 1) * _ROW
    # Bold letters are wider than those that are measured.
    room = (BOX_WIDTH - 2 * _PADDING) * SIZE // _FONT_SIZE * 8 // 9
    sizes = [len(column) for column in layers.columns]
    first = [sum(sizes[:index]) for index in range(len(sizes))]
    placed = [
        tuple(
            Box(
                first[index] + position,
                _EDGE + index * (BOX_WIDTH + GAP),
                _y(position, len(column), height),
                entry,
                wrap(entry.title, room, 2),
                say(entry),
                entry.status.value if isinstance(entry, Measure | Project) else "",
            )
            for position, entry in enumerate(column)
        )
        for index, column in enumerate(layers.columns)
    ]
    links = [
        tuple(_curve(placed[index][left], placed[index + 1][right]) for left, right in layer_links)
        for index, layer_links in enumerate(layers.links)
    ]
    columns = tuple(
        Column(_EDGE + index * (BOX_WIDTH + GAP), column[0].kind, placed[index], curves)
        for index, (column, curves) in enumerate(zip(layers.columns, [*links, ()], strict=True))
        if column
    )
    width = len(layers.columns) * (BOX_WIDTH + GAP) - GAP + 2 * _EDGE
    return StrategyMap(width, height, columns)


def _y(position: int, count: int, height: int) -> int:
    return round((position + 0.5) * height / count) - BOX_HEIGHT // 2


def _curve(left: Box, right: Box) -> Curve:
    x1, x2 = left.x + BOX_WIDTH, right.x
    y1, y2 = left.y + BOX_HEIGHT // 2, right.y + BOX_HEIGHT // 2
    bend = (x1 + x2) // 2
    path = f"M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}"
    return Curve(left.number, right.number, path)
