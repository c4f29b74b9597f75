"""Entries in a register that the strategy has switched off."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.figures.presence import kinds_in_use
from living_strategy.model import KINDS
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unused-kind",
    Severity.ERROR,
    message="The register has entries, but the strategy has switched it off with “{switch}: off”.",
    hint="Take the line “{switch}: off” out under “use” in strategy/strategy.yml, or delete the entries and the links to them.",
    meaning="A register that is switched off has no pages, lists and data. Entries in it would be missing without a word.",
    wrong="""use:
  networks: off          # and strategy/registers/networks.yml has nabonettet""",
    right="""use:
  municipalities: off    # networks are in use""",
    fixed=True,
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the first entry of each register that is switched off."""
    in_use = kinds_in_use(graph.corpus.settings)
    for kind in KINDS:
        entries = graph.of_kind(kind)
        if kind not in in_use and kind.register and entries:
            first = entries[0]
            location = graph.record(first.id).locate()
            switch = graph.corpus.settings_source.locate(("use", kind.register), key=True)
            params = {"switch": kind.register}
            yield Diagnostic(CODE.name, location, params, first.id, (switch,))


RULE = Rule(CODE, check)
