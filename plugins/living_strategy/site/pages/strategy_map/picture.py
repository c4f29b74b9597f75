"""Layout of the strategy map: a column for each layer, a box for each entry, curves between.

Places from left to right are shares of the width, so that the picture fits a tablet, and no text is
ever scaled: titles are broken for the narrowest picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from living_strategy.model import Entry, Measure, Project
from living_strategy.site.pages.strategy_map.strategy_layers import Layers
from living_strategy.site.pictures.text import SIZE, wrap

# Per cent of the width: three boxes, and two gaps for the curves.
BOX_WIDTH, GAP = 28.6, 7.1
# Pixels.
BOX_HEIGHT = 72
_ROW = 80
# From the top of a box to its first line, and from line to line.
_TOP, _LINE = 18, 16
# Titles have so many lines at most, and the note one.
MAX_LINES = 3
# A picture on a tablet 768 px wide, and what a box needs beside its text.
MIN_WIDTH, _PADDING = 706, 24
# The same as in the style sheet.
_FONT_SIZE = 13

Say = Callable[[Entry], str]


@dataclass(frozen=True, slots=True)
class Box:
    """An entry in the picture, with a number of its own; its title in few lines, and what the line
    below says of it, such as its status. `style` is that of the status, if it has one.
    """

    number: int
    x: float
    y: int
    entry: Entry
    lines: tuple[str, ...]
    note: str
    style: str

    @property
    def places(self) -> tuple[int, ...]:
        """Where the lines and the note stand, in the middle of the box."""
        first = self.y + _TOP + (MAX_LINES - len(self.lines)) * _LINE // 2
        return tuple(first + index * _LINE for index in range(len(self.lines) + 1))


@dataclass(frozen=True, slots=True)
class Curve:
    """A link: the numbers of the boxes it joins, and its path."""

    left: int
    right: int
    path: str


@dataclass(frozen=True, slots=True)
class Column:
    """A layer. `links` are the curves from its boxes to the next layer, and past it."""

    x: float
    kind: str
    boxes: tuple[Box, ...]
    links: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class StrategyMap:
    """The picture."""

    height: int
    columns: tuple[Column, ...]
    box_width: float = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def strategy_map(layers: Layers, say: Say) -> StrategyMap:
    """Place the layers, in the order they have, each spread over the whole height. `say` gives what
    stands below a title.
    """
    rows = max((len(column) for column in layers.columns), default=0)
    height = max(rows, 1) * _ROW
    # Bold letters are wider than those that are measured.
    room = round((MIN_WIDTH * BOX_WIDTH / 100 - _PADDING) * SIZE / _FONT_SIZE * 8 / 9)
    sizes = [len(column) for column in layers.columns]
    first = [sum(sizes[:index]) for index in range(len(sizes))]
    placed = [
        tuple(
            Box(
                first[index] + position,
                _x(index),
                _y(position, len(column), height),
                entry,
                wrap(entry.title, room, MAX_LINES),
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
    long: list[list[Curve]] = [[] for _ in layers.columns]
    for link in layers.long:
        left, right = placed[link.left_layer][link.left], placed[link.right_layer][link.right]
        passed = sizes[link.left_layer + 1 : link.right_layer]
        long[link.left_layer].append(_long_curve(left, right, link.left_layer, passed, height))
    columns = tuple(
        Column(_x(index), column[0].kind, placed[index], (*curves, *long[index]))
        for index, (column, curves) in enumerate(zip(layers.columns, [*links, ()], strict=True))
        if column
    )
    return StrategyMap(height, columns)


def _x(column: int) -> float:
    return round(column * (BOX_WIDTH + GAP), 1)


def _y(position: int, count: int, height: int) -> int:
    return round((position + 0.5) * height / count) - BOX_HEIGHT // 2


def _curve(left: Box, right: Box) -> Curve:
    x1, y1 = _start(left)
    path = f"M{x1} {y1}{_bend(x1, y1, right.x, _middle(right))}"
    return Curve(left.number, right.number, path)


def _long_curve(left: Box, right: Box, layer: int, passed: Sequence[int], height: int) -> Curve:
    """Return a curve that passes each column between its boxes, as near to its start as it can."""
    x, y = _start(left)
    path = f"M{x} {y}"
    for column, count in enumerate(passed, layer + 1):
        gaps = (round(at * height / count) for at in range(count + 1))
        _, gap = min((abs(place - y), place) for place in gaps)
        end = round(_x(column) + BOX_WIDTH, 1)
        path += f"{_bend(x, y, _x(column), gap)}H{end}"
        x, y = end, gap
    return Curve(left.number, right.number, path + _bend(x, y, right.x, _middle(right)))


def _start(box: Box) -> tuple[float, int]:
    return round(box.x + BOX_WIDTH, 1), _middle(box)


def _middle(box: Box) -> int:
    return box.y + BOX_HEIGHT // 2


def _bend(x1: float, y1: int, x2: float, y2: int) -> str:
    bend = round((x1 + x2) / 2, 1)
    return f"C{bend} {y1} {bend} {y2} {x2} {y2}"
