"""An accessibility statement that must soon be renewed."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.figures.statement_age import EXPIRED, NEARLY_DUE, months_since_statement
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import LegalProfile

CODE = Code(
    "ageing-accessibility-statement",
    Severity.WARNING,
    message="The accessibility statement is from {date}, more than 11 months ago.",
    hint="Test the site anew, renew the statement in uustatus.no, and write its new address and date.",
    hints={
        "elsewhere": "Look through the site anew, bring the statement up to date, and write its new date."
    },
    meaning="The statement is renewed at least once a year. In Norway it gets a new address each time.",
    wrong="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2025-12",
    right="accessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-11-20",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a statement more than eleven months old; where it expires, that is another finding."""
    profile = graph.corpus.settings.legal_profile
    age = months_since_statement(graph.corpus.settings, context.today)
    if age is None or age.months < NEARLY_DUE:
        return
    if profile.statement_expires and age.months >= EXPIRED:
        return
    case = {} if profile is LegalProfile.NORWAY else {"case": "elsewhere"}
    location = graph.corpus.settings_source.locate(("accessibility_statement", "date"))
    yield Diagnostic(CODE.name, location, {"date": age.date, **case})


RULE = Rule(CODE, check)
