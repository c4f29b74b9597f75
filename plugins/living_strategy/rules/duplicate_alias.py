"""An earlier id that belongs to two entries."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.content.yaml.yaml_reader import KeyPath
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "duplicate-alias",
    Severity.ERROR,
    message="The earlier id “{alias}” also belongs to “{other}”.",
    hint="Keep it in one place, so that the old address leads to one page.",
    meaning="An earlier id leads readers to the page that took over. It may belong to one entry only, and may not be the id of another.",
    wrong="aliases: [ny-timebok] in two files",
    right="aliases: [ny-timebok] in one file",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report aliases that another entry has too, as its id or as an alias."""
    first: dict[str, tuple[str, KeyPath]] = {}
    for entry in graph.entries.values():
        for index, alias in enumerate(entry.aliases):
            path: KeyPath = ("aliases", index)
            holder = (alias, ("id",)) if alias in graph.entries else (entry.id, path)
            holder_id, holder_path = first.setdefault(alias, holder)
            if (holder_id, holder_path) != (entry.id, path):
                yield Diagnostic(
                    CODE.name, graph.locate(entry.id, path), {"alias": alias, "other": holder_id}, entry.id,
                    (graph.locate(holder_id, holder_path),),
                )  # fmt: skip


RULE = Rule(CODE, check)
