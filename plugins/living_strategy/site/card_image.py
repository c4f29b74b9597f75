"""The picture that others show beside a link to the site: a bar for every priority area.

It has no letters, since no font with all of ours comes with Pillow, and one of the machine would
make the picture depend on it. The title stands beside the picture wherever it is shown.
"""

from __future__ import annotations

import importlib.util
from datetime import date
from io import BytesIO

from living_strategy.content.graph import Graph
from living_strategy.figures.progress import (
    Progress,
    measures_of,
    progress,
    projects_without_measure,
)
from living_strategy.model import Area
from living_strategy.model.values import Status
from living_strategy.palette.design_tokens import DEFAULT, PAPER, corrected

PATH = "assets/card.png"
WIDTH, HEIGHT = 1200, 630
_MARGIN, _GAP, _MAX_BARS = 90, 22, 12
# How much white is put over the base colour: nothing behind the bars, then by status.
_STRENGTHS = (0.0, 1.0, 0.62, 0.28)
_DONE, _UNDER_WAY, _REST = 1, 2, 3


def is_available() -> bool:
    """Return whether Pillow is installed (it comes with the extra `site`)."""
    return importlib.util.find_spec("PIL") is not None


def card_image(graph: Graph, today: date) -> bytes:
    """Draw the picture as PNG. The length of a bar is the number of measures, and of projects that
    have none; completed ones are brightest, then those known to be under way.
    """
    from PIL import Image, ImageDraw

    design = graph.corpus.settings.design
    base = corrected(design.colour or DEFAULT)
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    image.putpalette([part for strength in _STRENGTHS for part in _blend(base, strength)])
    draw = ImageDraw.Draw(image)
    progresses = [
        progress((*measures_of(graph, area), *projects_without_measure(graph, area)), today)
        for area in graph.active(Area)
    ]
    bars = [area_progress for area_progress in progresses if area_progress.total][:_MAX_BARS]
    step = (HEIGHT - 2 * _MARGIN) / max(len(bars), 1)
    unit = (WIDTH - 2 * _MARGIN) / max((area_progress.total for area_progress in bars), default=1)
    for row, area_progress in enumerate(bars):
        top, x = _MARGIN + row * step, float(_MARGIN)
        for count, colour in _parts(area_progress):
            end = x + count * unit
            if count:
                draw.rectangle((x, top, end - 4, top + step - _GAP), fill=colour)
            x = end
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _parts(progress: Progress) -> tuple[tuple[int, int], ...]:
    """Return numbers of measures and projects, with their colours in the palette."""
    completed, ongoing = progress.completed, progress.confirmed[Status.ONGOING]
    return (completed, _DONE), (ongoing, _UNDER_WAY), (progress.total - completed - ongoing, _REST)


def _blend(base: str, strength: float) -> tuple[int, ...]:
    """Blend white over the base colour."""
    channels = zip(_channels(base), _channels(PAPER), strict=True)
    return tuple(round(low + (high - low) * strength) for low, high in channels)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
