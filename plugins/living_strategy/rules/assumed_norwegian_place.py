"""Names that are read as places in Norway although nobody said that the strategy is about Norway."""

from __future__ import annotations

from collections.abc import Iterator

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic, Severity
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.rule import Rule

CODE = Code(
    "assumed-norwegian-place",
    Severity.WARNING,
    message="“{value}” is read as {near} in Norway.",
    hint="If that is meant, write places: norway in strategy/strategy.yml; if not, name a register of places of your own there, such as places: registers/places.csv, or write places: none.",
    meaning="The program knows the municipalities and counties of Norway, and a name may be that of a place in another country, too: Lund is a municipality in Norway and a city in Sweden. A strategy that is not in Norwegian says which places it means.",
    wrong="language: en    # and a project with participants: [Lund]",
    right="language: en\nplaces: registers/places.csv",
)
# The languages of strategies in Norway.
_NORWEGIAN = ("nb", "nn", "se")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report the first place of a strategy that is neither in Norwegian nor says where it is."""
    corpus = graph.corpus
    register, settings = corpus.municipalities, corpus.settings
    if (
        "places" in settings.model_fields_set
        or settings.language in _NORWEGIAN
        or not register.is_norwegian
    ):
        return
    for mention in graph.places:
        # A number is no accident: other countries count otherwise.
        if len(mention.candidates) == 1 and not mention.written.isdecimal():
            (place,) = mention.candidates
            county = register.county(place)
            name = (
                place.name
                if county is None or county is place
                else f"{place.name} ({county.names[0]})"
            )
            yield Diagnostic(
                CODE.name,
                graph.locate(mention.source, mention.path),
                {"value": mention.written, "near": name},
                mention.source,
            )
            return


RULE = Rule(CODE, check)
