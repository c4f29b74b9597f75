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
    for mention in graph.places:
        if len(mention.candidates) > 1:
            choices = ", ".join(
                f"{municipality.number} ({counties[municipality.number[:2]].names[0]})"
                for municipality in mention.candidates
            )
            params = {"value": mention.written, "choices": choices}
            yield Diagnostic(
                CODE.name, graph.locate(mention.source, mention.path), params, mention.source
            )


RULE = Rule(CODE, check)
