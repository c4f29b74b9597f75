"""A municipality or county that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from living_strategy.content.graph import Graph
from living_strategy.content.linking import Place
from living_strategy.diagnostics import Diagnostic, Severity, misspelt
from living_strategy.language.particulars import Day, Particular
from living_strategy.model import Network
from living_strategy.model.municipality import Division, Municipality
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext, meant_place
from living_strategy.rules.rule import Rule

CODE = Code(
    "unknown-municipality",
    Severity.ERROR,
    message="There is no municipality or county “{value}”.",
    hint='Write a municipality of today by its name or by its number in quotes, such as Bodø or "1804", and a network by its id.',
    hint_near="Did you mean “{near}”?",
    hints={
        "municipality": 'Did you mean {near}? Write the name, or the number in quotes: "{number}".',
        "county": 'Write a county by its number in quotes: "{number}" is {near}.',
        "members": 'Write a municipality of today by its name or by its number in quotes, such as Bodø or "1804".',
        "counties": 'Write the two digits of a county of today in quotes, such as "18" for Nordland.',
        "number": "Check the number: a municipality has four digits, a county two, any other organisation nine.",
        "divided": "It was the number of {name} until {date}. Today there are {near}: write the one that is meant.",
        "gone": "It was the number of {name} until {date}. The register does not say what became of it.",
        "none": "The strategy has no register of places, so that it cannot name any: name networks by their ids, or give it a register with the line “places:” in strategy.yml.",
        "own": "Write the number in quotes or the name as it stands in the strategy's register of places, and a network by its id.",
        "former": 'The number may be from before 2024: many municipalities and counties got new numbers in 2020 and 2024. Write the number of today in quotes, such as "3201" for Bærum, which was 0219.',
    },
    meaning="Municipalities are named by their number or name in the division of 1 January 2024, counties by two digits, networks by id.",
    wrong='participants: ["1234"]',
    right='participants: ["4601"]',
)
# The register has the earlier divisions of some years: another number may be of one all the same.
_NUMBER = re.compile(r"[0-9]{2}(?:[0-9]{2})?")


def check(graph: Graph, context: CheckContext) -> Iterator[Diagnostic]:
    """Report numbers and names that are not in the division of 1 January 2024."""
    for mention in graph.places:
        if len(mention.candidates) != 1 and mention.former:
            params = {"value": mention.written, **_divided(mention, mention.former)}
            yield Diagnostic(
                CODE.name, graph.locate(mention.source, mention.path), params, mention.source
            )
        elif not mention.candidates and graph.corpus.municipalities.is_whole:
            params = {"value": mention.written, **_particulars(graph, mention)}
            yield Diagnostic(
                CODE.name, graph.locate(mention.source, mention.path), params, mention.source
            )


def _particulars(graph: Graph, mention: Place) -> Mapping[str, Particular]:
    """Return what may be meant, or how the field is filled in; only participants are networks."""
    field = str(mention.path[0])
    register = graph.corpus.municipalities
    if register.division is Division.NONE:
        return {"case": "none"}
    if register.is_norwegian and _NUMBER.fullmatch(mention.written):
        return {"case": "former"}
    if register.is_norwegian and field in ("counties", "number"):
        return {"case": field}
    meant = graph.nearest_place(mention.written)
    if meant and not (field == "members" and meant.is_county):
        return meant_place(graph, meant)
    if not register.is_norwegian:
        return {"case": "own"}
    if field == "members":
        return {"case": field}
    networks = [network.id for network in graph.of_kind(Network)]
    return {"near": misspelt(mention.written.casefold(), networks)}


def _divided(mention: Place, former: Municipality) -> Mapping[str, Particular]:
    """Return what a place of an earlier time has become: several, or nobody knows."""
    params: dict[str, Particular] = {"name": former.name}
    if former.valid_to:
        params["date"] = Day(former.valid_to)
    if not mention.candidates:
        return {"case": "gone", **params}
    near = ", ".join(f"{place.name} ({place.number})" for place in mention.candidates)
    return {"case": "divided", "near": near, **params}


RULE = Rule(CODE, check)
