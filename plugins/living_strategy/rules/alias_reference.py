"""A field or text that uses an earlier id."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "alias-reference",
    Severity.INFO,
    message="“{id}” is an earlier id of “{near}”.",
    hint="Write “{near}”.",
    meaning="The link works, but the id in force is easier to follow.",
    wrong="goals: [ventetid]",
    right="goals: [kortere-ventetid]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report links and mentions that work by way of an alias only."""
    for reference in graph.used_aliases:
        params = {"id": reference.written, "near": graph.aliases[reference.written]}
        yield Diagnostic(
            CODE.name, graph.locate(reference.source, reference.path), params, reference.source
        )
    for mention in graph.mentioned_aliases:
        alias = mention.mention.id
        params = {"id": alias, "near": graph.aliases[alias]}
        yield Diagnostic(CODE.name, graph.locate_mention(mention), params, mention.source)


RULE = Rule(CODE, check)
