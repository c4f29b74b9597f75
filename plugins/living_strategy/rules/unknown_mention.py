"""A mention in a text that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import KINDS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-mention",
    Severity.ERROR,
    message="“[[{id}]]” does not lead anywhere: no entry has this id.",
    hint="Check the spelling, or write the words without brackets.",
    hint_near="Did you mean “[[{near}]]”?",
    meaning="Two square brackets around an id make a link to its page.",
    wrong="Se [[ny-timebokk]].",
    right="Se [[ny-timebok]].",
)

_KINDS = tuple(kind.kind for kind in KINDS)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report `[[id]]` in a text when no entry has the id."""
    for mention in graph.loose_mentions:
        entry_id = mention.mention.id
        params = {"id": entry_id, "near": graph.nearest(entry_id, _KINDS)}
        yield Diagnostic(CODE.name, graph.locate_mention(mention), params, mention.source)


RULE = Rule(CODE, check)
