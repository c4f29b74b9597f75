"""A strategy that is over and on hearing."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "hearing-after-end",
    Severity.ERROR,
    message="The strategy ended {end}, and is said to be on hearing until {until}.",
    hint="Take “hearing:” out if the strategy is over, or “closed:” if it is the new one.",
    meaning="What is over cannot be a proposal. A new strategy has files of its own, and the old one names it as its “successor”.",
    wrong="closed: {date: 2025}\nhearing: {until: 2026-12-01, answer: post@lillevik.example}",
    right="hearing: {until: 2026-12-01, answer: post@lillevik.example}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a hearing on a strategy whose last day lies before the end of the hearing."""
    settings = graph.corpus.settings
    closed, hearing = settings.closed, settings.hearing
    if closed and hearing and closed.date.is_before(hearing.until):
        location = graph.corpus.settings_source.locate(("hearing",))
        yield Diagnostic(CODE.name, location, {"end": closed.date, "until": hearing.until})


RULE = Rule(CODE, check)
