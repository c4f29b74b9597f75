"""The number of a municipality or county that it has no more."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.linking import speaks_of
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.language.particulars import Day, Particular
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "former-municipality-number",
    Severity.WARNING,
    message="{value} was the number of {name} until {date}. It is read as {near} of today.",
    hint='Write "{number}".',
    meaning="Municipalities and counties get new numbers when borders change. A number that has one successor is counted to that one. In an entry whose date or period lies in the time of the number it is right as it stands.",
    wrong='participants: ["0219"]    # the number of Bærum until the end of 2019',
    right='participants: ["3201"]',
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report numbers of an earlier division in entries that do not speak of its time."""
    for mention in graph.places:
        former = mention.former
        if former and former.valid_to and len(mention.candidates) == 1:
            if speaks_of(graph.entries[mention.source], former):
                continue
            (today,) = mention.candidates
            params: dict[str, Particular] = {
                "value": mention.written,
                "name": former.name,
                "date": Day(former.valid_to),
                "near": today.name,
                "number": today.number,
            }
            yield Diagnostic(
                CODE.name, graph.locate(mention.source, mention.path), params, mention.source
            )


RULE = Rule(CODE, check)
