"""A base colour that does not stand out from a white page."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.palette.colour import contrast
from living_strategy.palette.design_tokens import PAPER, corrected
from living_strategy.rules.context import CheckContext

CODE = "colour-corrected"


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the colour that is used instead, with the contrast of both."""
    chosen = graph.corpus.settings.design.colour
    if chosen is None or (used := corrected(chosen)) == chosen.lower():
        return
    place = graph.corpus.settings_source.locate(("design", "colour"))
    yield Diagnostic(
        CODE,
        place,
        {
            "colour": chosen,
            "ratio": f"{contrast(chosen, PAPER):.1f}",
            "used": used,
            "used_ratio": f"{contrast(used, PAPER):.1f}",
        },
    )
