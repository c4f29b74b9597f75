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
    register = graph.corpus.municipalities
    for mention in graph.places:
        if len(mention.candidates) > 1 and not mention.former:
            choices = ", ".join(
                f"{place.number} ({county.names[0]})"
                if (county := register.county(place))
                else place.number
                for place in mention.candidates
            )
            params = {"value": mention.written, "choices": choices}
            yield Diagnostic(
                CODE.name, graph.locate(mention.source, mention.path), params, mention.source
            )


RULE = Rule(CODE, check)
