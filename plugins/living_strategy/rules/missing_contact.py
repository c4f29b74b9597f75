"""A public website that does not say whom its readers can write to."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule
from living_strategy.settings import Publication

CODE = Code(
    "missing-contact",
    Severity.ERROR,
    message="It is not said whom readers can write to.",
    hint="Add “contact:” with an e-mail address or a web address; for a site that no public body answers for, write “publication: demonstration”.",
    meaning="A public body must be reached by those who find a fault or cannot use a page. The address stands at the bottom of every page.",
    wrong="title: Strategi for Lillevik",
    right="title: Strategi for Lillevik\ncontact: postmottak@lillevik.example",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report a site that a public body answers for and that names no address."""
    settings = graph.corpus.settings
    if settings.publication is Publication.OFFICIAL and not settings.contact:
        yield Diagnostic(CODE.name, graph.corpus.settings_source.locate(("title",)), {})


RULE = Rule(CODE, check)
