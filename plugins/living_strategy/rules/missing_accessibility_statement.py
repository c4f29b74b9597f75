"""A public website without the accessibility statement that the law demands."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import LegalProfile, Publication

CODE = Code(
    "missing-accessibility-statement",
    Severity.WARNING,
    message="No accessibility statement is given.",
    hint="Make one in uustatus.no and add “accessibility_statement:” with “url” and “date”; for a site that no public body answers for, write “publication: demonstration”.",
    hints={
        "elsewhere": "Make one as the law of your country asks for, and add “accessibility_statement:” with “url” and “date”; for a site that no public body answers for, write “publication: demonstration”."
    },
    meaning="The website of a public body links to the body's own accessibility statement. Nobody else can make it. In Norway it is made in uustatus.no; “legal_profile” says where other rules hold, or none.",
    wrong="title: Strategi for Lillevik",
    right="title: Strategi for Lillevik\naccessibility_statement:\n  url: https://uustatus.no/nb/erklaringer/publisert/…\n  date: 2026-05-04",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a site that a public body answers for and that links to no statement."""
    settings = graph.corpus.settings
    profile = settings.legal_profile
    if settings.publication is not Publication.OFFICIAL or not profile.asks_for_statement:
        return
    if not settings.accessibility_statement:
        params = {} if profile is LegalProfile.NORWAY else {"case": "elsewhere"}
        yield Diagnostic(CODE.name, graph.corpus.settings_source.locate(("title",)), params)


RULE = Rule(CODE, check)
