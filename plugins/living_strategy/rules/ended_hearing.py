"""A hearing whose time is over, and of which nothing more is said."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "ended-hearing",
    Severity.WARNING,
    message="The hearing ended {date}, and the strategy is still said to be on hearing.",
    hint="When it is decided, take “hearing:” out and add the decision to “adopted:”; until then, or when the time was extended, correct “until:”.",
    meaning="While a strategy is on hearing, every page calls it a proposal, and search engines leave it out.",
    wrong="hearing: {until: 2026-10-01, answer: post@lillevik.example}",
    right="adopted:\n  - {body: kommunestyret, date: 2026-11-20, case: 26/1}",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a hearing that nobody can answer to any more."""
    settings = graph.corpus.settings
    hearing = settings.hearing
    if hearing and not hearing.is_open(context.today):
        location = graph.corpus.settings_source.locate(("hearing", "until"))
        yield Diagnostic(CODE.name, location, {"date": hearing.until})


RULE = Rule(CODE, check)
