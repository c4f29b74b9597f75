"""A retired entry of which nobody knows what took over."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "unclear-successor",
    Severity.ERROR,
    message="“replaced_by” and “split_into” are both given.",
    messages={"one": "“split_into” names one entry alone."},
    hint="Keep “replaced_by” if one entry took over, or “split_into” if several did.",
    hints={"one": "Write “replaced_by: {id}”, or name the others as well."},
    meaning="An entry is either replaced by one, which may take over from several, or split into several.",
    wrong="retired:\n  date: 2026\n  reason: Delt i to.\n  replaced_by: timebok\n  split_into: [timebok, kveldsapent]",
    right="retired:\n  date: 2026\n  reason: Delt i to.\n  split_into: [timebok, kveldsapent]",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report retired entries with both fields, and those that were split into one."""
    for entry in graph.entries.values():
        retired = entry.retired
        if retired is None or not retired.split_into:
            continue
        location = graph.locate(entry.id, ("retired", "split_into"))
        if retired.replaced_by:
            yield Diagnostic(CODE.name, location, {}, entry.id)
        elif len(retired.split_into) == 1:
            params = {"case": "one", "id": retired.split_into[0]}
            yield Diagnostic(CODE.name, location, params, entry.id)


RULE = Rule(CODE, check)
