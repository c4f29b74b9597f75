"""A text that is still the example that the strategy was started with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.source_file import SourceFile
from living_strategy.diagnostics import Diagnostic, Location, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "still-example",
    Severity.INFO,
    message="This is still the example that the strategy was started with.",
    hint="Write what is your own and delete this line, or delete the example.",
    meaning="A new strategy has one example of each kind, so that everything can be seen at work. The line above each reminds of it until somebody has made it their own.",
    wrong="""title: Strategi for Lillevik
areas:
  # living-strategy: example
  - id: eksempel-omrade
    title: "Eksempel: Gode tjenester\"""",
    right="""title: Strategi for Lillevik
areas:
  - id: oppvekst
    title: Oppvekst""",
)
_WORDS = "# living-strategy: example"
_MARK = re.compile(rf"^[ \t]*({_WORDS}\b)", re.M)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each line that marks an example."""
    yield from _marks(graph.corpus.settings_source, "")
    seen = {graph.corpus.settings_source.path}
    for entry_id, record in graph.corpus.records.items():
        if record.source.path not in seen:
            seen.add(record.source.path)
            yield from _marks(record.source, "" if record.base else entry_id)


def _marks(source: SourceFile, ref: str) -> Iterator[Diagnostic]:
    # Most files have none, which is sooner known.
    for match in _MARK.finditer(source.yaml) if _WORDS in source.yaml else ():
        before = source.yaml[: match.start(1)]
        line = source.yaml_line + before.count("\n")
        column = len(before) - before.rfind("\n")
        yield Diagnostic(CODE.name, Location(source.path, line, column), {}, ref)


RULE = Rule(CODE, check)
