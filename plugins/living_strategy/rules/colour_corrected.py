"""A base colour that does not stand out from a white page."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.palette.colour import contrast
from living_strategy.palette.design_tokens import PAPER, corrected
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "colour-corrected",
    Severity.WARNING,
    message="The colour {colour} has a contrast of {ratio} to 1 against white; marks need 3. "
    "The site uses {used}, which has {used_ratio}.",
    hint="Write the darker colour, or choose another.",
    meaning="The base colour is seen on white. WCAG asks for 3 to 1, so a lighter one is made "
    "darker.",
    wrong='design: {colour: "#ffdd00"}',
    right='design: {colour: "#1e4d8c"}',
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the colour that is used instead, with the contrast of both."""
    chosen = graph.corpus.settings.design.colour
    if chosen is None or (used := corrected(chosen)) == chosen.lower():
        return
    location = graph.corpus.settings_source.locate(("design", "colour"))
    yield Diagnostic(
        CODE.name,
        location,
        {
            "colour": chosen,
            "ratio": f"{contrast(chosen, PAPER):.1f}",
            "used": used,
            "used_ratio": f"{contrast(used, PAPER):.1f}",
        },
    )


RULE = Rule(CODE, check)
