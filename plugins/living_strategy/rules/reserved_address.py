"""A page or file of the strategy where the site has its own."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Location, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "reserved-address",
    Severity.ERROR,
    message="The address {address} is kept for the site's own pages and files.",
    hint="Rename the file, or move it to a folder with another name.",
    meaning="The site makes lists, pictures, data and pages of entries in folders of its own. A page or file of yours there would take the place of one, now or later.",
    wrong="strategy/data/catalogue.json",
    right="strategy/tall/innbyggere.json",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report written pages and files beside them that lie in a folder of the site's own.

    A page at the very address of another one is `page-path-collision`.
    """
    sources = {page.address: page.source.path for page in graph.corpus.prose}
    sources |= {path: f"strategy/{path}" for path in graph.corpus.attachments}
    for address, path in sources.items():
        is_taken = address in context.addresses or context.entry_at(graph, address)
        if context.is_reserved(address) and not is_taken:
            yield Diagnostic(CODE.name, Location(path), {"address": f"/{address}"})


RULE = Rule(CODE, check)
