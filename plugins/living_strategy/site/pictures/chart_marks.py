"""What a small line chart is made of: dots, labels and lines, in shares of its width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# A card on a page 320 px wide.
MIN_WIDTH = 230
# Between texts that must not touch, in px.
GAP = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """A value in per cent of the width and px of the height, with the label above or below it."""

    x: float
    y: float
    label: str = ""
    label_y: float = 0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Label:
    """A text of an axis, so many px beside its place."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    dx: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """The picture. `left` and `right` are the ends of the axis of time, `top` and `bottom` those of
    the scale; `zero` is the line from which values are counted, `target` that of what is wanted,
    `path` the way there.
    """

    height: int
    left: float
    right: float
    zero: float
    dots: tuple[Dot, ...]
    target: float | None = None
    top: float = 0
    bottom: float = 0
    ticks: tuple[float, ...] = ()
    labels: tuple[Label, ...] = ()
    target_label: Label | None = None
    path: tuple[Dot, ...] = ()

    @property
    def area(self) -> str:
        """The path around what lies between the line and where values are counted from, in per
        cent of the width and px of the height.
        """
        line = "".join(f"L{dot.x} {dot.y}" for dot in self.dots)
        return f"M{self.dots[0].x} {self.zero}{line}L{self.dots[-1].x} {self.zero}z"

    @property
    def path_strokes(self) -> Iterator[tuple[Dot, Dot]]:
        """Yield the ends of each piece of the path to the target."""
        return zip(self.path, self.path[1:], strict=False)

    @property
    def strokes(self) -> Iterator[tuple[Dot, Dot]]:
        """Yield the ends of each piece of the line."""
        return zip(self.dots, self.dots[1:], strict=False)


def share(width: float) -> float:
    """Return px of the narrowest chart in per cent."""
    return 100 * width / MIN_WIDTH
