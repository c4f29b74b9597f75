"""An accessibility statement that must soon be renewed."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.figures.statement_age import EXPIRED, NEARLY_DUE, months_since_statement
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "ageing-accessibility-statement",
    Severity.WARNING,
    message="The accessibility statement is from {date}, more than 11 months ago.",
    hint="Test the site anew, renew the statement in uustatus.no, and write its new address and date.",
    meaning="The statement is renewed at least once a year, and gets a new address each time.",
    wrong="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2025-12",
    right="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-11-20",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a statement between eleven and thirteen months old."""
    age = months_since_statement(graph.corpus.settings, context.today)
    if age is not None and NEARLY_DUE <= age.months < EXPIRED:
        location = graph.corpus.settings_source.locate(("accessibility_statement", "date"))
        yield Diagnostic(CODE.name, location, {"date": age.date})


RULE = Rule(CODE, check)
