"""A word for a kind of entries in fewer forms than sentences need."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "missing-noun-form",
    Severity.ERROR,
    message="The word “{word}” has no form “{form}”.",
    hint="Add the line “{form}:” to the other forms of the word.",
    meaning="Sentences need a word in several forms: Norwegian has four, and English needs two.",
    wrong="terms:\n  kinds:\n    project:\n      one: innsats\n      many: innsatser\n      the_one: innsatsen",
    right="terms:\n  kinds:\n    project:\n      one: innsats\n      many: innsatser\n      the_one: innsatsen\n      the_many: innsatsene",
)
_NORWEGIAN = ("many", "the_one", "the_many")
_ENGLISH = ("many",)


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report each form that is not given."""
    settings = graph.corpus.settings
    needed = _ENGLISH if settings.language == "en" else _NORWEGIAN
    for kind, noun in settings.terms.kinds.given.items():
        location = graph.corpus.settings_source.locate(("terms", "kinds", kind), key=True)
        for form in needed:
            if getattr(noun, form) is None:
                yield Diagnostic(CODE.name, location, {"word": noun.one, "form": form})


RULE = Rule(CODE, check)
