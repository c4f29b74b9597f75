"""A name that several municipalities have."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "ambiguous-municipality",
    Severity.ERROR,
    message="Several municipalities are called “{value}”: {choices}.",
    hint="Use the number in quotes.",
    meaning="Two municipalities are called Herøy and two Våler. Only the number tells them apart.",
    wrong="participants: [Herøy]",
    right='participants: ["1515"]',
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report names such as Herøy and Våler: only the number tells which one is meant."""
    counties = graph.corpus.municipalities.by_number
    for place in graph.places:
        if len(place.found) > 1:
            choices = ", ".join(
                f"{found.number} ({counties[found.number[:2]].names[0]})" for found in place.found
            )
            params = {"value": place.written, "choices": choices}
            yield Diagnostic(
                CODE.name, graph.locate(place.source, place.path), params, place.source
            )


RULE = Rule(CODE, check)
