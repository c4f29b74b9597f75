"""A goal that is quoted from a text which nobody can look up."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.model import Goal
from living_strategy.model.goal import GoalWording
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "quotation-without-source",
    Severity.ERROR,
    message="The title is quoted from what was adopted, but nothing says where that text is.",
    hint="Add “wording_source:” with a web address or the title of a document, or write “wording: paraphrased” if the words are not the same.",
    meaning="A quotation has a source. Without one, nobody can check that the words are those that were adopted.",
    wrong="title: Alle får svar innen en uke\nwording: verbatim",
    right="title: Alle får svar innen en uke\nwording: verbatim\nwording_source: Vedtaket i kommunestyret 18. juni 2025",
)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report goals with the adopted words and no source of them."""
    for goal in graph.of_kind(Goal):
        if goal.wording is GoalWording.VERBATIM and not goal.wording_source:
            yield Diagnostic(CODE.name, graph.locate(goal.id, ("wording",)), {}, goal.id)


RULE = Rule(CODE, check)
