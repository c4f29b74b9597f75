"""A source that nobody can find again."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "source-without-origin",
    Severity.ERROR,
    message="The source has neither a web address nor a publisher.",
    hint="Add “url:”, or “publisher:” when it is not on the web.",
    meaning="A title alone is not enough to find a source again.",
    wrong="sources:\n  - title: Notat",
    right="sources:\n  - title: Notat\n    publisher: Lokalavisen",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report sources with neither a web address nor a publisher."""
    for entry in graph.entries.values():
        for index, source in enumerate(entry.sources):
            if not source.url and not source.publisher:
                yield Diagnostic(
                    CODE.name, graph.locate(entry.id, ("sources", index)), {}, entry.id
                )


RULE = Rule(CODE, check)
