"""An accessibility statement that is no longer valid."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.figures.statement_age import EXPIRED, months_since_statement
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "expired-accessibility-statement",
    Severity.ERROR,
    message="The accessibility statement is from {date}, more than 13 months ago.",
    hint="Test the site anew, renew the statement in uustatus.no, and write its new address and date.",
    meaning="In Norway the law asks for a renewed statement every year; an older one is no longer valid.",
    wrong="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2024",
    right="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-11-20",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a statement more than thirteen months old."""
    if not graph.corpus.settings.legal_profile.statement_expires:
        return
    age = months_since_statement(graph.corpus.settings, context.today)
    if age is not None and age.months >= EXPIRED:
        location = graph.corpus.settings_source.locate(("accessibility_statement", "date"))
        yield Diagnostic(CODE.name, location, {"date": age.date})


RULE = Rule(CODE, check)
